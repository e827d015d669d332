import { bootstrapMean } from '../math/bootstrap.ts';
import { tQuantile95 } from '../math/distributions.ts';
import { mean, median, standardDeviation } from '../math/statistics.ts';
import type { EventErrors } from './eventModel.ts';
import type { Known, MetricDefinition } from './metrics/metric.ts';
import { metricSpec } from './registry.ts';

/** Far-leg over near-leg error of the foot angle: RMSE 5.11 and 2.91 degrees (Mo 2025; METHOD.md 3.1). */
export const FAR_LEG_FACTOR = 1.75;

/** Angles and lengths, which the picture of the far leg tells much less exactly than that of the near one. */
export const isPoorOnFarLeg = (id: string): boolean => metricSpec(id).systematic !== null;

/**
 * Of a leg's error at contact so much differs from the other leg's. Chosen by hand before it was measured, on the wide side: mean step
 * times of runners left out of the learning are off by 2.2 ms where a leg's contacts are off by 2.9 (a share of 0.76, joints, 120
 * frames/s).
 */
const STEP_SHARE = 0.9;

export interface HalfWidths {
  readonly repeat: number;
  readonly total: number;
}

export interface SpreadInput {
  readonly metric: MetricDefinition;
  /** Values grouped in blocks that belong together (strides, or passes of a multi-pass session). */
  readonly blocks: readonly (readonly number[])[];
  /** Change of the metric with its event's instant, unit / s; 0 for metrics read over a span. */
  readonly slope: number;
  /** 1 SD of the mean error of the leg's instants, seconds. */
  readonly errors: EventErrors;
  readonly stride: number;
  readonly farLeg: boolean;
  /** The foot is read from the track, without a close look. */
  readonly fromTrack: boolean;
}

/**
 * 95 % half-widths of a mean over steps. `repeat`: random and event timing, and what another camera, body or shoe changes;
 * `total`: with the systematic part of real people instead, where that is the larger.
 */
export function halfWidths(input: SpreadInput): HalfWidths | undefined {
  const random = randomHalfWidth(input.blocks);
  if (random === undefined) return undefined;
  const { metric, fromTrack, farLeg } = input;
  const timing = 1.96 * eventEffect(input);
  const setUp = setUpHalfWidth(metric);
  const known = (fromTrack ? metric.fromTrack : null) ?? metric.systematic;
  const systematic = halfWidthOf(known) * (farLeg ? FAR_LEG_FACTOR : 1);
  return {
    repeat: Math.hypot(random, timing, setUp),
    total: Math.hypot(random, timing, Math.max(setUp, systematic)),
  };
}

/** 95 % half-width of an error that is known, 0 where there is none. */
export const halfWidthOf = (known: Known | null): number => (known === null ? 0 : 1.96 * known.sd);

/** What another camera, body or shoe changes in a metric: 95 % half-width, in its unit. */
export const setUpHalfWidth = ({ setUp }: MetricDefinition): number => halfWidthOf(setUp);

function eventEffect({ metric, slope, errors: { initialContact, toeOff }, stride }: SpreadInput): number {
  switch (metric.timing) {
    // From one foot to the other: what both contacts share falls out, what each leg has of its own stays.
    case 'between_contacts':
      return STEP_SHARE * initialContact * 1000;
    case 'stance':
      return Math.hypot(initialContact, toeOff) * 1000;
    case 'stance_share':
      return Math.hypot(initialContact, toeOff) / stride;
    case 'slope':
      return Math.abs(slope) * (metric.event === 'toe_off' ? toeOff : initialContact);
  }
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
    const interval = knownBootstrap(blocks);
    if (interval) return (interval.high - interval.low) / 2;
  }
  const between = standardDeviation(blocks.map((block) => mean(block) ?? 0)) ?? 0;
  const error = Math.max(spread / Math.sqrt(values.length), between / Math.sqrt(blocks.length));
  return tQuantile95(values.length - 1) * error;
}

/** An edit leaves most metrics as they were: the same blocks give the same interval. */
const known = new Map<string, ReturnType<typeof bootstrapMean>>();
const MOST_KNOWN = 300;

function knownBootstrap(blocks: readonly (readonly number[])[]): ReturnType<typeof bootstrapMean> {
  const key = JSON.stringify(blocks);
  const interval = known.has(key) ? known.get(key) : bootstrapMean(blocks);
  // The newest last: the oldest makes room.
  known.delete(key);
  known.set(key, interval);
  for (const oldest of known.keys()) {
    if (known.size <= MOST_KNOWN) break;
    known.delete(oldest);
  }
  return interval;
}

/** Values within 3.5 robust deviations of their median (METHOD.md 2.6). */
export function withoutOutliers<T>(items: readonly T[], read: (item: T) => number): T[] {
  const values = items.map(read);
  const centre = median(values);
  const deviation =
    centre === undefined ? undefined : median(values.map((value) => Math.abs(value - centre)));
  if (centre === undefined || !deviation) return [...items];
  return items.filter((item) => Math.abs(read(item) - centre) <= 3.5 * 1.4826 * deviation);
}
