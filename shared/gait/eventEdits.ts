import type { EventEdit, EventType, GaitEvent, Side } from '../domain/analysis.ts';
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
  readonly attached: EventEdit[];
  readonly detached: EventEdit[];
}

/**
 * Contacts as the coach sees them: moved, added and rejected events applied, each edit joined to the nearest automatic
 * event of its side and type within 60 ms. Edits that find none are returned as detached, never dropped.
 */
export function applyEdits(contacts: readonly Contact[], edits: readonly EventEdit[]): EditedContacts {
  const instants = new Set(instantsOf(contacts));
  const attached: EventEdit[] = [];
  const detached: EventEdit[] = [];
  const taken = new Set<Instant>();
  for (const edit of latestPerEvent(edits)) {
    if (edit.op === 'add') {
      if (edit.time_s !== null)
        instants.add({ side: edit.side, type: edit.type, time: edit.time_s, spread: 0 });
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
  return { contacts: pairContacts([...instants]), attached, detached };
}

/** A later edit of the same automatic event stands in for the earlier ones. */
function latestPerEvent(edits: readonly EventEdit[]): EventEdit[] {
  const keyOf = ({ side, type, auto_time_s }: EventEdit) => `${side} ${type} ${auto_time_s}`;
  const last = new Map(edits.map((edit, i) => [keyOf(edit), i]));
  return edits.filter((edit, i) => edit.auto_time_s === null || last.get(keyOf(edit)) === i);
}

function nearestInstant(instants: readonly Instant[], edit: EventEdit): Instant | undefined {
  const at = edit.auto_time_s;
  if (at === null) return undefined;
  const near = instants
    .filter(
      ({ side, type, time }) => side === edit.side && type === edit.type && Math.abs(time - at) <= REATTACH_S,
    )
    .sort((a, b) => Math.abs(a.time - at) - Math.abs(b.time - at));
  return near[0];
}

function instantsOf(contacts: readonly Contact[]): Instant[] {
  return contacts.flatMap(({ side, initialContact, toeOff, contactSpread, toeOffSpread }) => [
    { side, type: 'initial_contact' as const, time: initialContact, spread: contactSpread },
    ...(toeOff === undefined
      ? []
      : [{ side, type: 'toe_off' as const, time: toeOff, spread: toeOffSpread ?? 0 }]),
  ]);
}

/** Each contact takes the first toe-off of its foot before that foot's next contact; a toe-off alone makes no contact. */
function pairContacts(instants: readonly Instant[]): Contact[] {
  const contacts = SIDES.flatMap((side) => {
    const own = instants.filter((instant) => instant.side === side).sort((a, b) => a.time - b.time);
    return own.flatMap((instant, i): Contact[] => {
      if (instant.type !== 'initial_contact') return [];
      const next = own[i + 1];
      const lifts = next?.type === 'toe_off' ? next : undefined;
      return [
        {
          side,
          initialContact: instant.time,
          toeOff: lifts?.time,
          contactSpread: instant.spread,
          toeOffSpread: lifts?.spread,
        },
      ];
    });
  });
  return contacts.sort((a, b) => a.initialContact - b.initialContact);
}
