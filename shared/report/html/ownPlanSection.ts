import type { Plan, PlanWeek } from '../../domain/plan.ts';
import { addDays, daysBetween } from '../../program/calendar.ts';
import { drillChain } from '../../program/chain.ts';
import type { Library } from '../../program/library.ts';
import { whyText } from '../../text/chainText.ts';
import { dateText } from '../../text/dateText.ts';
import { PLAN_SAFETY_TEXT } from '../../text/fixedTexts.ts';
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
      ? `after ${plan.retest_after_weeks} weeks`
      : `on ${dateText(addDays(plan.start_date, 7 * plan.retest_after_weeks))}`;
  return html`<section><h2>Drill plan at hand, cycle ${plan.cycle}</h2>
<p>${spanText(plan, today, week)}${basisDate === null ? '' : ` It answers the video of ${dateText(basisDate)}.`}</p>
<p class="safety">${PLAN_SAFETY_TEXT}</p>
<h3>What it works on</h3>
${goals(plan, library)}
${plan.notes.filter(({ code }) => code !== 'no_priority').map((note) => html`<p>${planNoteText(note)}</p>`)}
${week === undefined ? null : html`<h3>Week ${week.index}${week.light ? ', a lighter one' : ''}</h3>${dayTable(week, library)}${week.notes.map((note) => html`<p class="soft">${planNoteText(note)}</p>`)}`}
<h3>Look again</h3>
<p>New video and tests ${retest}. All weeks, with drawings and a log to tick, are in the athlete’s own pages.</p>
</section>`;
}

/** The week that holds the day, the first one before the plan begins; undefined when its weeks are over. */
function weekOf({ start_date, weeks }: Plan, today: string): PlanWeek | undefined {
  const day = start_date === null ? 0 : Math.max(0, daysBetween(start_date, today));
  return weeks[Math.floor(day / 7)];
}

function spanText({ start_date, weeks }: Plan, today: string, week: PlanWeek | undefined): string {
  if (start_date === null) return `${weeks.length} weeks from a day of the athlete’s choice.`;
  const span = `${dateText(start_date)} to ${dateText(addDays(start_date, 7 * weeks.length - 1))}, ${weeks.length} weeks.`;
  if (today < start_date) return `${span} It has not begun yet.`;
  if (week === undefined) return `${span} Its weeks are over: it is time to look again.`;
  return `${span} Now in week ${week.index}, phase ${week.phase}: ${PHASE_NAMES[week.phase]}.`;
}

function goals(plan: Plan, library: Library): Markup {
  if (plan.answers.length === 0)
    return html`<p>Foot strength in general: no finding of a video asks for special drills.</p>`;
  const items = plan.weeks.flatMap(({ days }) => days.flatMap((day) => day.items));
  return html`<ul>${plan.answers.map(({ rule }) => {
    const item = items.find(({ why }) => why.kind === 'finding' && why.rule === rule);
    const chain = item && drillChain(plan, item);
    return html`<li><strong>${ruleText(rule).title}.</strong> ${chain === undefined ? '' : whyText(chain, library)}</li>`;
  })}</ul>`;
}
