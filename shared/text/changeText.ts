import { either, told } from '../domain/language.ts';
import type { PlanChange } from '../program/diffPlans.ts';
import { LIBRARY, type Library } from '../program/library.ts';
import { DOSE_UNITS } from './chainText.ts';
import { dateText } from './dateText.ts';
import { DAY_TEXTS, planNoteText } from './planTexts.ts';
import { ruleText } from './ruleTexts.ts';
import { inSentence } from './sentence.ts';

const WEEKDAYS = told(
  { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday', 6: 'Saturday', 7: 'Sunday' },
  { 1: 'Montag', 2: 'Dienstag', 3: 'Mittwoch', 4: 'Donnerstag', 5: 'Freitag', 6: 'Samstag', 7: 'Sonntag' },
);

/** Monday is 1; nothing for what is no weekday. */
export const weekdayText = (weekday: number): string =>
  (WEEKDAYS as Readonly<Record<number, string>>)[weekday] ?? '';

const amount = (dose: string): string =>
  dose
    .replace(' x ', ' × ')
    .replace(/ reps$/, '')
    .replace(/ contacts$/, DOSE_UNITS.contacts);

/** One change of a plan for the coach: where, what, and the reasons that the new plan gives. */
export function changeText(
  change: PlanChange,
  library: Library = LIBRARY,
): { where: string; what: string; why: string } {
  const { week, weekday, date, reasons } = change;
  const day = weekday === null ? '' : `, ${weekdayText(weekday)}${date === null ? '' : ` ${dateText(date)}`}`;
  return {
    where: week === 0 ? either('Whole plan', 'Ganzer Plan') : `${either('Week', 'Woche')} ${week}${day}`,
    what: whatText(change, library),
    why: [...new Set(reasons.map(planNoteText))].join(' '),
  };
}

function whatText({ kind, exercise, from, to }: PlanChange, library: Library): string {
  const name = exercise !== null && library.has(exercise) ? library.get(exercise).name : (exercise ?? '');
  const rules = (list: string) =>
    list === ''
      ? either('none', 'nichts')
      : list
          .split(', ')
          .map((rule) => inSentence(ruleText(rule).title))
          .join(either(' and ', ' und '));
  const becomes = either('becomes', 'wird');
  switch (kind) {
    case 'added':
      return `${name} ${either('added', 'dazu')}: ${amount(to)}`;
    case 'removed':
      return `${name} ${either('taken out', 'herausgenommen')}`;
    case 'dose':
      return `${name}: ${amount(from)} ${becomes} ${amount(to)}`;
    case 'phase':
      return either(`Phase ${from} becomes phase ${to}`, `Phase ${from} wird Phase ${to}`);
    case 'gate':
      return to === 'firm'
        ? either(
            'The gate of its phase is passed: the week stands',
            'Die Hürde ihrer Phase ist genommen: die Woche steht fest',
          )
        : either(
            'Waits until the gate of its phase is passed',
            'Wartet, bis die Hürde ihrer Phase genommen ist',
          );
    case 'light':
      return to === 'light'
        ? either('Becomes a lighter week', 'Wird eine leichtere Woche')
        : either('Becomes a full week', 'Wird eine volle Woche');
    case 'day':
      return `${DAY_TEXTS[from] ?? from} ${becomes} ${inSentence(DAY_TEXTS[to] ?? to)}`;
    case 'weeks':
      return either(`${from} weeks become ${to}`, `Aus ${from} Wochen werden ${to}`);
    case 'priority':
      return either(
        `Answers ${rules(to)} in place of ${rules(from)}`,
        `Antwortet auf „${rules(to)}“ statt auf „${rules(from)}“`,
      );
  }
}
