import type {
  Edit,
  EventEdit,
  EventType,
  GaitEvent,
  PoseEdit,
  Side,
  StrideEdit,
} from '../domain/analysis.ts';
import { halfStepS } from './eventIds.ts';

/** Edits of events and strides; those of keypoints are laid over the track before anything is found in it. */
export type OverlayEdit = EventEdit | StrideEdit;

/** `rejected` ones stay, to be seen; nothing is measured from them. */
export type EventState = 'auto' | 'accepted' | 'moved' | 'added' | 'rejected';

/** An event as it stands after the coach's edits. */
export interface ReplayedEvent {
  readonly id: string;
  readonly side: Side;
  readonly type: EventType;
  /** As it was found; undefined for one that a coach added. */
  readonly found: GaitEvent | undefined;
  /** True seconds where it stands; for a rejected one, where it last stood. */
  readonly timeS: number;
  readonly state: EventState;
  /** What the coach gave as the reason of the last word; undefined where nothing was said. */
  readonly reason: string | undefined;
  /** Why the stride that it begins does not count (empty without a reason); undefined where it counts. */
  readonly excluded: string | undefined;
}

export interface Replay {
  /** In the order of time. */
  readonly events: readonly ReplayedEvent[];
  /** Of each edit of the clip's events and strides, in order: whether it found its event. Others are kept, without effect. */
  readonly isAttached: readonly boolean[];
}

/** An edit from before events had ids means an added event within this time, s. */
const NEAR_ADDED_S = 0.06;

export const isOverlayEdit = (edit: Edit): edit is OverlayEdit => 'type' in edit || isStrideEdit(edit);
export const isEventEdit = (edit: Edit): edit is EventEdit => 'type' in edit;
export const isStrideEdit = (edit: Edit): edit is StrideEdit =>
  edit.op === 'exclude' || edit.op === 'include';
export const isPoseEdit = (edit: Edit): edit is PoseEdit => !isOverlayEdit(edit);
export const isLive = ({ state }: Pick<ReplayedEvent, 'state'>): boolean => state !== 'rejected';

const kindOf = (edit: OverlayEdit): EventType => (isStrideEdit(edit) ? 'initial_contact' : edit.type);
const anchorOf = (edit: OverlayEdit): number | null =>
  isStrideEdit(edit) ? edit.contact_time_s : edit.auto_time_s;

/**
 * Lays edits of one clip over its events, one at a time. The only place that knows what an edit means: the engine, the check of a
 * new edit, the window, the tables and the sentences all ask it.
 *
 * An edit names its event by id. One without an id (made before there were any), or whose id is unknown, means the nearest event of
 * its leg and type: a found one within half a step of where it was found then, an added one within 60 ms of a place where it stood. The later word
 * on an event wins, whatever was said before: a moved event that is accepted stays where it was moved to, a rejected one
 * that is accepted or moved is back.
 */
