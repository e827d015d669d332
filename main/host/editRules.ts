import type {
  Edit,
  EventEdit,
  EventType,
  GaitEvent,
  PoseEdit,
  StrideEdit,
} from '../../shared/domain/analysis.ts';
import { CodedError } from '../../shared/domain/errors.ts';

/** An automatic event belongs to an edit of the same foot and type within this time. */
const ATTACH_S = 0.06;
/** No running stride is shorter, so two equal events of one foot cannot be nearer than this. */
const SHORTEST_STRIDE_S = 0.4;

interface Marked {
  readonly type: EventType;
  readonly auto: number | null;
  readonly time: number;
}

/** Events of one foot of one clip after the edits so far, in order of time. */
function eventsOfFoot(
  events: readonly GaitEvent[],
  edits: readonly EventEdit[],
  of: Pick<EventEdit, 'clip' | 'side'>,
): Marked[] {
  const isSameFoot = (other: { clip: string; side: string }) =>
    other.clip === of.clip && other.side === of.side;
  const automatic = events
    .filter(isSameFoot)
    .map(({ type, time_s }): Marked => ({ type, auto: time_s, time: time_s }));
  return edits.filter(isSameFoot).reduce(applied, automatic).sort(byTime);
}

const byTime = (a: Marked, b: Marked) => a.time - b.time;

function applied(marked: readonly Marked[], edit: EventEdit): Marked[] {
  if (edit.op === 'add') {
    return edit.time_s === null
      ? [...marked]
      : [...marked, { type: edit.type, auto: null, time: edit.time_s }];
  }
  const target = targetOf(marked, edit);
  if (target === undefined || edit.op === 'accept') return [...marked];
  const others = marked.filter((one) => one !== target);
  return edit.op === 'reject' || edit.time_s === null
    ? others
    : [...others, { ...target, time: edit.time_s }];
}

/** The event that the edit means: nearest by automatic time; an added event by its own. */
function targetOf(
  marked: readonly Marked[],
  edit: Pick<EventEdit, 'type' | 'auto_time_s'>,
): Marked | undefined {
  const wanted = edit.auto_time_s ?? Number.NaN;
  const distance = (one: Marked) => Math.abs((one.auto ?? one.time) - wanted);
  return marked
    .filter((one) => one.type === edit.type && distance(one) <= ATTACH_S)
    .sort((a, b) => distance(a) - distance(b))[0];
}

/** What an edit must fit into. */
export interface EditedClip {
  /** True seconds. */
  readonly durationS: number;
  readonly frameCount: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Refuses what no foot can do and what lies outside of the clip.
 * @throws CodedError impossible_order, invalid_input, not_found
 */
export function checkEdit(
  events: readonly GaitEvent[],
  earlier: readonly Edit[],
  edit: Edit,
  clip: EditedClip,
): void {
  const ofEvents = earlier.filter((one): one is EventEdit => 'type' in one);
  if ('type' in edit) checkEventEdit(events, ofEvents, edit, clip.durationS);
  else if ('side' in edit) checkStrideEdit(events, ofEvents, edit);
  else checkPoseEdit(edit, clip);
}

/** A stride is known by the contact that begins it. */
function checkStrideEdit(
  events: readonly GaitEvent[],
  earlier: readonly EventEdit[],
  edit: StrideEdit,
): void {
  const contact = { ...edit, type: 'initial_contact', auto_time_s: edit.contact_time_s } as const;
  if (targetOf(eventsOfFoot(events, earlier, contact), contact) === undefined)
    throw new CodedError('not_found');
}

function checkPoseEdit(edit: PoseEdit, { frameCount, width, height }: EditedClip): void {
  const invalid = (detail: string) => new CodedError('invalid_input', { detail });
  const { from_frame, to_frame } = edit;
  if (from_frame > to_frame || to_frame >= frameCount) throw invalid('to_frame: outside the clip');
  if (edit.op !== 'place') return;
  if (edit.frame < from_frame || edit.frame > to_frame) throw invalid('frame: outside its span');
  const isInside = edit.x_px >= 0 && edit.y_px >= 0 && edit.x_px <= width && edit.y_px <= height;
  if (!isInside) throw invalid('x_px, y_px: outside the picture');
}

/**
 * Refuses what no foot can do: a moved event that overtakes its neighbour, an added one next to an equal one with no
 * room for a stride between them. Rejecting is always possible, because events are rejected one by one.
 * @param durationS true seconds of the clip
 * @throws CodedError impossible_order, invalid_input, not_found
 */
function checkEventEdit(
  events: readonly GaitEvent[],
  earlier: readonly EventEdit[],
  edit: EventEdit,
  durationS: number,
): void {
  const needsTime = edit.op === 'move' || edit.op === 'add';
  if (needsTime && (edit.time_s === null || edit.time_s < 0 || edit.time_s > durationS)) {
    throw new CodedError('invalid_input', { detail: 'time_s: outside the clip' });
  }
  const before = eventsOfFoot(events, earlier, edit);
  const target = edit.op === 'add' ? undefined : targetOf(before, edit);
  if (edit.op !== 'add' && target === undefined) throw new CodedError('not_found');
  if (!needsTime) return;
  const rest = before.filter((one) => one !== target);
  const time = edit.time_s ?? 0;
  const previous = rest.findLast((one) => one.time <= time);
  const next = rest.find((one) => one.time >= time);
  const isCrossing =
    target !== undefined &&
    (previous !== rest.findLast((one) => one.time <= target.time) ||
      next !== rest.find((one) => one.time >= target.time));
  const isTwice = (neighbour: Marked | undefined) =>
    neighbour !== undefined &&
    (neighbour.time === time ||
      (neighbour.type === edit.type && Math.abs(neighbour.time - time) < SHORTEST_STRIDE_S));
  if (isCrossing || isTwice(previous) || isTwice(next)) throw new CodedError('impossible_order');
}
