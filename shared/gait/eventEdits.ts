import type { Edit, EventDoubt, EventType, GaitEvent, KnownEvent, Side } from '../domain/analysis.ts';
import { nearestFrame } from '../domain/frameTable.ts';
import { withIds } from './eventIds.ts';
import type { Contact } from './legEvents.ts';
import {
  isEventEdit,
  isLive,
  isOverlayEdit,
  type OverlayEdit,
  pairedContacts,
  replayEvents,
} from './replayEvents.ts';

/** Estimates further apart than this give no confidence at all, seconds. */
const WORTHLESS_SPREAD_S = 0.06;
/** Estimates further apart than this are worth a look: METHOD.md 3.5. */
const APART_S = 0.04;

interface Instant {
  readonly side: Side;
  readonly type: EventType;
  readonly timeS: number;
  readonly spread: number;
  readonly isSupposed: boolean;
  readonly isExcluded: boolean;
}

/** Automatic events of a clip as they stand in `analysis.json`. They are never altered; edits are laid over them. */
export function eventsFromContacts(
  clip: string,
  contacts: readonly Contact[],
  times: Float64Array,
  known: readonly KnownEvent[] = [],
): GaitEvent[] {
  const placed = instantsOf(contacts).map(({ side, type, timeS, spread, isSupposed }) => ({
    clip,
    side,
    type,
    time_s: timeS,
    frame: nearestFrame(times, timeS),
    confidence: isSupposed ? 0 : 1 - Math.min(1, spread / WORTHLESS_SPREAD_S),
    doubts: doubtsOf(spread, isSupposed),
  }));
  return withIds(placed, known);
}

function doubtsOf(spread: number, isSupposed: boolean): EventDoubt[] {
  if (isSupposed) return ['supposed'];
  return spread > APART_S ? ['estimates_apart'] : [];
}

/**
 * Ids of a clip's events that are in use: those of an earlier analysis and those that edits name, where they were made (a case from
 * another library brings edits without an analysis).
 */
export function knownFrom(
  clip: string,
  known: readonly KnownEvent[],
  edits: readonly Edit[],
): readonly KnownEvent[] {
  const own = new Map(known.filter((one) => one.clip === clip).map((one) => [one.id, one]));
  for (const edit of edits) {
    if (edit.clip !== clip || !isOverlayEdit(edit) || edit.event === null || own.has(edit.event)) continue;
    const { event: id, side } = edit;
    const type = isEventEdit(edit) ? edit.type : 'initial_contact';
    const time_s = isEventEdit(edit) ? edit.auto_time_s : edit.contact_time_s;
    // An added event has no place where it was found.
    const isAdded = edits.some((one) => one.clip === clip && one.op === 'add' && one.event === id);
    if (time_s !== null && !isAdded) own.set(id, { id, clip, side, type, time_s });
  }
  return [...own.values()];
}

/** What a coach has said of an instant. */
const DECIDED = { spread: 0, isSupposed: false } as const;

export interface EditedContacts {
  /** As they were found, with their ids. */
  readonly events: GaitEvent[];
  readonly contacts: Contact[];
  /** Contacts whose stride a coach took out of the numbers. */
  readonly excluded: ReadonlySet<Contact>;
  /** As of `Replay`. */
  readonly isAttached: readonly boolean[];
}

/**
 * Contacts as the coach sees them: what `replayEvents` makes of the events of these contacts, paired again. What a coach has
 * decided has no spread, and is supposed by nobody.
 * @param isReported which of the events the coach is shown; the others stay as they are
 */
export function applyEdits(
  contacts: readonly Contact[],
  events: readonly GaitEvent[],
  edits: readonly OverlayEdit[],
  clip: string,
  isReported: (event: GaitEvent) => boolean = () => true,
): EditedContacts {
  const sureness = new Map(
    instantsOf(contacts).map(({ side, type, timeS, spread, isSupposed }) => [
      `${side} ${type} ${timeS}`,
      { spread, isSupposed },
    ]),
  );
  const surenessOf = ({ side, type, time_s }: GaitEvent) =>
    sureness.get(`${side} ${type} ${time_s}`) ?? DECIDED;
  const shown = events.filter(isReported);
  const { events: replayed, isAttached } = replayEvents(shown, edits, clip);
  const decided = replayed.filter(isLive).map(
    ({ side, type, timeS, state, found, excluded }): Instant => ({
      side,
      type,
      timeS,
      ...(state === 'auto' && found !== undefined ? surenessOf(found) : DECIDED),
      isExcluded: excluded !== undefined,
    }),
  );
  const kept = events
    .filter((event) => !isReported(event))
    .map((event): Instant => {
      const { side, type, time_s: timeS } = event;
      return { side, type, timeS, ...surenessOf(event), isExcluded: false };
    });
  const excluded = new Set<Contact>();
  const edited = pairedContacts([...decided, ...kept]).map(({ contact: start, toeOff }) => {
    const contact: Contact = {
      side: start.side,
      initialContact: start.timeS,
      toeOff: toeOff?.timeS,
      contactSpread: start.spread,
      toeOffSpread: toeOff?.spread,
      isSupposed: start.isSupposed,
      isToeOffSupposed: toeOff?.isSupposed === true,
    };
    if (start.isExcluded) excluded.add(contact);
    return contact;
  });
  return { events: shown, contacts: edited, excluded, isAttached };
}

function instantsOf(contacts: readonly Contact[]): Omit<Instant, 'isExcluded'>[] {
  return contacts.flatMap(({ side, toeOff, ...contact }) => [
    {
      ...{ side, type: 'initial_contact' as const, timeS: contact.initialContact },
      ...{ spread: contact.contactSpread, isSupposed: contact.isSupposed },
    },
    ...(toeOff === undefined
      ? []
      : [
          {
            ...{ side, type: 'toe_off' as const, timeS: toeOff },
            ...{ spread: contact.toeOffSpread ?? 0, isSupposed: contact.isToeOffSupposed },
          },
        ]),
  ]);
}
