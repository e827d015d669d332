import type { PlanItem, PlanWeek } from '../../domain/plan.ts';
import type { Library } from '../../program/library.ts';
import { WEEKDAY_TEXTS } from '../../text/changeText.ts';
import { dateText } from '../../text/dateText.ts';
import { ADVICE_TEXTS, DAY_TEXTS } from '../../text/planTexts.ts';
import { html, type Markup } from './markup.ts';

export const PHASE_NAMES = { 1: 'awareness', 2: 'load', 3: 'transfer' } as const;

/** The days of a week with their drills. */
export const dayTable = ({ days }: PlanWeek, library: Library): Markup =>
  html`<table><thead><tr><th>Day</th><th>What</th><th class="number">Minutes</th></tr></thead><tbody>${days.map((day) => dayRow(day, library))}</tbody></table>`;

function dayRow({ weekday, date, kind, items, advice }: PlanWeek['days'][number], library: Library): Markup {
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0);
  const name = `${WEEKDAY_TEXTS[weekday - 1] ?? ''}${date === null ? '' : ` ${dateText(date)}`}`;
  return html`<tr><td class="number">${name}</td><td>${items.map((item) => html`<div>☐ ${itemText(item, library)}</div>`)}${kind === 'training' ? null : html`<div class="soft">${DAY_TEXTS[kind] ?? ''}. ${advice.map((code) => ADVICE_TEXTS[code] ?? '').join(' ')}</div>`}</td><td class="number">${Math.round(minutes)}</td></tr>`;
}

/** "Slow calf raises: 3 × 12, 3-2-3 s" */
export function itemText({ exercise, dose, cadence, first_side }: PlanItem, library: Library): string {
  const { name, tempo, kind } = library.get(exercise);
  const unit = { reps: '', s: ' s', contacts: ' contacts', m: ' m' }[dose.unit];
  const extras = [
    dose.per_side ? 'each side' : '',
    tempo ?? '',
    first_side === null ? '' : `${first_side === 'L' ? 'left' : 'right'} side first`,
    kind === 'cue' ? 'inside an easy run' : '',
    cadence === null
      ? ''
      : `at ${cadence.spm} steps a minute, beat on for ${Math.round(100 * cadence.beat_share)} % of the time`,
  ].filter((text) => text !== '');
  return `${name}: ${dose.sets} × ${dose.amount}${unit}${extras.length === 0 ? '' : `, ${extras.join(', ')}`}`;
}
