import { either } from '../../domain/language.ts';
import type { Plan, PlanWeek } from '../../domain/plan.ts';
import { drillChain } from '../../program/chain.ts';
import { LIBRARY } from '../../program/library.ts';
import { gearText } from '../../program/spoken.ts';
import { whyText } from '../../text/chainText.ts';
import { dateText } from '../../text/dateText.ts';
import { FIXED } from '../../text/fixedTexts.ts';
import { planNoteText, SETTING_TEXTS } from '../../text/planTexts.ts';
import { ruleText } from '../../text/ruleTexts.ts';
import { inSentence } from '../../text/sentence.ts';
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
  return html`<section><h2>${either('Drill plan', 'Übungsplan')}, ${plan.weeks.length} ${either('weeks', 'Wochen')}${plan.start_date === null ? '' : ` ${either('from', 'ab')} ${dateText(plan.start_date)}`}</h2>
<p>${plan.priorities.length === 0 ? '' : `${either('Answers', 'Antwortet auf')}: ${plan.priorities.map((rule) => inSentence(ruleText(rule).title)).join('; ')}. `}${plan.notes.map(planNoteText).join(' ')}</p>
<p class="safety">${FIXED.planSafety}</p>
<h3>${either('Week by week', 'Woche für Woche')}</h3>
<table><thead><tr><th>${either('Week', 'Woche')}</th><th>Phase</th><th class="number">${either('Load against week 1', 'Last gegen Woche 1')}</th><th>${either('Days', 'Tage')}</th></tr></thead>
<tbody>${plan.weeks.map((week) => weekRow(week, first?.load ?? week.load))}</tbody></table>
${first ? html`<h3>${either('Week 1, day by day', 'Woche 1, Tag für Tag')}</h3>${dayTable(first, LIBRARY)}` : null}
${first ? html`<p>${SETTING_TEXTS[first.footwear] ?? ''} ${SETTING_TEXTS[first.surface] ?? ''}</p>` : null}
<h3>${either('How to do it', 'So geht es')}</h3>
<ol class="cards">${used.map((id) => card(id, plan))}</ol>
<p>${either(`Look again with a new video after ${plan.retest_after_weeks} weeks.`, `Nach ${plan.retest_after_weeks} Wochen mit einem neuen Video noch einmal schauen.`)}</p>
</section>`;
}

function weekRow(week: PlanWeek, firstLoad: number): Markup {
  const training = week.days.filter(({ items }) => items.some(({ why }) => why.kind !== 'recovery')).length;
  const off = week.days.length - training;
  return html`<tr class="${week.light ? 'light' : 'full'}"><td>${week.index}</td><td>${week.phase} ${PHASE_NAMES[week.phase]}${week.provisional ? either(', opens when its tests are passed', ', öffnet sich, wenn ihre Tests bestanden sind') : ''}</td><td class="number">${Math.round((100 * week.load) / firstLoad)} %</td><td>${either(`${training} training, ${off} off with stretching and rolling; easy cycling or swimming if you like.`, `${training} mit Training, ${off} frei mit Dehnen und Rollen; locker Rad fahren oder schwimmen, wenn du magst.`)}${week.notes.map((note) => html` <span class="soft">${planNoteText(note)}</span>`)}</td></tr>`;
}

function card(id: string, plan: Plan): Markup {
  const items = plan.weeks.flatMap(({ days }) => days.flatMap((day) => day.items));
  const asked = items.find(({ exercise, why }) => exercise === id && why.kind === 'finding');
  const reason = asked && drillChain(plan, asked);
  const { name, how, cues, why, surface, footwear, regression } = LIBRARY.get(id);
  return html`<li><strong>${name}</strong> <span class="soft">(${gearText(surface)}; ${gearText(footwear)})</span><br>${how.join(' ')} <em>${cues.join(' ')}</em> <span class="soft">${why} ${either('Easier:', 'Leichter:')} ${regression}</span>${reason === undefined ? null : html`<br><span class="soft">${either('Why it is here:', 'Warum sie hier steht:')} ${whyText(reason)}</span>`}</li>`;
}
