import type { Metric } from '../domain/analysis.ts';
import { told } from '../domain/language.ts';
import { metricSpec } from '../gait/registry.ts';
import { UNIT_TEXTS } from './metricTexts.ts';

/**
 * Decimals that a value may be shown with: the metric's own, and never finer than its half-width can carry (a
 * half-width of 3 or more leaves no decimal, of 0.3 or more one).
 */
export function decimalsFor(id: string, halfWidth: number | null): number {
  const { decimals } = metricSpec(id);
  const own = id.startsWith('asymmetry.') ? 1 : decimals;
  if (halfWidth === null || halfWidth <= 0) return own;
  return Math.min(own, Math.max(0, Math.ceil(-Math.log10(halfWidth / 3))));
}

/** Value to the grain that is honest: contact and flight times to 5 ms, the rest to its decimals. */
export function valueText({ id, value, total }: Pick<Metric, 'id' | 'value' | 'total'>): string {
  if (value === null) return '–';
  const text = round(id, value).toFixed(decimalsFor(id, total));
  // A small negative value that rounds to nothing has no sign left.
  return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text;
}

export function halfWidthText(
  metric: Pick<Metric, 'id' | 'repeat' | 'total'>,
  kind: 'repeat' | 'total',
): string {
  const width = metric[kind];
  return width === null ? '' : `± ${round(metric.id, width).toFixed(decimalsFor(metric.id, metric.total))}`;
}

export const unitText = (unit: string): string => UNIT_TEXTS[unit] ?? unit;

/** "251 ± 20 ms": the one way a value is written on screen and on paper. */
export function readingText(metric: Metric): string {
  if (metric.value === null) return GRADE_TEXTS.not_reported;
  return `${valueText(metric)} ${halfWidthText(metric, 'total')}${unitAfter(metric.unit)}`;
}

/** A unit as it follows a number: degrees without a gap. */
export function unitAfter(unit: string): string {
  const text = unitText(unit);
  return text === '' || text === '°' ? text : ` ${text}`;
}

/** "251 ± 20 ms" of a finding's evidence, as the metric itself is written. */
export function estimateText({
  metric,
  value,
  total,
}: {
  metric: string;
  value: number;
  total: number;
}): string {
  const reading = { id: metric, value, total, repeat: null };
  return `${valueText(reading)} ${halfWidthText(reading, 'total')}${unitAfter(metricSpec(metric).unit)}`;
}

const TO_FIVE = new Set(['contact_time', 'flight_time']);
const round = (id: string, value: number): number => (TO_FIVE.has(id) ? Math.round(value / 5) * 5 : value);

export const GRADE_TEXTS = told(
  { high: 'high', medium: 'medium', low: 'low', not_reported: 'not reported' },
  { high: 'hoch', medium: 'mittel', low: 'niedrig', not_reported: 'keine Angabe' },
);
export const SIDE_TEXTS = told({ L: 'Left', R: 'Right' }, { L: 'Links', R: 'Rechts' });
