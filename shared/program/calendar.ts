import type { DayKind } from '../domain/plan.ts';
import type { PlanInput } from './planInput.ts';

const DAY_MS = 86_400_000;

/** ISO date some days later; dates without a clock or a time zone. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** 1-7, Monday first. */
export const weekdayOf = (date: string): number => ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

export interface DaySlot {
  readonly weekday: number;
  readonly date: string | null;
  readonly kind: DayKind;
}

/** The seven days of a week in the order in which they come. The day before and after a race are off. */
export function weekSlots(
  { startDate, trainingDays, calendar }: Pick<PlanInput, 'startDate' | 'trainingDays' | 'calendar'>,
  week: number,
): DaySlot[] {
  return Array.from({ length: 7 }, (_, k) => {
    const date = startDate === null ? null : addDays(startDate, (week - 1) * 7 + k);
    const weekday = date === null ? k + 1 : weekdayOf(date);
    const plain: DayKind = trainingDays.includes(weekday) ? 'training' : 'off';
    return { weekday, date, kind: date === null ? plain : (specialKind(date, calendar) ?? plain) };
  });
}

function specialKind(date: string, calendar: PlanInput['calendar']): DayKind | undefined {
  if (calendar.length === 0) return undefined;
  const on = (day: string, kind?: DayKind) =>
    calendar.find((entry) => entry.from <= day && day <= entry.to && (!kind || entry.kind === kind));
  const today = on(date, 'race') ?? on(date);
  if (today) return today.kind;
  if (on(addDays(date, 1), 'race')) return 'before_race';
  return on(addDays(date, -1), 'race') ? 'after_race' : undefined;
}
