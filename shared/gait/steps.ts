import type { Side } from '../domain/analysis.ts';
import { median } from '../math/statistics.ts';
import { type Contact, isContactSeen, isToeOffSeen } from './legEvents.ts';

/** Why a step is not used for any metric. */
export type StepProblem =
  | 'contact_time'
  | 'irregular'
  | 'flight_time'
  | 'unseen'
  | 'supposed'
  | 'uncertain'
  | 'outlier'
  | 'beside'
  | 'excluded';

export interface Step {
  readonly side: Side;
  readonly index: number;
  readonly initialContact: number;
  readonly toeOff: number | undefined;
  /** Middle of the contact, or the lowest point of the pelvis where no toe-off can be seen (rear and front views). */
  readonly midStance: number | undefined;
  /** Next contact of the other foot, if it is the very next one found. */
  readonly nextContact: number | undefined;
  /** Next contact of the same foot, if exactly one of the other lies between. */
  readonly nextSameSide: number | undefined;
  readonly contactSpread: number;
  readonly toeOffSpread: number | undefined;
  readonly problem: StepProblem | undefined;
}

const SHORTEST_CONTACT_S = 0.1;
const LONGEST_CONTACT_S = 0.45;
const FLIGHT_RANGE_S = [-0.02, 0.3] as const;
/** A step this much longer or shorter than the median is not of the same running. */
const IRREGULAR = 0.25;

/** Drops doubled contacts of one foot: closer than 70 % of a stride, the one that is seen or has the better agreement stays. */
export function withoutDoubles(contacts: readonly Contact[], stride: number): Contact[] {
  const kept: Contact[] = [];
  for (const contact of [...contacts].sort((a, b) => a.initialContact - b.initialContact)) {
    const rival = kept.findLast(({ side }) => side === contact.side);
    if (rival && contact.initialContact - rival.initialContact < 0.7 * stride) {
      if (isBetter(contact, rival)) kept.splice(kept.indexOf(rival), 1, contact);
      continue;
    }
    kept.push(contact);
  }
  return kept.sort((a, b) => a.initialContact - b.initialContact);
}

const isBetter = (one: Contact, other: Contact): boolean =>
  one.isSupposed === other.isSupposed ? one.contactSpread < other.contactSpread : other.isSupposed;

/**
 * Contacts in order -> steps, each judged by the acceptance rule of METHOD.md 2.6. A step with a problem stays in
 * the list (the coach sees it) and out of the metrics.
 * @param unseen stretches in which a leg was not seen
 * @param timed false for views in which contact and flight cannot be read
 * @param excluded contacts whose stride a coach took out
 */
export function stepsFromContacts(
  contacts: readonly Contact[],
  midStances: readonly (number | undefined)[],
  unseen: Readonly<Record<Side, readonly (readonly [number, number])[]>>,
  timed: boolean,
  excluded: ReadonlySet<Contact> = new Set(),
): Step[] {
  const stepTimes = contacts.flatMap((contact, i) => {
    const next = contacts[i + 1];
    return next && next.side !== contact.side ? [next.initialContact - contact.initialContact] : [];
  });
  const typical = median(stepTimes) ?? 0;
  return contacts.map((contact, i) => {
    const next = contacts[i + 1];
    const afterNext = contacts[i + 2];
    const alternates = next !== undefined && next.side !== contact.side;
    const nextContact = alternates ? next.initialContact : undefined;
    const nextSameSide =
      alternates && afterNext?.side === contact.side ? afterNext.initialContact : undefined;
    const { side, initialContact, contactSpread, toeOffSpread } = contact;
    // Of a toe-off that is only supposed the event is kept for the coach, and nothing is read at it.
    const toeOff = isToeOffSeen(contact) ? contact.toeOff : undefined;
    const end = toeOff ?? nextContact ?? initialContact;
    const problem = ((): StepProblem | undefined => {
      if (excluded.has(contact)) return 'excluded';
      if (unseen[side].some(([from, to]) => from < end && to > initialContact)) return 'unseen';
      if (!isContactSeen(contact)) return contact.isSupposed ? 'supposed' : 'uncertain';
      const step = nextContact === undefined ? undefined : nextContact - initialContact;
      if (step !== undefined && Math.abs(step - typical) > IRREGULAR * typical) return 'irregular';
      if (!timed || toeOff === undefined) return undefined;
      const stance = toeOff - initialContact;
      if (stance < SHORTEST_CONTACT_S || stance > LONGEST_CONTACT_S) return 'contact_time';
      const flight = nextContact === undefined ? undefined : nextContact - toeOff;
      if (flight !== undefined && (flight < FLIGHT_RANGE_S[0] || flight > FLIGHT_RANGE_S[1]))
        return 'flight_time';
      return undefined;
    })();
    return {
      side,
      index: i,
      initialContact,
      toeOff,
      midStance: midStances[i],
      nextContact,
      nextSameSide,
      contactSpread,
      toeOffSpread,
      problem,
    };
  });
}
