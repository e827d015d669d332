import type { Plan, PlanItem, PlanWeek } from '../../domain/plan.ts';
import { addDays } from '../../program/calendar.ts';
import type { Library } from '../../program/library.ts';
import { WEEKDAY_TEXTS } from '../../text/changeText.ts';
import { dateText } from '../../text/dateText.ts';
import { PACKET_TEXTS as TEXTS } from '../../text/packetTexts.ts';
import { DAY_TEXTS, planNoteText, SETTING_TEXTS } from '../../text/planTexts.ts';
import { html, type Markup } from '../html/markup.ts';
import { doseText } from './doseText.ts';
import type { Units } from './packetUnits.ts';

const PHASES = { 1: 'wake the feet', 2: 'load the feet', 3: 'carry it into the run' } as const;

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
    const name = (WEEKDAY_TEXTS[weekday - 1] ?? '').slice(0, 3);
    const special = kind === 'training' || kind === 'off' ? '' : (DAY_TEXTS[kind] ?? '');
    return html`<th scope="col">${name}${date === null ? null : html`<br>${Number(date.slice(8))}`}${special === '' ? null : html`<br>${special}`}</th>`;
  });
  const rows = rowsOf(week, library, units).map(
    ({ exercise, text, days: on }) =>
      html`<tr><th scope="row"><strong>${library.get(exercise).name}</strong><br>${text}</th>${days.map((_, day) => (on.includes(day) ? html`<td class="box" aria-label="to tick">☐</td>` : html`<td></td>`))}</tr>`,
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
  return html`<div class="week"><div class="weekHead"><h3>Week ${index}${from === undefined ? '' : `, from ${dateText(from)}`} – part ${phase}: ${PHASES[phase]}${light ? ' (lighter)' : ''}</h3>
<p class="soft">${remarks.join(' ')}</p></div>
<table class="log"><thead><tr><th scope="col">Week ${index}</th>${heads}</tr></thead><tbody>${rows}${writing(TEXTS.hard)}${writing(TEXTS.sore)}</tbody></table></div>`;
}
