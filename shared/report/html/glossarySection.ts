import type { Metric } from '../../domain/analysis.ts';
import { METRICS } from '../../gait/registry.ts';
import { METRIC_TEXTS } from '../../text/metricTexts.ts';
import { html, type Markup } from './markup.ts';

/** Definitions of what the report shows, no more. */
export function glossarySection(metrics: readonly Metric[]): Markup {
  const shown = METRICS.filter(({ id }) =>
    metrics.some((metric) => metric.id === id && metric.value !== null),
  );
  return html`<section><h2>What the measures mean</h2><dl class="glossary">${shown.map(({ id }) => {
    const { name, definition } = METRIC_TEXTS[id];
    return html`<div><dt>${name}</dt><dd>${definition}</dd></div>`;
  })}</dl></section>`;
}
