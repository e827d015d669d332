import { either, told } from '../../domain/language.ts';
import type { PlanItem, PlanWeek } from '../../domain/plan.ts';
import type { Library } from '../../program/library.ts';
import { DOSE_UNITS } from '../../text/chainText.ts';
import { weekdayText } from '../../text/changeText.ts';
import { dateText } from '../../text/dateText.ts';
import { ADVICE_TEXTS, DAY_TEXTS } from '../../text/planTexts.ts';
import { firstSideText } from '../packet/doseText.ts';
import { html, type Markup } from './markup.ts';

export const PHASE_NAMES = told(
  { 1: 'awareness', 2: 'load', 3: 'transfer' },
  { 1: 'Wahrnehmung', 2: 'Belastung', 3: 'Übertragung' },
);

/** The days of a week with their drills. */
export const dayTable = ({ days }: PlanWeek, library: Library): Markup =>
  html`<table><thead><tr><th>${either('Day', 'Tag')}</th><th>${either('What', 'Was')}</th><th class="number">${either('Minutes', 'Minuten')}</th></tr></thead><tbody>${days.map((day) => dayRow(day, library))}</tbody></table>`;

function dayRow({ weekday, date, kind, items, advice }: PlanWeek['days'][number], library: Library): Markup {
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0);
  const name = `${weekdayText(weekday)}${date === null ? '' : ` ${dateText(date)}`}`;
  return html`<tr><td class="number">${name}</td><td>${items.map((item) => html`<div>☐ ${itemText(item, library)}</div>`)}${kind === 'training' ? null : html`<div class="soft">${DAY_TEXTS[kind] ?? ''}. ${advice.map((code) => ADVICE_TEXTS[code] ?? '').join(' ')}</div>`}</td><td class="number">${Math.round(minutes)}</td></tr>`;
}

/** "Slow calf raises: 3 × 12, 3-2-3 s" */
export function itemText({ exercise, dose, cadence, first_side }: PlanItem, library: Library): string {
  const { name, tempo, kind } = library.get(exercise);
  const unit = DOSE_UNITS[dose.unit];
  const extras = [
    dose.per_side ? either('each side', 'je Seite') : '',
    tempo ?? '',
    first_side === null ? '' : firstSideText(first_side),
    kind === 'cue' ? either('inside an easy run', 'in einem lockeren Lauf') : '',
    cadence === null
      ? ''
      : either(
          `at ${cadence.spm} steps a minute, beat on for ${Math.round(100 * cadence.beat_share)} % of the time`,
          `mit ${cadence.spm} Schritten in der Minute, Takt an für ${Math.round(100 * cadence.beat_share)} % der Zeit`,
        ),
  ].filter((text) => text !== '');
  return `${name}: ${dose.sets} × ${dose.amount}${unit}${extras.length === 0 ? '' : `, ${extras.join(', ')}`}`;
}
