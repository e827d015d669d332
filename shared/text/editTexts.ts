import type { Analysis, Edit, EventEdit, PoseEdit, StrideEdit } from '../domain/analysis.ts';

/** Reasons that the app offers, as they are stored -> in words. What a coach wrote in other words stands as it is. */
export const EDIT_REASONS = {
  not_there: 'nothing happens here',
  foot_hidden: 'the foot is hidden',
  other_foot: 'it is the other foot',
  not_running: 'not running here',
  stumble: 'a stumble',
  speed_change: 'the speed changes',
  looked_aside: 'looked or turned aside',
  hidden: 'a leg is hidden',
} as const satisfies Readonly<Record<string, string>>;

export const reasonText = (reason: string): string =>
  Object.entries(EDIT_REASONS).find(([code]) => code === reason)?.[1] ?? reason;

const SIDES = { L: 'left', R: 'right' } as const;
const TYPES = { initial_contact: 'contact', toe_off: 'toe-off' } as const;
const DONE = { accept: 'accepted', move: 'moved', add: 'added', reject: 'rejected' } as const;
const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
const seconds = (time: number): string => `${time.toFixed(3)} s`;

/** A later word on the same event stands in for the earlier one. */
const lastWords = (edits: readonly EventEdit[]): EventEdit[] => [
  ...new Map(
    edits.map((edit) => [`${edit.side} ${edit.type} ${edit.auto_time_s ?? edit.time_s}`, edit]),
  ).values(),
];

/** What a coach did to the events of a clip, as a line: "18 events accepted, 2 moved". */
function eventsText(edits: readonly EventEdit[]): string | undefined {
  const parts = Object.entries(DONE).flatMap(([op, done]) => {
    const count = edits.filter((edit) => edit.op === op).length;
    return count === 0 ? [] : [{ count, done }];
  });
  if (parts.length === 0) return undefined;
  return `Events looked at by the coach: ${parts.map(({ count, done }) => `${count} ${done}`).join(', ')}.`;
}

/** Each moved, added or rejected event: "left contact: auto 3.433 s → coach 3.417 s". */
function movedTexts(edits: readonly EventEdit[]): string[] {
  return edits.flatMap(({ op, side, type, auto_time_s, time_s, reason }) => {
    const name = `${SIDES[side]} ${TYPES[type]}`;
    if (op === 'move' && auto_time_s !== null && time_s !== null)
      return [`${name}: auto ${seconds(auto_time_s)} → coach ${seconds(time_s)}`];
    if (op === 'add' && time_s !== null) return [`${name}: coach ${seconds(time_s)}`];
    if (op === 'reject' && auto_time_s !== null)
      return [
        `${name}: auto ${seconds(auto_time_s)} rejected${reason === null ? '' : ` (${reasonText(reason)})`}`,
      ];
    return [];
  });
}

/** Strides that do not count: "The right stride from 3.208 s is left out: a stumble." */
function strideTexts(edits: readonly StrideEdit[]): string[] {
  const last = new Map(edits.map((edit) => [`${edit.side} ${edit.contact_time_s}`, edit]));
  return [...last.values()]
    .filter(({ op }) => op === 'exclude')
    .map(
      ({ side, contact_time_s, reason }) =>
        `The ${SIDES[side]} stride from ${seconds(contact_time_s)} is left out${reason ? `: ${reasonText(reason)}` : ''}.`,
    );
}

function poseText(edits: readonly PoseEdit[]): string | undefined {
  const placed = new Set(
    edits.flatMap((edit) => (edit.op === 'place' ? [`${edit.joint} ${edit.frame}`] : [])),
  );
  const swaps = edits.filter(({ op }) => op === 'swap').length;
  const resets = edits.filter(({ op }) => op === 'reset').length;
  const parts = [
    placed.size > 0 && `${plural(placed.size, 'joint')} placed by hand`,
    swaps > 0 && `legs swapped ${plural(swaps, 'time')}`,
    resets > 0 && 'some of it taken back again',
  ].filter((part) => part !== false);
  return parts.length === 0 ? undefined : `Keypoints: ${parts.join(', ')}.`;
}

/** Everything a coach changed in one clip, in sentences; empty where nothing was. */
export function editTexts(
  { edits, detached_edits }: Pick<Analysis, 'edits' | 'detached_edits'>,
  clipId: string,
): string[] {
  const isOwn = ({ clip }: Edit) => clip === clipId;
  const own = edits.filter(isOwn);
  const ofEvents = lastWords(own.filter((edit): edit is EventEdit => 'type' in edit));
  const ofStrides = own.filter((edit): edit is StrideEdit => edit.op === 'exclude' || edit.op === 'include');
  const ofPose = own.filter(
    (edit): edit is PoseEdit => edit.op === 'place' || edit.op === 'swap' || edit.op === 'reset',
  );
  const moved = movedTexts(ofEvents);
  const detached = detached_edits.filter(isOwn).length;
  return [
    eventsText(ofEvents),
    moved.length === 0 ? undefined : `${moved.join('; ')}.`,
    ...strideTexts(ofStrides),
    poseText(ofPose),
    detached === 0
      ? undefined
      : `${plural(detached, 'change')} of the coach found nothing to belong to in this reading and had no effect.`,
  ].filter((text) => text !== undefined);
}
