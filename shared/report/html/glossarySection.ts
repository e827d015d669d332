import type { Analysis } from '../../domain/analysis.ts';
import { either } from '../../domain/language.ts';
import { METRICS } from '../../gait/registry.ts';
import { accuracyIntroText, noCloseLookText, otherModelText } from '../../text/accuracyText.ts';
import { METRIC_TEXTS } from '../../text/metricTexts.ts';
import { QUOTED_MODEL, quotedAccuracy } from '../accuracy/quoted.ts';
import { html, type Markup } from './markup.ts';

/** Definitions of what the report shows, no more, each with how far it was from the truth where that is known. */
export function glossarySection(analysis: Analysis): Markup {
  const { metrics, provenance } = analysis;
  const shown = METRICS.filter(({ id }) =>
    metrics.some((metric) => metric.id === id && metric.value !== null),
  );
  const limits =
    provenance.model !== QUOTED_MODEL
      ? otherModelText(QUOTED_MODEL, provenance.model)
      : provenance.settings['close_look'] === undefined
        ? noCloseLookText()
        : '';
  return html`<section><h2>${either('What the measures mean', 'Was die Messwerte bedeuten')}</h2>
<p class="soft">${accuracyIntroText()} ${limits}</p>
<dl class="glossary">${shown.map(({ id }) => {
    const { name, definition } = METRIC_TEXTS[id];
    return html`<div><dt>${name}</dt><dd>${definition}</dd><dd class="why">${quotedAccuracy(analysis, id)}</dd></div>`;
  })}</dl></section>`;
}
