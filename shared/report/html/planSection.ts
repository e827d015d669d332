import type { Plan, PlanItem, PlanWeek } from '../../domain/plan.ts';
import { drillChain } from '../../program/chain.ts';
import { exerciseById } from '../../program/data/exercises.ts';
import { LIBRARY, type Library } from '../../program/library.ts';
import { whyText } from '../../text/chainText.ts';
import { WEEKDAY_TEXTS } from '../../text/changeText.ts';
import { PLAN_SAFETY_TEXT } from '../../text/fixedTexts.ts';
import { ADVICE_TEXTS, DAY_TEXTS, planNoteText, SETTING_TEXTS } from '../../text/planTexts.ts';
import { ruleText } from '../../text/ruleTexts.ts';
import { html, type Markup } from './markup.ts';

const PHASES = { 1: 'awareness', 2: 'load', 3: 'transfer' } as const;

export function planSection(plan: Plan): Markup {
  const first = plan.weeks[0];
  const used = [
    ...new Set(
      plan.weeks.flatMap(({ days }) => days.flatMap(({ items }) => items.map(({ exercise }) => exercise))),
    ),
  ];
  return html`<section><h2>Drill plan, ${plan.weeks.length} weeks${plan.start_date === null ? '' : ` from ${plan.start_date}`}</h2>
<p>${plan.priorities.length === 0 ? '' : `Answers: ${plan.priorities.map((rule) => ruleText(rule).title.toLowerCase()).join('; ')}. `}${plan.notes.map(planNoteText).join(' ')}</p>
<p class="safety">${PLAN_SAFETY_TEXT}</p>
<h3>Week by week</h3>
<table><thead><tr><th>Week</th><th>Phase</th><th class="number">Load against week 1</th><th>Days</th></tr></thead>
<tbody>${plan.weeks.map((week) => weekRow(week, first?.load ?? week.load))}</tbody></table>
${first ? html`<h3>Week 1, day by day</h3><table><thead><tr><th>Day</th><th>What</th><th class="number">Minutes</th></tr></thead><tbody>${first.days.map(dayRow)}</tbody></table>` : null}
${first ? html`<p>${SETTING_TEXTS[first.footwear] ?? ''} ${SETTING_TEXTS[first.surface] ?? ''}</p>` : null}
<h3>How to do it</h3>
<ol class="cards">${used.map((id) => card(id, plan))}</ol>
<p>Look again with a new video after ${plan.retest_after_weeks} weeks.</p>
</section>`;
}

function weekRow(week: PlanWeek, firstLoad: number): Markup {
  const training = week.days.filter(({ items }) => items.some(({ why }) => why.kind !== 'recovery')).length;
  return html`<tr class="${week.light ? 'light' : 'full'}"><td>${week.index}</td><td>${week.phase} ${PHASES[week.phase]}${week.provisional ? ', opens when its tests are passed' : ''}</td><td class="number">${Math.round((100 * week.load) / firstLoad)} %</td><td>${training} training, ${week.days.length - training} off with stretching and rolling; easy cycling or swimming if you like.${week.notes.map((note) => html` <span class="soft">${planNoteText(note)}</span>`)}</td></tr>`;
}

function dayRow({ weekday, date, kind, items, advice }: PlanWeek['days'][number]): Markup {
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0);
  const name = `${WEEKDAY_TEXTS[weekday - 1] ?? ''}${date === null ? '' : ` ${date}`}`;
  return html`<tr><td class="number">${name}</td><td>${items.map((item) => html`<div>☐ ${itemText(item)}</div>`)}${kind === 'training' ? null : html`<div class="soft">${DAY_TEXTS[kind] ?? ''}. ${advice.map((code) => ADVICE_TEXTS[code] ?? '').join(' ')}</div>`}</td><td class="number">${Math.round(minutes)}</td></tr>`;
}

/** "Slow calf raises: 3 × 12, 3-2-3 s" */
export function itemText(
  { exercise, dose, cadence, first_side }: PlanItem,
  library: Library = LIBRARY,
): string {
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

function card(id: string, plan: Plan): Markup {
  const items = plan.weeks.flatMap(({ days }) => days.flatMap((day) => day.items));
  const asked = items.find(({ exercise, why }) => exercise === id && why.kind === 'finding');
  const reason = asked && drillChain(plan, asked);
  const { name, how, cues, why, surface, footwear, regression } = exerciseById(id);
  return html`<li><strong>${name}</strong> <span class="soft">(${surface}; ${footwear})</span><br>${how.join(' ')} <em>${cues.join(' ')}</em> <span class="soft">${why} Easier: ${regression}</span>${reason === undefined ? null : html`<br><span class="soft">Why it is here: ${whyText(reason)}</span>`}</li>`;
}
