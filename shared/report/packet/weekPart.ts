import { either, spokenLanguage, told } from '../../domain/language.ts';
import type { Plan, PlanItem, PlanWeek } from '../../domain/plan.ts';
import { addDays } from '../../program/calendar.ts';
import type { Library } from '../../program/library.ts';
import { weekdayText } from '../../text/changeText.ts';
import { dateText } from '../../text/dateText.ts';
import { PACKET_TEXTS as TEXTS } from '../../text/packetTexts.ts';
import { DAY_TEXTS, planNoteText, SETTING_TEXTS } from '../../text/planTexts.ts';
import { html, type Markup } from '../html/markup.ts';
import { doseText } from './doseText.ts';
import type { Units } from './packetUnits.ts';

const PHASES = told(
  { 1: 'wake the feet', 2: 'load the feet', 3: 'carry it into the run' },
  { 1: 'die Füße wecken', 2: 'die Füße belasten', 3: 'in den Lauf tragen' },
);

interface Row {
  readonly exercise: string;
  readonly text: string;
  /** Indices of the days that hold it. */
  readonly days: readonly number[];
}

/** The drills of a week, each with its dose and its days; another dose is another row. */
function rowsOf({ days }: PlanWeek, library: Library, units: Units): Row[] {
  const rows = new Map<string, Row>();
  const add = (item: PlanItem, day: number) => {
    const text = doseText(item, library, units);
    const key = `${item.exercise} ${text}`;
    const row = rows.get(key) ?? { exercise: item.exercise, text, days: [] };
    rows.set(key, { ...row, days: [...row.days, day] });
  };
  for (const [day, { items }] of days.entries()) for (const item of items) add(item, day);
  return [...rows.values()];
}

/** A week as a sheet to tick: drills down, days across, and lines for how hard it was and what is sore. */
export function weekPart(week: PlanWeek, plan: Plan, library: Library, units: Units): Markup {
  const { index, phase, light, provisional, days, notes, footwear, surface } = week;
  const from = plan.start_date === null ? undefined : addDays(plan.start_date, 7 * (index - 1));
  const heads = days.map(({ weekday, date, kind }) => {
    const name = weekdayText(weekday).slice(0, spokenLanguage() === 'de' ? 2 : 3);
    const special = kind === 'training' || kind === 'off' ? '' : (DAY_TEXTS[kind] ?? '');
    return html`<th scope="col">${name}${date === null ? null : html`<br>${Number(date.slice(8))}`}${special === '' ? null : html`<br>${special}`}</th>`;
  });
  const rows = rowsOf(week, library, units).map(
    ({ exercise, text, days: on }) =>
      html`<tr><th scope="row"><strong>${library.get(exercise).name}</strong><br>${text}</th>${days.map((_, day) => (on.includes(day) ? html`<td class="box" aria-label="${either('to tick', 'zum Abhaken')}">☐</td>` : html`<td></td>`))}</tr>`,
  );
  const writing = (text: string) =>
    html`<tr class="write"><th scope="row">${text}</th>${days.map(() => html`<td></td>`)}</tr>`;
  const remarks = [
    provisional ? TEXTS.provisional : TEXTS.firm,
    light ? TEXTS.light : '',
    ...notes.filter(({ code }) => code !== 'light_week').map(planNoteText),
    SETTING_TEXTS[footwear] ?? '',
    SETTING_TEXTS[surface] ?? '',
  ].filter((text) => text !== '');
  const name = `${either('Week', 'Woche')} ${index}`;
  return html`<div class="week"><div class="weekHead"><h3>${name}${from === undefined ? '' : `, ${either('from', 'ab')} ${dateText(from)}`} – ${either('part', 'Teil')} ${phase}: ${PHASES[phase]}${light ? ` (${either('lighter', 'leichter')})` : ''}</h3>
<p class="soft">${remarks.join(' ')}</p></div>
<table class="log"><thead><tr><th scope="col">${name}</th>${heads}</tr></thead><tbody>${rows}${writing(TEXTS.hard)}${writing(TEXTS.sore)}</tbody></table></div>`;
}
