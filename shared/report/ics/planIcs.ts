import { either } from '../../domain/language.ts';
import type { Plan, PlanDay, PlanWeek } from '../../domain/plan.ts';
import { addDays } from '../../program/calendar.ts';
import { isMain } from '../../program/dose.ts';
import { LIBRARY, type Library } from '../../program/library.ts';
import { FIXED } from '../../text/fixedTexts.ts';
import { itemText } from '../html/planDays.ts';
import { folded, icsDate, icsInstant, icsLocalTime, icsText } from './icsLines.ts';

export interface PlanIcsOptions {
  /** Stable name of the plan, letters, digits and dashes: the same plan exported again replaces its own events. */
  readonly planId: string;
  /** When the file is made, ISO instant in UTC; the same input gives the same file. */
  readonly madeAt: string;
  /** 0 for the first export, one more for every later one, so that calendars take the newer. */
  readonly sequence: number;
  /** "07:30" for sessions at that time of day; null for all-day events. */
  readonly startTime: string | null;
  readonly library?: Library;
}

/**
 * The plan as an iCalendar file (RFC 5545): one event a training day and one for the retest. Weeks of phases that have not
 * opened are marked tentative.
 * @throws RangeError for an undated plan, a bad plan id, instant, sequence or time
 */
export function planIcs(plan: Plan, options: PlanIcsOptions): string {
  const { planId, sequence, startTime } = options;
  if (plan.start_date === null) throw new RangeError('invalid plan: no start date');
  if (!/^[A-Za-z0-9-]{1,64}$/.test(planId)) throw new RangeError(`invalid planId: ${planId}`);
  if (!(Number.isInteger(sequence) && sequence >= 0)) throw new RangeError(`invalid sequence: ${sequence}`);
  if (startTime !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(startTime))
    throw new RangeError(`invalid startTime: ${startTime}`);
  const retest = addDays(plan.start_date, plan.retest_after_weeks * 7);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Midstance//Drill plan//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...plan.weeks.flatMap((week) => week.days.flatMap((day) => dayEvent(week, day, options))),
    ...event(options, `retest-${icsDate(retest)}`, [
      `DTSTART;VALUE=DATE:${icsDate(retest)}`,
      `DTEND;VALUE=DATE:${icsDate(addDays(retest, 1))}`,
      `SUMMARY:${icsText(either('Film again and repeat the tests', 'Noch einmal filmen und die Tests wiederholen'))}`,
      'TRANSP:TRANSPARENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function event({ planId, madeAt, sequence }: PlanIcsOptions, key: string, body: readonly string[]): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${planId}-${key}@midstance.invalid`,
    `DTSTAMP:${icsInstant(madeAt)}`,
    `SEQUENCE:${sequence}`,
    ...body,
    'END:VEVENT',
  ];
}

function dayEvent(week: PlanWeek, { date, items }: PlanDay, options: PlanIcsOptions): string[] {
  const main = items.filter(isMain);
  if (date === null || main.length === 0) return [];
  const minutes = Math.max(5, Math.ceil(items.reduce((sum, item) => sum + item.minutes, 0)));
  const library = options.library ?? LIBRARY;
  const text = [...items.map((item) => `- ${itemText(item, library)}`), '', FIXED.planSafety].join('\n');
  const { startTime } = options;
  const when =
    startTime === null
      ? [`DTSTART;VALUE=DATE:${icsDate(date)}`, `DTEND;VALUE=DATE:${icsDate(addDays(date, 1))}`]
      : [`DTSTART:${icsLocalTime(date, startTime)}`, `DURATION:PT${minutes}M`];
  const title = `${either('Foot drills, week', 'Fußübungen, Woche')} ${week.index}${week.light ? ` (${either('lighter', 'leichter')})` : ''}: ${main.map(({ exercise }) => library.get(exercise).name).join(', ')}`;
  return event(options, icsDate(date), [
    ...when,
    `SUMMARY:${icsText(title)}`,
    `DESCRIPTION:${icsText(text)}`,
    `STATUS:${week.provisional ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
  ]);
}
