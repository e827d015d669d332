import type { Edit, EventEdit, EventType, GaitEvent, Side, StrideEdit } from '../domain/analysis.ts';
import { nearestFrame } from '../domain/frameTable.ts';
import { SIDES } from '../pose/keypoints.ts';
import type { Contact } from './legEvents.ts';

/** An edit finds its automatic event again within this distance after a new run, seconds. */
const REATTACH_S = 0.06;
/** Estimates further apart than this give no confidence at all, seconds. */
const WORTHLESS_SPREAD_S = 0.06;
/** Estimates further apart than this are worth a look: the last gate of measurement.md 3.5. */
const APART_S = 0.04;

interface Instant {
  readonly side: Side;
  readonly type: EventType;
  readonly time: number;
  readonly spread: number;
  /** Where it was found, or where an added one stands: what an edit of its stride means. */
  readonly anchor: number;
}

/** Automatic events of a clip as they stand in `analysis.json`. They are never altered; edits are laid over them. */
export function eventsFromContacts(
  clip: string,
  contacts: readonly Contact[],
  times: Float64Array,
): GaitEvent[] {
  return instantsOf(contacts).map(({ side, type, time, spread }) => ({
    clip,
    side,
    type,
    time_s: time,
    frame: nearestFrame(times, time),
    confidence: 1 - Math.min(1, spread / WORTHLESS_SPREAD_S),
    doubts: spread > APART_S ? ['estimates_apart'] : [],
  }));
}

export interface EditedContacts {
  readonly contacts: Contact[];
  /** Contacts whose stride a coach took out of the numbers. */
  readonly excluded: ReadonlySet<Contact>;
  readonly attached: Edit[];
  readonly detached: Edit[];
}

/** Edits of events and strides; those of keypoints are laid over the track before anything is found in it. */
export type OverlayEdit = EventEdit | StrideEdit;
const isOfStride = (edit: OverlayEdit): edit is StrideEdit => edit.op === 'exclude' || edit.op === 'include';

/**
 * Contacts as the coach sees them: moved, added and rejected events applied, each edit joined to the nearest automatic
 * event of its side and type within 60 ms. Edits that find none are returned as detached, never dropped. A stride is named by
 * the contact that begins it.
 */
export function applyEdits(contacts: readonly Contact[], edits: readonly OverlayEdit[]): EditedContacts {
  const instants = new Set(instantsOf(contacts));
  const attached: Edit[] = [];
  const detached: Edit[] = [];
  const taken = new Set<Instant>();
  for (const edit of latestPerEvent(edits.filter((one): one is EventEdit => !isOfStride(one)))) {
    if (edit.op === 'add') {
      if (edit.time_s !== null)
        instants.add({
          ...{ side: edit.side, type: edit.type, time: edit.time_s },
          ...{ spread: 0, anchor: edit.time_s },
        });
      attached.push(edit);
      continue;
    }
    const target = nearestInstant(
      [...instants].filter((instant) => !taken.has(instant)),
      edit,
    );
    if (!target) {
      detached.push(edit);
      continue;
    }
    instants.delete(target);
    if (edit.op !== 'reject') {
      const settled = {
        ...target,
        time: edit.op === 'move' && edit.time_s !== null ? edit.time_s : target.time,
        spread: 0,
      };
      instants.add(settled);
      taken.add(settled);
    }
    attached.push(edit);
  }
  const pairs = pairContacts([...instants]);
  const strides = latestPerStride(edits.filter(isOfStride));
  const excluded = new Set<Contact>();
  for (const edit of strides) {
    const target = nearestInstant(
      pairs.map(({ start }) => start),
      { ...edit, type: 'initial_contact', auto_time_s: edit.contact_time_s },
    );
    const contact = pairs.find(({ start }) => start === target)?.contact;
    (contact ? attached : detached).push(edit);
    if (contact && edit.op === 'exclude') excluded.add(contact);
  }
  return { contacts: pairs.map(({ contact }) => contact), excluded, attached, detached };
}

/** The last word on each stride, in the order in which the strides were first spoken of. */
const latestPerStride = (edits: readonly StrideEdit[]): StrideEdit[] => [
  ...new Map(edits.map((edit) => [`${edit.side} ${edit.contact_time_s}`, edit])).values(),
];

/** A later edit of the same automatic event stands in for the earlier ones. */
function latestPerEvent(edits: readonly EventEdit[]): EventEdit[] {
  const keyOf = ({ side, type, auto_time_s }: EventEdit) => `${side} ${type} ${auto_time_s}`;
  const last = new Map(edits.map((edit, i) => [keyOf(edit), i]));
  return edits.filter((edit, i) => edit.auto_time_s === null || last.get(keyOf(edit)) === i);
}

function nearestInstant(
  instants: readonly Instant[],
  edit: Pick<EventEdit, 'side' | 'type' | 'auto_time_s'>,
): Instant | undefined {
  const at = edit.auto_time_s;
  if (at === null) return undefined;
  const near = instants
    .filter(
      ({ side, type, anchor }) =>
        side === edit.side && type === edit.type && Math.abs(anchor - at) <= REATTACH_S,
    )
    .sort((a, b) => Math.abs(a.anchor - at) - Math.abs(b.anchor - at));
  return near[0];
}

function instantsOf(contacts: readonly Contact[]): Instant[] {
  return contacts.flatMap(({ side, initialContact, toeOff, contactSpread, toeOffSpread }) => [
    {
      ...{ side, type: 'initial_contact' as const, time: initialContact },
      ...{ spread: contactSpread, anchor: initialContact },
    },
    ...(toeOff === undefined
      ? []
      : [{ side, type: 'toe_off' as const, time: toeOff, spread: toeOffSpread ?? 0, anchor: toeOff }]),
  ]);
}

/** Each contact takes the first toe-off of its foot before that foot's next contact; a toe-off alone makes no contact. */
function pairContacts(instants: readonly Instant[]): { start: Instant; contact: Contact }[] {
  const pairs = SIDES.flatMap((side) => {
    const own = instants.filter((instant) => instant.side === side).sort((a, b) => a.time - b.time);
    return own.flatMap((start, i): { start: Instant; contact: Contact }[] => {
      if (start.type !== 'initial_contact') return [];
      const next = own[i + 1];
      const lifts = next?.type === 'toe_off' ? next : undefined;
      const contact: Contact = {
        side,
        initialContact: start.time,
        toeOff: lifts?.time,
        contactSpread: start.spread,
        toeOffSpread: lifts?.spread,
      };
      return [{ start, contact }];
    });
  });
  return pairs.sort((a, b) => a.start.time - b.start.time);
}
