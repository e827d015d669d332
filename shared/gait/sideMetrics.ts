import { mean } from '../math/statistics.ts';
import type { MetricId } from './registry.ts';
import { readingsOver, type SideReader } from './segmentAngles.ts';
import type { SideReference } from './standing.ts';
import type { Step } from './steps.ts';

/** One step's values; a metric that this step cannot carry is not there. */
export type StepValues = Partial<Record<MetricId, number>>;

export interface StepContext {
  /** Foot angle at initial contact against the flat foot; see `footReadings`. */
  readonly footStrikeAngle: number | undefined;
  readonly reference: SideReference | undefined;
  /** Metres per leg length; undefined when the athlete's height is not known. */
  readonly metresPerLeg: number | undefined;
  /** Belt speed, or running speed overground, m/s; undefined when not told. */
  readonly speed: number | undefined;
}

/** Metrics of one step in a side view: rows S1-S23 of measurement.md 1.3, in the units of the registry. */
export function sideStepValues(step: Step, read: SideReader, context: StepContext): StepValues {
  const { initialContact: contact, toeOff, midStance, nextContact, nextSameSide } = step;
  const { reference, footStrikeAngle } = context;
  const values: StepValues = {
    tibia_angle_ic: read.shank(contact),
    knee_flexion_ic: read.knee(contact),
    overstride_ankle: read.ankleAhead(contact),
    overstride_heel: read.heelAhead(contact),
  };
  if (footStrikeAngle !== undefined) values.foot_strike_angle = footStrikeAngle;
  if (nextContact !== undefined) {
    values.step_time = (nextContact - contact) * 1000;
    Object.assign(values, oscillation(read, contact, nextContact, context));
  }
  if (toeOff !== undefined && midStance !== undefined) {
    values.contact_time = (toeOff - contact) * 1000;
    if (isPlanted(read, contact, toeOff)) {
      values.knee_flexion_ms = read.knee(midStance);
      values.knee_flexion_peak_stance = Math.max(...readingsOver(read.knee, contact, toeOff));
    }
    values.trunk_lean = mean(readingsOver(read.trunk, contact, toeOff)) ?? read.trunk(midStance);
    values.trailing_thigh = read.thigh(toeOff);
    if (reference) {
      // Against the foot flat on the ground: at mid-stance itself the network sees a shoe 9 degrees too low at the toe.
      values.foot_off_excursion = reference.foot - read.foot(toeOff);
      const dorsiflexion = read.foot(toeOff) - reference.foot - read.shank(toeOff) + reference.shank;
      values.toe_off_plantarflexion = -dorsiflexion;
    }
    if (nextContact !== undefined) values.flight_time = (nextContact - toeOff) * 1000;
    if (nextSameSide !== undefined) values.duty_factor = (toeOff - contact) / (nextSameSide - contact);
  }
  return values;
}

/** Part of the stance looked at in one go, and where such parts begin, shares of it. */
const PART = 0.2;
const PART_STARTS = [0.2, 0.3, 0.4, 0.5, 0.6] as const;
/**
 * In no part of a stance does a planted foot go back so much slower than on average: 0.68 to 1.04 in the legs of six synthetic
 * tuning runners. Below it the network has the swinging leg, whose knee would be read 20 to 60 degrees too bent.
 */
const SLOWEST_SHARE = 0.4;

/** Whether the ankle goes back under the body all the way, as that of a foot on the ground does. */
function isPlanted({ ankleAhead }: SideReader, contact: number, toeOff: number): boolean {
  const at = (share: number) => ankleAhead(contact + share * (toeOff - contact));
  const speed = (from: number, to: number) => (at(from) - at(to)) / (to - from);
  const typical = speed(0.05, 0.95);
  return PART_STARTS.every((from) => speed(from, from + PART) >= SLOWEST_SHARE * typical);
}

/** Rise of the pelvis over one step about the line between its two contacts (S9), the ratio and the step's length. */
function oscillation(read: SideReader, from: number, to: number, context: StepContext): StepValues {
  const heights = readingsOver(read.pelvisHeight, from, to);
  const first = heights[0] ?? 0;
  const last = heights[heights.length - 1] ?? 0;
  const level = heights.map((height, i) => height - first - ((last - first) * i) / (heights.length - 1));
  const rise = Math.max(...level) - Math.min(...level);
  const { metresPerLeg, speed } = context;
  const values: StepValues = {};
  if (metresPerLeg !== undefined) values.vertical_oscillation = rise * metresPerLeg * 1000;
  if (speed !== undefined) values.step_length = speed * (to - from);
  if (values.vertical_oscillation !== undefined && values.step_length) {
    values.vertical_ratio = values.vertical_oscillation / (10 * values.step_length);
  }
  return values;
}

/** Half a frame at 100 frames/s on either side: wide enough to see the slope, narrow enough to be local. */
const SLOPE_STEP_S = 0.005;

/**
 * How fast each contact (or toe-off) metric changes with the instant it is read at, unit / s: an instant that is wrong
 * by b moves the metric by slope x b. Metrics read over a span hardly move and are left out.
 */
export function eventSlopes(step: Step, read: SideReader): StepValues {
  const slope = (of: (time: number) => number, at: number) =>
    (of(at + SLOPE_STEP_S) - of(at - SLOPE_STEP_S)) / (2 * SLOPE_STEP_S);
  const at = step.initialContact;
  const slopes: StepValues = {
    foot_strike_angle: slope(read.foot, at),
    tibia_angle_ic: slope(read.shank, at),
    knee_flexion_ic: slope(read.knee, at),
    overstride_ankle: slope(read.ankleAhead, at),
    overstride_heel: slope(read.heelAhead, at),
  };
  if (step.toeOff !== undefined) {
    slopes.trailing_thigh = slope(read.thigh, step.toeOff);
    slopes.foot_off_excursion = slope(read.foot, step.toeOff);
    slopes.toe_off_plantarflexion = slope((time) => read.foot(time) - read.shank(time), step.toeOff);
  }
  return slopes;
}