export function createReplay(found: readonly GaitEvent[]) {
  const limit = halfStepS(found);
  const events = new Map<string, ReplayedEvent>(
    found.map((event) => [
      event.id,
      {
        id: event.id,
        side: event.side,
        type: event.type,
        found: event,
        timeS: event.time_s,
        state: 'auto',
        reason: undefined,
        excluded: undefined,
      },
    ]),
  );
  /** Where added events have stood, by id. */
  const places = new Map<string, number[]>();
  /** What an unknown id turned out to mean. */
  const aliases = new Map<string, string>();
  let added = 0;

  function distanceOf({ id, found: auto, timeS }: ReplayedEvent, anchor: number): number {
    if (auto !== undefined) return Math.abs(auto.time_s - anchor);
    return Math.min(...(places.get(id) ?? [timeS]).map((place) => Math.abs(place - anchor)));
  }

  /** The event that an edit means; undefined where it is gone. */
  function targetOf(edit: OverlayEdit): ReplayedEvent | undefined {
    const { event: id, side } = edit;
    const type = kindOf(edit);
    const named = id === null ? undefined : events.get(aliases.get(id) ?? id);
    if (named?.side === side && named.type === type) return named;
    const anchor = anchorOf(edit);
    if (anchor === null) return undefined;
    let best: { event: ReplayedEvent; distance: number } | undefined;
    for (const event of events.values()) {
      if (event.side !== side || event.type !== type) continue;
      // An id that is not there any more never means what was added later.
      if (id !== null && event.found === undefined) continue;
      const distance = distanceOf(event, anchor);
      if (distance > (event.found === undefined ? NEAR_ADDED_S : limit)) continue;
      const isNearer = best === undefined || distance < best.distance;
      const isAsNearAndLive = distance === best?.distance && isLive(event) && !isLive(best.event);
      if (isNearer || isAsNearAndLive) best = { event, distance };
    }
    return best?.event;
  }

  function freshId(wanted: string | null): string {
    if (wanted !== null && !events.has(wanted)) return wanted;
    do added += 1;
    while (events.has(`added-${added}`));
    return `added-${added}`;
  }

  function addEvent(edit: EventEdit): boolean {
    if (edit.time_s === null) return false;
    const id = freshId(edit.event);
    if (edit.event !== null && edit.event !== id) aliases.set(edit.event, id);
    places.set(id, [edit.time_s]);
    const { side, type, time_s: timeS } = edit;
    const reason = edit.reason ?? undefined;
    events.set(id, { id, side, type, found: undefined, timeS, state: 'added', reason, excluded: undefined });
    return true;
  }

  return {
    targetOf,
    /** Whether the edit found its event and has an effect. */
    lay(edit: OverlayEdit): boolean {
      if (edit.op === 'add') return addEvent(edit);
      const target = targetOf(edit);
      if (target === undefined || (edit.op === 'move' && edit.time_s === null)) return false;
      if (edit.event !== null && edit.event !== target.id) aliases.set(edit.event, target.id);
      events.set(target.id, isStrideEdit(edit) ? withStride(target, edit) : withWord(target, edit));
      if (edit.op === 'move' && edit.time_s !== null) places.get(target.id)?.push(edit.time_s);
      return true;
    },
    /** As they stand now, in the order of time. */
    events: (): ReplayedEvent[] => [...events.values()].sort((a, b) => a.timeS - b.timeS),
  };
}

const withStride = (event: ReplayedEvent, { op, reason }: StrideEdit): ReplayedEvent => ({
  ...event,
  excluded: op === 'exclude' ? (reason ?? '') : undefined,
});

function withWord(event: ReplayedEvent, { op, time_s, reason }: EventEdit): ReplayedEvent {
  const said = { ...event, reason: reason ?? undefined };
  if (op === 'reject') return { ...said, state: 'rejected' };
  if (op === 'move' && time_s !== null)
    return { ...said, timeS: time_s, state: event.found === undefined ? 'added' : 'moved' };
  if (event.found === undefined) return { ...said, state: 'added' };
  const isMoved = event.timeS !== event.found.time_s;
  return { ...said, state: isMoved ? 'moved' : 'accepted' };
}

/**
 * Events of one clip after the coach's edits.
 * @param found automatic events of the session or the clip; only those of `clip` count
 * @param edits of the session or the clip, in the order they were made
 */
export function replayEvents(found: readonly GaitEvent[], edits: readonly Edit[], clip: string): Replay {
  const replay = createReplay(found.filter((event) => event.clip === clip));
  const isAttached = edits
    .filter(isOverlayEdit)
    .filter((edit) => edit.clip === clip)
    .map(replay.lay);
  return { events: replay.events(), isAttached };
}

/** Each contact with the toe-off of its foot that follows before that foot's next contact; a toe-off alone makes no contact. */
export function pairedContacts<Event extends Pick<ReplayedEvent, 'side' | 'type' | 'timeS'>>(
  live: readonly Event[],
): { readonly contact: Event; readonly toeOff: Event | undefined }[] {
  const inOrder = [...live].sort((a, b) => a.timeS - b.timeS);
  return inOrder.flatMap((contact, i) => {
    if (contact.type !== 'initial_contact') return [];
    const next = inOrder.slice(i + 1).find(({ side }) => side === contact.side);
    return [{ contact, toeOff: next?.type === 'toe_off' ? next : undefined }];
  });
}
