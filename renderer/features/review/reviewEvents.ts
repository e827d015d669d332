import type {
  Edit,
  EventDoubt,
  EventEdit,
  EventType,
  GaitEvent,
  Side,
  StrideEdit,
} from '../../../shared/domain/analysis.ts';
import { nearestFrame } from '../../../shared/domain/frameTable.ts';

/** An edit means the event of its foot and type within this time, as the host counts it. */
const ATTACH_S = 0.06;

/** `rejected` ones stay, to be seen on the timeline; nothing is measured from them. */
export type EventState = 'auto' | 'accepted' | 'moved' | 'added' | 'rejected';

/** An event as the coach sees it: the automatic one with the edits laid over it. */
export interface ReviewEvent {
  /** Stays the same while the event is moved. */
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
  const found = automatic
    .filter(({ clip }) => clip === clipId)
    .map(
      ({ side, type, time_s, frame, confidence, doubts }): ReviewEvent => ({
        key: keyOf(side, type, time_s),
        side,
        type,
        timeS: time_s,
        frame,
        auto: { timeS: time_s, frame },
        state: 'auto',
        confidence,
        doubts,
        wasDoubtful: doubts.length > 0,
        reason: undefined,
        excluded: undefined,
      }),
    );
  const own = edits.filter(({ clip }) => clip === clipId);
  const edited = own
    .filter((edit): edit is EventEdit => 'type' in edit)
    .reduce((events, edit) => withEdit(events, edit, times), found);
  return own
    .filter((edit): edit is StrideEdit => edit.op === 'exclude' || edit.op === 'include')
    .reduce(withStrideEdit, edited)
    .sort((a, b) => a.timeS - b.timeS);
}

function withStrideEdit(events: readonly ReviewEvent[], edit: StrideEdit): ReviewEvent[] {
  const target = targetOf(events, edit.side, 'initial_contact', edit.contact_time_s);
  const excluded = edit.op === 'exclude' ? (edit.reason ?? '') : undefined;
  return events.map((event) => (event === target ? { ...event, excluded } : event));
}

const keyOf = (side: Side, type: EventType, timeS: number) => `${side} ${type} ${timeS.toFixed(6)}`;

const DECIDED = { confidence: undefined, doubts: [] } as const;

function withEdit(events: readonly ReviewEvent[], edit: EventEdit, times: Float64Array): ReviewEvent[] {
  const { side, type, op, time_s, auto_time_s } = edit;
  if (op === 'add') {
    if (time_s === null) return [...events];
    const added: ReviewEvent = {
      key: keyOf(side, type, time_s),
      side,
      type,
      timeS: time_s,
      frame: nearestFrame(times, time_s),
      auto: undefined,
      state: 'added',
      ...DECIDED,
      wasDoubtful: false,
      reason: undefined,
      excluded: undefined,
    };
    return [...events, added];
  }
  const target = auto_time_s === null ? undefined : targetOf(events, side, type, auto_time_s);
  if (target === undefined) return [...events];
  return events.map((event) => (event === target ? { ...event, ...change(event, edit, times) } : event));
}

function change(event: ReviewEvent, edit: EventEdit, times: Float64Array): Partial<ReviewEvent> {
  if (edit.op === 'reject') return { state: 'rejected', reason: edit.reason ?? undefined, ...DECIDED };
  const isOwn = event.auto === undefined;
  if (edit.op === 'move' && edit.time_s !== null) {
    const moved = { timeS: edit.time_s, frame: nearestFrame(times, edit.time_s), ...DECIDED };
    return { ...moved, state: isOwn ? 'added' : 'moved' };
  }
  return { state: event.state === 'auto' ? 'accepted' : event.state, ...DECIDED };
}

function targetOf(events: readonly ReviewEvent[], side: Side, type: EventType, timeS: number) {
  const distance = (event: ReviewEvent) => Math.abs((event.auto?.timeS ?? event.timeS) - timeS);
  return events
    .filter(
      (event) =>
        event.side === side &&
        event.type === type &&
        event.state !== 'rejected' &&
        distance(event) <= ATTACH_S,
    )
    .sort((a, b) => distance(a) - distance(b))[0];
}

export const isLive = ({ state }: ReviewEvent): boolean => state !== 'rejected';

/** A foot on the ground, by frames: from its contact to its toe-off. */
export interface Stance {
  readonly side: Side;
  readonly contact: ReviewEvent;
  readonly toeOff: ReviewEvent;
}

/** Each contact with the toe-off of the same foot that follows it before that foot's next contact. */
export function stances(events: readonly ReviewEvent[]): Stance[] {
  const live = events.filter(isLive);
  return live.flatMap((contact, i): Stance[] => {
    if (contact.type !== 'initial_contact') return [];
    const next = live.slice(i + 1).find(({ side }) => side === contact.side);
    return next?.type === 'toe_off' ? [{ side: contact.side, contact, toeOff: next }] : [];
  });
}

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
