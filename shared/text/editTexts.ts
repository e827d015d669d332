import type { Analysis, Edit, EventEdit, PoseEdit, StrideEdit } from '../domain/analysis.ts';
import { either, told } from '../domain/language.ts';

/** Reasons that the app offers, as they are stored -> in words. What a coach wrote in other words stands as it is. */
export const EDIT_REASON_TEXTS = {
  en: {
    not_there: 'nothing happens here',
    foot_hidden: 'the foot is hidden',
    other_foot: 'it is the other foot',
    not_running: 'not running here',
    stumble: 'a stumble',
    speed_change: 'the speed changes',
    looked_aside: 'looked or turned aside',
    hidden: 'a leg is hidden',
  },
  de: {
    not_there: 'hier geschieht nichts',
    foot_hidden: 'der Fuß ist verdeckt',
    other_foot: 'es ist der andere Fuß',
    not_running: 'läuft hier nicht',
    stumble: 'gestolpert',
    speed_change: 'das Tempo ändert sich',
    looked_aside: 'zur Seite geschaut oder gedreht',
    hidden: 'ein Bein ist verdeckt',
  },
} as const;
export const EDIT_REASONS = told(EDIT_REASON_TEXTS.en, EDIT_REASON_TEXTS.de);

export const reasonText = (reason: string): string =>
  Object.entries(EDIT_REASONS).find(([code]) => code === reason)?.[1] ?? reason;

const SIDES = told({ L: 'left', R: 'right' }, { L: 'links', R: 'rechts' });
const TYPES = told(
  { initial_contact: 'contact', toe_off: 'toe-off' },
  { initial_contact: 'Kontakt', toe_off: 'Abdruck' },
);
const DONE = told(
  { accept: 'accepted', move: 'moved', add: 'added', reject: 'rejected' },
  { accept: 'bestätigt', move: 'verschoben', add: 'hinzugefügt', reject: 'verworfen' },
);
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
  const what = parts.map(({ count, done }) => `${count} ${done}`).join(', ');
  return either(`Events looked at by the coach: ${what}.`, `Vom Trainer angeschaute Ereignisse: ${what}.`);
}

/** Each moved, added or rejected event: "left contact: auto 3.433 s → coach 3.417 s". */
function movedTexts(edits: readonly EventEdit[]): string[] {
  return edits.flatMap(({ op, side, type, auto_time_s, time_s, reason }) => {
    const name = either(`${SIDES[side]} ${TYPES[type]}`, `${TYPES[type]} ${SIDES[side]}`);
    if (op === 'move' && auto_time_s !== null && time_s !== null)
      return [`${name}: auto ${seconds(auto_time_s)} → coach ${seconds(time_s)}`];
    if (op === 'add' && time_s !== null) return [`${name}: coach ${seconds(time_s)}`];
    if (op === 'reject' && auto_time_s !== null)
      return [
        `${name}: auto ${seconds(auto_time_s)} ${DONE.reject}${reason === null ? '' : ` (${reasonText(reason)})`}`,
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
        `${either(
          `The ${SIDES[side]} stride from ${seconds(contact_time_s)} is left out`,
          `Der Schrittzyklus ${SIDES[side]} ab ${seconds(contact_time_s)} zählt nicht`,
        )}${reason ? `: ${reasonText(reason)}` : ''}.`,
    );
}

function poseText(edits: readonly PoseEdit[]): string | undefined {
  const placed = new Set(
    edits.flatMap((edit) => (edit.op === 'place' ? [`${edit.joint} ${edit.frame}`] : [])),
  );
  const swaps = edits.filter(({ op }) => op === 'swap').length;
  const resets = edits.filter(({ op }) => op === 'reset').length;
  const parts = [
    placed.size > 0 &&
      either(`${plural(placed.size, 'joint')} placed by hand`, `${placed.size} von Hand gesetzt`),
    swaps > 0 && either(`legs swapped ${plural(swaps, 'time')}`, `Beine ${swaps}-mal vertauscht`),
    resets > 0 && either('some of it taken back again', 'einiges davon zurückgenommen'),
  ].filter((part) => part !== false);
  return parts.length === 0 ? undefined : `${either('Keypoints', 'Gelenkpunkte')}: ${parts.join(', ')}.`;
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
      : either(
          `${plural(detached, 'change')} of the coach found nothing to belong to in this reading and had no effect.`,
          `${detached} ${detached === 1 ? 'Änderung' : 'Änderungen'} des Trainers fanden in dieser Auswertung nichts, wozu sie gehören, und blieben ohne Wirkung.`,
        ),
  ].filter((text) => text !== undefined);
}
