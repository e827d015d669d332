import type { PlanChange } from '../program/diffPlans.ts';
import { LIBRARY, type Library } from '../program/library.ts';
import { DAY_TEXTS, planNoteText } from './planTexts.ts';
import { ruleText } from './ruleTexts.ts';

export const WEEKDAY_TEXTS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

const amount = (dose: string): string => dose.replace(' x ', ' × ').replace(/ reps$/, '');

/** One change of a plan for the coach: where, what, and the reasons that the new plan gives. */
export function changeText(
  change: PlanChange,
  library: Library = LIBRARY,
): { where: string; what: string; why: string } {
  const { week, weekday, date, reasons } = change;
  const day =
    weekday === null ? '' : `, ${WEEKDAY_TEXTS[weekday - 1] ?? ''}${date === null ? '' : ` ${date}`}`;
  return {
    where: week === 0 ? 'Whole plan' : `Week ${week}${day}`,
    what: whatText(change, library),
    why: [...new Set(reasons.map(planNoteText))].join(' '),
  };
}

function whatText({ kind, exercise, from, to }: PlanChange, library: Library): string {
  const name = exercise !== null && library.has(exercise) ? library.get(exercise).name : (exercise ?? '');
  const rules = (list: string) =>
    list === ''
      ? 'none'
      : list
          .split(', ')
          .map((rule) => ruleText(rule).title.toLowerCase())
          .join(' and ');
  switch (kind) {
    case 'added':
      return `${name} added: ${amount(to)}`;
    case 'removed':
      return `${name} taken out`;
    case 'dose':
      return `${name}: ${amount(from)} becomes ${amount(to)}`;
    case 'phase':
      return `Phase ${from} becomes phase ${to}`;
    case 'gate':
      return to === 'firm'
        ? 'The gate of its phase is passed: the week stands'
        : 'Waits until the gate of its phase is passed';
    case 'light':
      return to === 'light' ? 'Becomes a lighter week' : 'Becomes a full week';
    case 'day':
      return `${DAY_TEXTS[from] ?? from} becomes ${(DAY_TEXTS[to] ?? to).toLowerCase()}`;
    case 'weeks':
      return `${from} weeks become ${to}`;
    case 'priority':
      return `Answers ${rules(to)} in place of ${rules(from)}`;
  }
}
