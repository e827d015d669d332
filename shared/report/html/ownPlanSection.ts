import { either } from '../../domain/language.ts';
import type { Plan, PlanWeek } from '../../domain/plan.ts';
import { addDays, daysBetween } from '../../program/calendar.ts';
import { drillChain } from '../../program/chain.ts';
import type { Library } from '../../program/library.ts';
import { whyText } from '../../text/chainText.ts';
import { dateText } from '../../text/dateText.ts';
import { FIXED } from '../../text/fixedTexts.ts';
import { planNoteText } from '../../text/planTexts.ts';
import { ruleText } from '../../text/ruleTexts.ts';
import { html, type Markup } from './markup.ts';
import { dayTable, PHASE_NAMES } from './planDays.ts';

/** The plan that the athlete trains by, with the exercises as the coach has them. */
export interface OwnPlan {
  readonly plan: Plan;
  readonly library: Library;
  /** ISO date of the session that it answers; null for the general programme. */
  readonly basisDate: string | null;
  /** ISO date on which the page is made. */
  readonly today: string;
}

/** The athlete's own plan in short: what it answers, the days of the week at hand, and when to look again. */
export function ownPlanSection(own: OwnPlan): Markup {
  const { plan, library, basisDate, today } = own;
  const week = weekOf(plan, today);
  const retest =
    plan.start_date === null
      ? either(`after ${plan.retest_after_weeks} weeks`, `nach ${plan.retest_after_weeks} Wochen`)
      : `${either('on', 'am')} ${dateText(addDays(plan.start_date, 7 * plan.retest_after_weeks))}`;
  return html`<section><h2>${either('Drill plan at hand, cycle', 'Laufender Übungsplan, Zyklus')} ${plan.cycle}</h2>
<p>${spanText(plan, today, week)}${basisDate === null ? '' : either(` It answers the video of ${dateText(basisDate)}.`, ` Er antwortet auf das Video vom ${dateText(basisDate)}.`)}</p>
<p class="safety">${FIXED.planSafety}</p>
<h3>${either('What it works on', 'Woran er arbeitet')}</h3>
${goals(plan, library)}
${plan.notes.filter(({ code }) => code !== 'no_priority').map((note) => html`<p>${planNoteText(note)}</p>`)}
${week === undefined ? null : html`<h3>${either('Week', 'Woche')} ${week.index}${week.light ? either(', a lighter one', ', eine leichtere') : ''}</h3>${dayTable(week, library)}${week.notes.map((note) => html`<p class="soft">${planNoteText(note)}</p>`)}`}
<h3>${either('Look again', 'Noch einmal schauen')}</h3>
<p>${either(`New video and tests ${retest}. All weeks, with drawings and a log to tick, are in the athlete’s own pages.`, `Neues Video und Tests ${retest}. Alle Wochen, mit Zeichnungen und einem Protokoll zum Abhaken, stehen auf den eigenen Seiten des Sportlers.`)}</p>
</section>`;
}

/** The week that holds the day, the first one before the plan begins; undefined when its weeks are over. */
function weekOf({ start_date, weeks }: Plan, today: string): PlanWeek | undefined {
  const day = start_date === null ? 0 : Math.max(0, daysBetween(start_date, today));
  return weeks[Math.floor(day / 7)];
}

function spanText({ start_date, weeks }: Plan, today: string, week: PlanWeek | undefined): string {
  if (start_date === null)
    return either(
      `${weeks.length} weeks from a day of the athlete’s choice.`,
      `${weeks.length} Wochen ab einem Tag nach Wahl des Sportlers.`,
    );
  const span = `${dateText(start_date)} ${either('to', 'bis')} ${dateText(addDays(start_date, 7 * weeks.length - 1))}, ${weeks.length} ${either('weeks', 'Wochen')}.`;
  if (today < start_date) return `${span} ${either('It has not begun yet.', 'Er hat noch nicht begonnen.')}`;
  if (week === undefined)
    return `${span} ${either('Its weeks are over: it is time to look again.', 'Seine Wochen sind vorbei: es ist Zeit, noch einmal zu schauen.')}`;
  return `${span} ${either('Now in week', 'Jetzt in Woche')} ${week.index}, ${either('phase', 'Phase')} ${week.phase}: ${PHASE_NAMES[week.phase]}.`;
}

function goals(plan: Plan, library: Library): Markup {
  if (plan.answers.length === 0)
    return html`<p>${either('Foot strength in general: no finding of a video asks for special drills.', 'Fußkraft im Allgemeinen: kein Befund eines Videos verlangt besondere Übungen.')}</p>`;
  const items = plan.weeks.flatMap(({ days }) => days.flatMap((day) => day.items));
  return html`<ul>${plan.answers.map(({ rule }) => {
    const item = items.find(({ why }) => why.kind === 'finding' && why.rule === rule);
    const chain = item && drillChain(plan, item);
    return html`<li><strong>${ruleText(rule).title}.</strong> ${chain === undefined ? '' : whyText(chain, library)}</li>`;
  })}</ul>`;
}
