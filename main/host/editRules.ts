import type { Edit, EventEdit, GaitEvent, PoseEdit } from '../../shared/domain/analysis.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import {
  createReplay,
  isEventEdit,
  isLive,
  isOverlayEdit,
  isPoseEdit,
  isStrideEdit,
  type ReplayedEvent,
} from '../../shared/gait/replayEvents.ts';

/** No running stride is shorter, so two equal events of one foot cannot be nearer than this. */
const SHORTEST_STRIDE_S = 0.4;

/** What an edit must fit into. */
export interface EditedClip {
  /** True seconds. */
  readonly durationS: number;
  readonly frameCount: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Refuses what no foot can do and what lies outside of the clip. Answers with the edit as it is stored: it names its event by id.
 * @param found automatic events of the clip's latest analysis
 * @param earlier edits of the session, in the order they were made
 * @param newId for an event that is added
 * @throws CodedError impossible_order, invalid_input, not_found
 */
export function checkEdit(
  found: readonly GaitEvent[],
  earlier: readonly Edit[],
  edit: Edit,
  clip: EditedClip,
  newId: () => string,
): Edit {
  if (isPoseEdit(edit)) {
    checkPoseEdit(edit, clip);
    return edit;
  }
  const replay = createReplay(found.filter((event) => event.clip === edit.clip));
  for (const one of earlier) if (one.clip === edit.clip && isOverlayEdit(one)) replay.lay(one);
  if (isEventEdit(edit)) checkTime(edit, clip.durationS);
  if (edit.op === 'add') {
    refuseCrowded(replay.events(), undefined, edit);
    return { ...edit, event: newId() };
  }
  const target = replay.targetOf(edit);
  // A stride begins only where a foot comes down.
  if (target === undefined || (isStrideEdit(edit) && !isLive(target))) throw new CodedError('not_found');
  if (isEventEdit(edit) && edit.op !== 'reject') refuseCrowded(replay.events(), target, edit);
  return { ...edit, event: target.id };
}

/**
 * Refuses an edit that comes with a case and lies outside of its clip. Nothing was measured here yet, so whether its event is there
 * and has room shows when it is: it may be a change without effect, and is told as one.
 * @throws CodedError invalid_input
 */
export function checkForeignEdit(edit: Edit, clip: EditedClip): void {
  if (isPoseEdit(edit)) {
    checkPoseEdit(edit, clip);
    return;
  }
  if (isEventEdit(edit)) checkTime(edit, clip.durationS);
  const times = isEventEdit(edit) ? [edit.auto_time_s, edit.time_s] : [edit.contact_time_s];
  if (times.some((time) => time !== null && (time < 0 || time > clip.durationS)))
    throw invalid('time_s: outside the clip');
}

const invalid = (detail: string) => new CodedError('invalid_input', { detail });

function checkTime({ op, time_s }: EventEdit, durationS: number): void {
  const needsTime = op === 'move' || op === 'add';
  if (needsTime && (time_s === null || time_s < 0 || time_s > durationS))
    throw invalid('time_s: outside the clip');
}

function checkPoseEdit(edit: PoseEdit, { frameCount, width, height }: EditedClip): void {
  const { from_frame, to_frame } = edit;
  if (from_frame > to_frame || to_frame >= frameCount) throw invalid('to_frame: outside the clip');
  if (edit.op !== 'place') return;
  if (edit.frame < from_frame || edit.frame > to_frame) throw invalid('frame: outside its span');
  const isInside = edit.x_px >= 0 && edit.y_px >= 0 && edit.x_px <= width && edit.y_px <= height;
  if (!isInside) throw invalid('x_px, y_px: outside the picture');
}

/**
 * Refuses a moved event that overtakes its neighbour, and an added one (or one that was rejected and comes back) next to an equal
 * one with no room for a stride between them. Rejecting is always possible, because events are rejected one by one.
 * @param target the event that is edited; undefined for an added one
 * @throws CodedError impossible_order
 */
function refuseCrowded(
  events: readonly ReplayedEvent[],
  target: ReplayedEvent | undefined,
  edit: EventEdit,
): void {
  if (target !== undefined && edit.op === 'accept' && isLive(target)) return;
  const time = edit.op === 'accept' ? (target?.timeS ?? 0) : (edit.time_s ?? 0);
  const rest = events.filter((one) => one.side === edit.side && one.id !== target?.id && isLive(one));
  const before = (at: number) => rest.findLast(({ timeS }) => timeS <= at);
  const after = (at: number) => rest.find(({ timeS }) => timeS >= at);
  const [previous, next] = [before(time), after(time)];
  const isCrossing =
    target !== undefined &&
    isLive(target) &&
    (previous !== before(target.timeS) || next !== after(target.timeS));
  const isTwice = (neighbour: ReplayedEvent | undefined) =>
    neighbour !== undefined &&
    (neighbour.timeS === time ||
      (neighbour.type === edit.type && Math.abs(neighbour.timeS - time) < SHORTEST_STRIDE_S));
  if (isCrossing || isTwice(previous) || isTwice(next)) throw new CodedError('impossible_order');
}
