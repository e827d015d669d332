import type { Analysis } from '../../domain/analysis.ts';
import { either } from '../../domain/language.ts';
import { editTexts } from '../../text/editTexts.ts';
import { html, type Markup } from './markup.ts';

/** What the coach changed in the automatic results, clip by clip; absent where nothing was. */
export function coachSection(analysis: Analysis): Markup | null {
  const changed = analysis.clips.flatMap(({ id, file }) => {
    const texts = editTexts(analysis, id);
    return texts.length === 0 ? [] : [{ file, texts }];
  });
  if (changed.length === 0) return null;
  return html`<section><h2>${either('Looked at and corrected by the coach', 'Vom Trainer angeschaut und berichtigt')}</h2>
${changed.map(({ file, texts }) => html`<h3>${file}</h3><ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`)}</section>`;
}
