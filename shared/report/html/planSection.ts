import type { Plan, PlanWeek } from '../../domain/plan.ts';
import { drillChain } from '../../program/chain.ts';
import { exerciseById } from '../../program/data/exercises.ts';
import { LIBRARY } from '../../program/library.ts';
import { whyText } from '../../text/chainText.ts';
import { dateText } from '../../text/dateText.ts';
import { PLAN_SAFETY_TEXT } from '../../text/fixedTexts.ts';
import { planNoteText, SETTING_TEXTS } from '../../text/planTexts.ts';
import { ruleText } from '../../text/ruleTexts.ts';
import { html, type Markup } from './markup.ts';
import { dayTable, PHASE_NAMES } from './planDays.ts';

/** The plan that an analysis by itself proposes. */
export function planSection(plan: Plan): Markup {
  const first = plan.weeks[0];
  const used = [
    ...new Set(
      plan.weeks.flatMap(({ days }) => days.flatMap(({ items }) => items.map(({ exercise }) => exercise))),
    ),
  ];
  return html`<section><h2>Drill plan, ${plan.weeks.length} weeks${plan.start_date === null ? '' : ` from ${dateText(plan.start_date)}`}</h2>
<p>${plan.priorities.length === 0 ? '' : `Answers: ${plan.priorities.map((rule) => ruleText(rule).title.toLowerCase()).join('; ')}. `}${plan.notes.map(planNoteText).join(' ')}</p>
<p class="safety">${PLAN_SAFETY_TEXT}</p>
<h3>Week by week</h3>
<table><thead><tr><th>Week</th><th>Phase</th><th class="number">Load against week 1</th><th>Days</th></tr></thead>
<tbody>${plan.weeks.map((week) => weekRow(week, first?.load ?? week.load))}</tbody></table>
${first ? html`<h3>Week 1, day by day</h3>${dayTable(first, LIBRARY)}` : null}
${first ? html`<p>${SETTING_TEXTS[first.footwear] ?? ''} ${SETTING_TEXTS[first.surface] ?? ''}</p>` : null}
<h3>How to do it</h3>
<ol class="cards">${used.map((id) => card(id, plan))}</ol>
<p>Look again with a new video after ${plan.retest_after_weeks} weeks.</p>
</section>`;
}

function weekRow(week: PlanWeek, firstLoad: number): Markup {
  const training = week.days.filter(({ items }) => items.some(({ why }) => why.kind !== 'recovery')).length;
  return html`<tr class="${week.light ? 'light' : 'full'}"><td>${week.index}</td><td>${week.phase} ${PHASE_NAMES[week.phase]}${week.provisional ? ', opens when its tests are passed' : ''}</td><td class="number">${Math.round((100 * week.load) / firstLoad)} %</td><td>${training} training, ${week.days.length - training} off with stretching and rolling; easy cycling or swimming if you like.${week.notes.map((note) => html` <span class="soft">${planNoteText(note)}</span>`)}</td></tr>`;
}

function card(id: string, plan: Plan): Markup {
  const items = plan.weeks.flatMap(({ days }) => days.flatMap((day) => day.items));
  const asked = items.find(({ exercise, why }) => exercise === id && why.kind === 'finding');
  const reason = asked && drillChain(plan, asked);
  const { name, how, cues, why, surface, footwear, regression } = exerciseById(id);
  return html`<li><strong>${name}</strong> <span class="soft">(${surface}; ${footwear})</span><br>${how.join(' ')} <em>${cues.join(' ')}</em> <span class="soft">${why} Easier: ${regression}</span>${reason === undefined ? null : html`<br><span class="soft">Why it is here: ${whyText(reason)}</span>`}</li>`;
}
