import type { GaitEvent } from '../../shared/domain/analysis.ts';
import type { MeasuredRunner } from './measure.ts';
import { legOf } from './metricErrors.ts';
import { type EventScore, scoreEvents } from './scoreEvents.ts';

export const TIMINGS = ['initial_contact', 'toe_off', 'step_contact_time'] as const;
export type Timing = (typeof TIMINGS)[number];

/** The contacts of one leg of one side clip against the truth. */
export interface LegContacts {
  readonly leg: 'near' | 'far';
  readonly initialContact: EventScore;
  readonly toeOff: EventScore;
  /** Of single steps whose two ends are both found. */
  readonly contactTimeErrorsMs: readonly number[];
}

/** A clip's truth and what any tool reported of it. */
export interface ReportedRunner extends Pick<MeasuredRunner, 'truth'> {
  readonly events: readonly Pick<GaitEvent, 'side' | 'type' | 'time_s'>[];
}

/** Side views only: from behind the instant of a contact is rough by design. */
export function contactErrors(runners: readonly ReportedRunner[]): LegContacts[] {
  return runners
    .filter(({ truth }) => truth.near_side !== null)
    .flatMap((runner) => (['near', 'far'] as const).map((leg) => contactsOf(runner, leg)));
}

function contactsOf(runner: ReportedRunner, leg: 'near' | 'far'): LegContacts {
  const side = legOf(runner, leg);
  const { contacts, duration_s } = runner.truth;
  const mine = contacts.filter((contact) => contact.side === side);
  const reported = (type: 'initial_contact' | 'toe_off') =>
    runner.events.flatMap((event) => (event.side === side && event.type === type ? [event.time_s] : []));
  const begins = mine.map(({ initial_contact_s }) => initial_contact_s);
  const initialContact = scoreEvents(begins, reported('initial_contact'), duration_s);
  const toeOff = scoreEvents(
    mine.map(({ toe_off_s }) => toe_off_s),
    reported('toe_off'),
    duration_s,
    begins,
  );
  const contactTimeErrorsMs = [...initialContact.errorAt].flatMap(([i, begin]) => {
    const end = toeOff.errorAt.get(i);
    return end === undefined ? [] : [end - begin];
  });
  return { leg, initialContact, toeOff, contactTimeErrorsMs };
}

/** Errors of single events or steps, milliseconds. */
export function errorsOf(contacts: LegContacts, timing: Timing): readonly number[] {
  if (timing === 'step_contact_time') return contacts.contactTimeErrorsMs;
  return (timing === 'initial_contact' ? contacts.initialContact : contacts.toeOff).errorsMs;
}
