import { either } from '../../domain/language.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Exercise } from '../../program/data/exercise.ts';
import type { Library } from '../../program/library.ts';
import { gearText, isPlaceThatHurts } from '../../program/spoken.ts';
import { PACKET_TEXTS as TEXTS } from '../../text/packetTexts.ts';
import { AREA_TEXTS } from '../../text/planTexts.ts';
import { exerciseDrawing } from '../drawings/drawings.ts';
import { html, type Markup } from '../html/markup.ts';
import { doseText, settingText } from './doseText.ts';
import { inUnits, type Units } from './packetUnits.ts';

/** One drill: the picture first, then what to do, how much, and when to do less. */
export function cardPart(id: string, plan: Plan, library: Library, units: Units): Markup {
  const { name, how, cues, why, surface, footwear, progression, regression } = library.get(id);
  const [week, item] =
    plan.weeks
      .flatMap(({ index, days }) => days.flatMap(({ items }) => items.map((one) => [index, one] as const)))
      .find(([, { exercise }]) => exercise === id) ?? [];
  return html`<article class="card"><h3>${name}</h3>
${exerciseDrawing(id) ?? html`<p class="soft">${TEXTS.own}</p>`}
${item === undefined ? null : html`<p class="dose">${either('From week', 'Ab Woche')} ${week ?? 1}: ${doseText(item, library, units)}. ${settingText(id, library)}</p>`}
<ol>${how.map((step) => html`<li>${inUnits(step, units)}</li>`)}</ol>
<p><em>${cues.join(' ')}</em></p>
<p>${why}</p>
<p class="soft">${TEXTS.where} ${gearText(surface)}; ${gearText(footwear)}. ${TEXTS.easier} ${inUnits(regression, units)} ${TEXTS.harder} ${inUnits(progression, units)} ${leaveOut(library.get(id))}</p>
</article>`;
}

/** A sentence of the library for each place that hurts is long on paper: the places share one, the others stay. */
function leaveOut(exercise: Exercise): string {
  const { loads, contraindications } = exercise;
  const others = contraindications.filter((text) => !isPlaceThatHurts(exercise, text));
  const places =
    loads.length === 0 ? '' : `${TEXTS.leaveOut} ${loads.map((area) => AREA_TEXTS[area]).join(', ')}.`;
  return [places, ...others].filter((text) => text !== '').join(' ');
}
