import type { Edit, EventDoubt, EventType, GaitEvent, Side } from '../../../shared/domain/analysis.ts';
import { nearestFrame } from '../../../shared/domain/frameTable.ts';
import {
  type EventState,
  isLive,
  pairedContacts,
  type ReplayedEvent,
  replayEvents,
} from '../../../shared/gait/replayEvents.ts';

/** An event as the coach sees it: the automatic one with the edits laid over it. */
export interface ReviewEvent {
  /** Stays the same while the event is moved; edits name it by this. */
  readonly key: string;
  readonly side: Side;
  readonly type: EventType;
  /** True seconds and frame where it stands now. */
  readonly timeS: number;
  readonly frame: number;
  /** Where it was found; undefined for an added one. */
  readonly auto: { readonly timeS: number; readonly frame: number } | undefined;
  readonly state: EventState;
  /** 0-1; undefined once a coach has decided. */
  readonly confidence: number | undefined;
  /** Why it should be looked at; empty once a coach has decided. */
  readonly doubts: readonly EventDoubt[];
  /** Whether it had doubts before a coach decided. */
  readonly wasDoubtful: boolean;
  /** Why it was rejected; undefined where it was not, or nothing was said. */
  readonly reason: string | undefined;
  /** Why the stride that it begins was taken out of the numbers; undefined where it counts. */
  readonly excluded: string | undefined;
}

/**
 * Events of one clip in order of time.
 * @param times true seconds of all frames
 */
export function reviewEvents(
  automatic: readonly GaitEvent[],
  edits: readonly Edit[],
  clipId: string,
  times: Float64Array,
): ReviewEvent[] {
  return replayEvents(automatic, edits, clipId).events.map((event) => reviewEvent(event, times));
}

/** How many edits of the clip have no event any more: they are kept, and have no effect. */
export const countLostEdits = (
  automatic: readonly GaitEvent[],
  edits: readonly Edit[],
  clipId: string,
): number => replayEvents(automatic, edits, clipId).isAttached.filter((isThere) => !isThere).length;

function reviewEvent(event: ReplayedEvent, times: Float64Array): ReviewEvent {
  const { id, side, type, found, timeS, state, reason, excluded } = event;
  const isFound = found !== undefined && timeS === found.time_s;
  return {
    key: id,
    side,
    type,
    timeS,
    frame: isFound ? found.frame : nearestFrame(times, timeS),
    auto: found && { timeS: found.time_s, frame: found.frame },
    state,
    confidence: state === 'auto' ? found?.confidence : undefined,
    doubts: state === 'auto' && found ? found.doubts : [],
    wasDoubtful: found !== undefined && found.doubts.length > 0,
    reason: state === 'rejected' ? reason : undefined,
    excluded,
  };
}

/** A foot on the ground, by frames: from its contact to its toe-off. */
export interface Stance {
  readonly side: Side;
  readonly contact: ReviewEvent;
  readonly toeOff: ReviewEvent;
}

/** Contacts whose toe-off is known. */
export const stances = (events: readonly ReviewEvent[]): Stance[] =>
  pairedContacts(events.filter(isLive)).flatMap(({ contact, toeOff }) =>
    toeOff === undefined ? [] : [{ side: contact.side, contact, toeOff }],
  );

export const stanceSides = (all: readonly Stance[], frame: number): Side[] =>
  all.filter(({ contact, toeOff }) => contact.frame <= frame && frame < toeOff.frame).map(({ side }) => side);

/** Which events are gone to: contacts, or whatever deserves a look. */
export type EventChoice = 'contacts' | 'doubtful';

/** The next or previous event of either foot. */
export function eventFrom(
  events: readonly ReviewEvent[],
  frame: number,
  direction: 1 | -1,
  choice: EventChoice = 'contacts',
): ReviewEvent | undefined {
  const wanted = choice === 'contacts' ? liveContacts(events) : doubtfulEvents(events);
  return direction === 1
    ? wanted.find((event) => event.frame > frame)
    : wanted.findLast((event) => event.frame < frame);
}

export const doubtfulEvents = (events: readonly ReviewEvent[]): ReviewEvent[] =>
  events.filter((event) => isLive(event) && event.doubts.length > 0);

export const liveContacts = (events: readonly ReviewEvent[]): ReviewEvent[] =>
  events.filter((event) => isLive(event) && event.type === 'initial_contact');

/** The stance (contact to toe-off) or stride (contact to contact of the same foot) at a frame, or the one before it. */
export function loopAt(
  events: readonly ReviewEvent[],
  frame: number,
  what: 'stance' | 'stride',
): { from: number; to: number } | undefined {
  const ranges =
    what === 'stance'
      ? stances(events).map(({ contact, toeOff }) => ({ from: contact.frame, to: toeOff.frame }))
      : strideRanges(liveContacts(events));
  return ranges.findLast(({ from }) => from <= frame) ?? ranges[0];
}

function strideRanges(contacts: readonly ReviewEvent[]) {
  return contacts.flatMap((contact, i) => {
    const next = contacts.slice(i + 1).find(({ side }) => side === contact.side);
    return next === undefined ? [] : [{ from: contact.frame, to: next.frame }];
  });
}
