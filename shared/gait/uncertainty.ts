import { bootstrapMean } from '../math/bootstrap.ts';
import { tQuantile95 } from '../math/distributions.ts';
import { mean, median, standardDeviation } from '../math/statistics.ts';
import type { EventErrors } from './eventModel.ts';

/**
 * Systematic error of automatic 2D pose, 1 SD, per metric (measurement.md 3.1 and 5: studies of real people; never narrowed
 * by synthetic results). Where six synthetic tuning runners showed more than the studies, theirs counts: knee in stance,
 * trunk, heel ahead of the hips, oscillation, thigh and foot at toe-off; from behind pelvis, heel and line offset. It does not shrink with more steps and counts only
 * against a norm or a true value.
 */
const SYSTEMATIC: Readonly<Record<string, number>> = {
  cadence: 0.3,
  foot_strike_angle: 2.9,
  tibia_angle_ic: 2,
  knee_flexion_ic: 4,
  knee_flexion_ms: 5,
  knee_flexion_peak_stance: 5,
  trunk_lean: 2.5,
  overstride_ankle: 0.03,
  overstride_heel: 0.04,
  vertical_oscillation: 10,
  vertical_ratio: 0.9,
  step_length: 0.015,
  toe_off_plantarflexion: 6,
  trailing_thigh: 5,
  foot_off_excursion: 12,
  foot_under_ankle_rear: 4,
  pelvic_drop: 7,
  heel_lean: 8,
  knee_deviation: 4,
  toe_out: 4,
  knee_window: 0.15,
  line_offset: 16,
};

/**
 * How much the error of a clip's mean varies from one clip to another beyond its steps and their timing, 1 SD: twelve
 * clip-sides from the side and twelve from behind of synthetic tuning runners, each with a body, shoes, camera and light of
 * its own. Tested on others.
 */
const SET_UP: Readonly<Record<string, number>> = {
  cadence: 0.08,
  foot_strike_angle: 3,
  tibia_angle_ic: 2,
  knee_flexion_ic: 4,
  knee_flexion_ms: 3,
  knee_flexion_peak_stance: 3.5,
  trunk_lean: 1.3,
  overstride_ankle: 0.01,
  overstride_heel: 0.016,
  vertical_oscillation: 9,
  vertical_ratio: 0.8,
  toe_off_plantarflexion: 5,
  foot_off_excursion: 7,
  foot_under_ankle_rear: 2.1,
  pelvic_drop: 2.3,
  heel_lean: 7.8,
  knee_deviation: 3,
  line_offset: 12,
};

/** Where the whole clip's network alone saw the foot: RMSE of the clip means of twelve synthetic tuning feet. */
const FROM_TRACK: Readonly<Record<string, number>> = { foot_strike_angle: 5.7 };

/** Both feet seem further out than they are: mean of six synthetic tuning runners, mm. */
export const STEP_WIDTH_SYSTEMATIC_MM = 22;

/** Far-leg over near-leg error of the foot angle: RMSE 5.11 and 2.91 degrees (Mo 2025, in measurement.md 1.7). */
export const FAR_LEG_FACTOR = 1.75;

/** Angles and lengths, which the picture of the far leg tells much less exactly than that of the near one. */
export const isPoorOnFarLeg = (id: string): boolean => id in SYSTEMATIC;

/** Durations between two events: both instants may be off. */
const DURATIONS = new Set(['contact_time', 'flight_time', 'duty_factor']);
/** Read at toe-off; everything else that hangs on an instant, at contact. */
const AT_TOE_OFF = new Set(['trailing_thigh', 'foot_off_excursion', 'toe_off_plantarflexion']);

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
  readonly id: string;
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
  const timing = 1.96 * eventEffect(input);
  const setUp = setUpHalfWidth(input.id);
  const known = (input.fromTrack ? FROM_TRACK[input.id] : undefined) ?? SYSTEMATIC[input.id] ?? 0;
  const systematic = 1.96 * known * (input.farLeg ? FAR_LEG_FACTOR : 1);
  return {
    repeat: Math.hypot(random, timing, setUp),
    total: Math.hypot(random, timing, Math.max(setUp, systematic)),
  };
}

/** What another camera, body or shoe changes in a metric: 95 % half-width, in its unit. */
export const setUpHalfWidth = (id: string): number => 1.96 * (SET_UP[id] ?? 0);

function eventEffect({ id, slope, errors: { initialContact, toeOff }, stride }: SpreadInput): number {
  // From one foot to the other: what both contacts share falls out, what each leg has of its own stays.
  if (id === 'step_time') return STEP_SHARE * initialContact * 1000;
  if (DURATIONS.has(id))
    return Math.hypot(initialContact, toeOff) * (id === 'duty_factor' ? 1 / stride : 1000);
  return Math.abs(slope) * (AT_TOE_OFF.has(id) ? toeOff : initialContact);
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

/** Values within 3.5 robust deviations of their median (measurement.md 2.4 step 9). */
export function withoutOutliers<T>(items: readonly T[], read: (item: T) => number): T[] {
  const values = items.map(read);
  const centre = median(values);
  const deviation =
    centre === undefined ? undefined : median(values.map((value) => Math.abs(value - centre)));
  if (centre === undefined || !deviation) return [...items];
  return items.filter((item) => Math.abs(read(item) - centre) <= 3.5 * 1.4826 * deviation);
}
