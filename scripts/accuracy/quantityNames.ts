import { METRICS } from '../../shared/gait/registry.ts';
import { METRIC_TEXTS } from '../../shared/text/metricTexts.ts';
import { unitText } from '../../shared/text/numberText.ts';
import { TIMINGS } from './eventErrors.ts';

const TIMING_NAMES = {
  initial_contact: 'Initial contact',
  toe_off: 'Toe-off',
  step_contact_time: 'Contact time, single steps',
} as const;

/** What a table or plot calls a quantity. */
export function quantityName(quantity: string): string {
  const timing = TIMINGS.find((one) => one === quantity);
  if (timing) return TIMING_NAMES[timing];
  const metric = METRICS.find(({ id }) => id === quantity);
  return metric ? METRIC_TEXTS[metric.id].name : quantity;
}

/** "Contact time (ms)" */
export function namedUnit(name: string, unit: string): string {
  const text = unitText(unit);
  return text === '' ? name : `${name} (${text})`;
}

/** A minus that is as wide as a plus; no sign on nothing. */
export const signed = (text: string): string =>
  (/^-0(\.0+)?$/.test(text) ? text.slice(1) : text).replace('-', '−');

/** Two figures of the spread, at most four decimals: bias and spread are written to the same place. */
export const placesOf = (sd: number): number =>
  sd > 0 ? Math.min(4, Math.max(0, 1 - Math.floor(Math.log10(sd)))) : 1;
