import type { Metric } from '../../domain/analysis.ts';
import { either } from '../../domain/language.ts';
import { METRICS } from '../../gait/registry.ts';
import { SIDES } from '../../pose/keypoints.ts';
import { landingText, metricName } from '../../text/metricTexts.ts';
import { noticeText } from '../../text/noticeTexts.ts';
import { GRADE_TEXTS, readingText, SIDE_TEXTS } from '../../text/numberText.ts';
import { html, type Markup } from './markup.ts';

/** Every value that could be reported, left beside right; then what could not, with the reason. */
export function metricsSection(metrics: readonly Metric[]): Markup {
  const ids = [
    ...METRICS.map(({ id }) => id),
    ...metrics.map(({ id }) => id).filter((id) => id.startsWith('asymmetry.')),
  ];
  const rows = [...new Set(ids)].map((id) => ({ id, found: metrics.filter((metric) => metric.id === id) }));
  const reported = rows.filter(({ found }) => found.some(({ value }) => value !== null));
  const absent = rows.filter(({ found }) => found.length > 0 && found.every(({ value }) => value === null));
  return html`<section><h2>${either('Measurements', 'Messwerte')}</h2>
<p class="soft">${either('± is the 95 % half-width against the true value, with the known error of 2D video.', '± ist die halbe Breite zu 95 % gegen den wahren Wert, mit dem bekannten Fehler von 2D-Video.')}</p>
<table><thead><tr><th>${either('Measure', 'Messwert')}</th><th class="number">${SIDE_TEXTS.L}</th><th class="number">${SIDE_TEXTS.R}</th><th class="number">${either('Steps', 'Schritte')}</th><th>${either('Grade', 'Güte')}</th></tr></thead>
<tbody>${reported.map(({ id, found }) => row(id, found, metrics))}</tbody></table>
${absent.length === 0 ? null : absentTable(absent)}
</section>`;
}

function row(id: string, found: readonly Metric[], metrics: readonly Metric[]): Markup {
  const whole = found.find(({ side }) => side === null);
  const left = found.find(({ side }) => side === 'L');
  const right = found.find(({ side }) => side === 'R');
  const shown = found.filter(({ value }) => value !== null);
  const grades = [...new Set(shown.map(({ grade }) => GRADE_TEXTS[grade]))].join(' / ');
  const reasons = [...new Set(found.flatMap(({ reason }) => (reason ? [noticeText(reason)] : [])))];
  const notes = id === 'heel_strike_share' ? [landings(metrics), ...reasons] : reasons;
  const cells = whole
    ? html`<td class="number" colspan="2">${readingText(whole)}</td>`
    : html`<td class="number">${left ? readingText(left) : '–'}</td><td class="number">${right ? readingText(right) : '–'}</td>`;
  return html`<tr><td>${metricName(id)}${notes.map((reason) => html`<span class="why">${reason}</span>`)}</td>${cells}<td class="number">${[...new Set(shown.map(({ n }) => n))].join(' / ')}</td><td>${grades}</td></tr>`;
}

/** "Left lands heel first, right …" */
function landings(metrics: readonly Metric[]): string {
  return SIDES.flatMap((side) => {
    const landing = landingText(metrics, side);
    return landing ? [`${SIDE_TEXTS[side]}: ${landing}.`] : [];
  }).join(' ');
}

function absentTable(rows: readonly { id: string; found: readonly Metric[] }[]): Markup {
  const byReason = new Map<string, string[]>();
  for (const { id, found } of rows) {
    const reason =
      found.map((metric) => (metric.reason ? noticeText(metric.reason) : '')).find((text) => text !== '') ??
      '';
    byReason.set(reason, [...(byReason.get(reason) ?? []), metricName(id)]);
  }
  return html`<h3>${either('Not reported', 'Ohne Angabe')}</h3><table><tbody>${[...byReason].map(
    ([reason, names]) => html`<tr><td>${names.join(', ')}</td><td>${reason}</td></tr>`,
  )}</tbody></table>`;
}
