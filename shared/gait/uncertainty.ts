import { bootstrapMean } from '../math/bootstrap.ts';
import { tQuantile95 } from '../math/distributions.ts';
import { mean, median, standardDeviation } from '../math/statistics.ts';
import { eventBiasS } from './rates.ts';

/**
 * Systematic error of automatic 2D pose, 1 SD, per metric (measurement.md 3.1 and 5: studies of real people; never
 * narrowed by synthetic results). It does not shrink with more steps and counts only against a norm or a true value.
 */
const SYSTEMATIC: Readonly<Record<string, number>> = {
  cadence: 0.3,
  foot_strike_angle: 2.9,
  tibia_angle_ic: 2,
  knee_flexion_ic: 4,
  knee_flexion_ms: 4,
  knee_flexion_peak_stance: 4,
  trunk_lean: 2,
  overstride_ankle: 0.03,
  overstride_heel: 0.03,
  vertical_oscillation: 5,
  vertical_ratio: 0.5,
  step_length: 0.015,
  toe_off_plantarflexion: 6,
  trailing_thigh: 4,
  foot_off_excursion: 4,
  foot_under_ankle_rear: 4,
  pelvic_drop: 2.5,
  heel_lean: 4.8,
  knee_deviation: 4,
  toe_out: 4,
  knee_window: 0.15,
  line_offset: 10,
  step_width: 12,
};

/** Far-leg over near-leg error of the foot angle: RMSE 5.11 and 2.91 degrees (Mo 2025, in measurement.md 1.7). */
export const FAR_LEG_FACTOR = 1.75;

/** Durations between two events: both instants may be off. */
const DURATIONS = new Set(['contact_time', 'flight_time', 'duty_factor']);

export interface HalfWidths {
  readonly repeat: number;
  readonly total: number;
}

export interface SpreadInput {
  readonly id: string;
  /** Values grouped in blocks that belong together (strides, or passes of a multi-pass session). */
  readonly blocks: readonly (readonly number[])[];
  /** Change of the metric with its event's instant, unit / s; 0 for metrics read over a span. */
  readonly slope: number;
  readonly captureFps: number;
  readonly stride: number;
  readonly farLeg: boolean;
}

/** 95 % half-widths of a mean over steps: random and event timing (`repeat`), and with the systematic part (`total`). */
export function halfWidths(input: SpreadInput): HalfWidths | undefined {
  const random = randomHalfWidth(input.blocks);
  if (random === undefined) return undefined;
  const timing = 1.96 * eventEffect(input);
  const systematic = 1.96 * (SYSTEMATIC[input.id] ?? 0) * (input.farLeg ? FAR_LEG_FACTOR : 1);
  const repeat = Math.hypot(random, timing);
  return { repeat, total: Math.hypot(repeat, systematic) };
}

function eventEffect({ id, slope, captureFps, stride, farLeg }: SpreadInput): number {
  const bias = eventBiasS(captureFps) * (farLeg ? FAR_LEG_FACTOR : 1);
  // From one foot to the other: what both contacts share falls out, what the far one has more of stays.
  if (id === 'step_time') return (FAR_LEG_FACTOR - 1) * eventBiasS(captureFps) * 1000;
  if (!DURATIONS.has(id)) return Math.abs(slope) * bias;
  return Math.SQRT2 * bias * (id === 'duty_factor' ? 1 / stride : 1000);
}

/**
 * BCa bootstrap over blocks where there are enough of them, Student's t otherwise; with few passes the larger of the
 * scatter within and between them. Undefined for fewer than two values.
 */
export function randomHalfWidth(blocks: readonly (readonly number[])[]): number | undefined {
  const values = blocks.flat();
  const spread = standardDeviation(values);
  if (spread === undefined) return undefined;
  if (values.length >= 10 && blocks.length >= 5) {
    const interval = bootstrapMean(blocks);
    if (interval) return (interval.high - interval.low) / 2;
  }
  const between = standardDeviation(blocks.map((block) => mean(block) ?? 0)) ?? 0;
  const error = Math.max(spread / Math.sqrt(values.length), between / Math.sqrt(blocks.length));
  return tQuantile95(values.length - 1) * error;
}

/** Values within 3.5 robust deviations of their median (measurement.md 2.4 step 9). */
export function withoutOutliers<T>(items: readonly T[], read: (item: T) => number): T[] {
  const values = items.map(read);
  const centre = median(values);
  const deviation =
    centre === undefined ? undefined : median(values.map((value) => Math.abs(value - centre)));
  if (centre === undefined || !deviation) return [...items];
  return items.filter((item) => Math.abs(read(item) - centre) <= 3.5 * 1.4826 * deviation);
}
