import type { AlignmentDefinition } from '../../domain/alignment.ts';
import type { Analysis } from '../../domain/analysis.ts';
import { either } from '../../domain/language.ts';
import { SIDES } from '../../pose/keypoints.ts';
import { type AlignmentSaying, alignmentSays, sayingsOf } from '../../program/alignmentSays.ts';
import {
  ALIGNMENT_NAMES,
  agreementText,
  alignmentLegend,
  typicalText,
  verdictText,
} from '../../text/alignmentTexts.ts';
import { readingText, SIDE_TEXTS } from '../../text/numberText.ts';
import { html, type Markup } from './markup.ts';

/**
 * Every definition of "the foot is under the body" that was measured, with what it says within its ±, and the one that the coach
 * goes by; absent where none was measured.
 */
export function alignmentSection(analysis: Analysis, house: AlignmentDefinition | null): Markup | null {
  const sayings = alignmentSays(analysis);
  const measured = sayings.filter(({ verdict }) => verdict !== 'not_measured');
  if (measured.length === 0) return null;
  const ids = [...new Set(measured.map(({ id }) => id))];
  return html`<section class="alignment"><h2>${either('Foot under the body', 'Fuß unter dem Körper')}</h2>
${house === null ? null : houseLine(house, sayings)}
<table><thead><tr><th>${either('Definition', 'Definition')}</th><th class="number">${SIDE_TEXTS.L}</th><th class="number">${SIDE_TEXTS.R}</th><th class="number">${either('Typical at this speed', 'Üblich bei diesem Tempo')}</th></tr></thead>
<tbody>${ids.map((id) => row(id, sayings, id === house))}</tbody></table>
${SIDES.flatMap((side) => {
  const side2d = sayingsOf(sayings, 'side', side);
  return side2d.some(({ verdict }) => verdict !== 'not_measured')
    ? [html`<p>${SIDE_TEXTS[side]}: ${agreementText(side2d)}</p>`]
    : [];
})}
<p class="soft">${alignmentLegend()}</p>
</section>`;
}

function houseLine(house: AlignmentDefinition, sayings: readonly AlignmentSaying[]): Markup {
  const told = sayings.some(({ id, verdict }) => id === house && verdict !== 'not_measured');
  return html`<p class="house"><strong>${either('The coach goes by', 'Der Trainer richtet sich nach')}: ${ALIGNMENT_NAMES[house]}</strong>${told ? '.' : either(' (not measured in this session).', ' (in dieser Aufnahme nicht gemessen).')}</p>`;
}

function row(id: AlignmentDefinition, sayings: readonly AlignmentSaying[], isHouse: boolean): Markup {
  const of = (side: 'L' | 'R') => sayings.find((one) => one.id === id && one.side === side);
  const norm = [of('L'), of('R')].flatMap((one) => (one && typicalText(one)) ?? [])[0];
  const name = isHouse ? html`<strong>${ALIGNMENT_NAMES[id]}</strong>` : html`${ALIGNMENT_NAMES[id]}`;
  return html`<tr><td>${name}</td>${cell(of('L'))}${cell(of('R'))}<td class="number">${norm ?? '–'}</td></tr>`;
}

const cell = (saying: AlignmentSaying | undefined): Markup =>
  saying?.metric === undefined || saying.verdict === 'not_measured'
    ? html`<td class="number">–</td>`
    : html`<td class="number">${readingText(saying.metric)}<span class="why">${verdictText(saying.id, saying.verdict)}</span></td>`;
