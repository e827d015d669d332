import { findPeaks } from '../math/peaks.ts';
import { periodByAutocorrelation } from '../math/spectrum.ts';
import { quantile } from '../math/statistics.ts';
import { otherSide, SIDES, type Side } from '../pose/keypoints.ts';
import type { Contact } from './legEvents.ts';
import { SIGNAL_HZ, type Signals } from './signals.ts';
import { alignedSteps } from './strideTemplate.ts';

/**
 * Steps in a rear or front view, where forward motion cannot be seen. Mid-stance is good to 10 to 20 ms on synthetic
 * runners; the instant of contact (the ankle down at its stance height) to tens of milliseconds, enough to number the
 * steps, not for contact or flight time.
 */
const LANDED_RISE = 0.05;

/** Stride time from the difference of the two ankles' heights; undefined if nothing repeats. */
export function rearStrideTime(signals: Signals, shortest: number, longest: number): number | undefined {
  const thinned = 5;
  const difference = signals.legs.L.ankle.y
    .map((y, i) => y - (signals.legs.R.ankle.y[i] ?? 0))
    .filter((_, i) => i % thinned === 0);
  const found = periodByAutocorrelation(difference, SIGNAL_HZ / thinned, shortest, longest);
  return found && found.strength > 0.3 ? found.period : undefined;
}

export interface RearStep {
  readonly contact: Contact;
  readonly midStance: number;
}

/** Mid-stance lies within this share of a stride of where the other foot is furthest above this one. */
const NEAR_MIDDLE = 0.2;
/** A foot comes down at most and at least this share of a stride before mid-stance, usually in between. */
const EARLIEST_SHARE = 0.3;
const LATEST_SHARE = 0.08;
const USUAL_SHARE = 0.17;
/** Part of the stride around mid-stance whose shape tells one from another. */
const SHAPE_SHARE = 0.2;
/** The feet's heights are compared over this share of a stride, so that one wild frame is no step. */
const SMOOTHED_SHARE = 0.12;
/** Mid-stance stands out by this share of how far the feet pass each other. */
const PROMINENCE = 0.35;

/**
 * Once a stride the other foot is furthest above this one: that is mid-stance, which the lowest pelvis then places. The
 * template of the own stride finds those that keypoints hide.
 * @param stride stride time, seconds
 */
export function detectRearSteps(signals: Signals, stride: number): RearStep[] {
  const steps = SIDES.flatMap((side) => {
    const middles = midStances(signals, side, stride);
    return middles.map((at) => stepAt(signals, side, Math.round(at), stride));
  });
  return steps.sort((a, b) => a.contact.initialContact - b.contact.initialContact);
}

function midStances(signals: Signals, side: Side, stride: number): number[] {
  const samples = stride * SIGNAL_HZ;
  const own = signals.legs[side];
  const other = signals.legs[otherSide(side)];
  const above = own.ankle.y.map((y, i) => (other.ankle.y[i] ?? 0) - y);
  const lead = boxSmoothed(above, Math.round(SMOOTHED_SHARE * samples));
  const range = (quantile(lead, 0.98) ?? 0) - (quantile(lead, 0.02) ?? 0);
  const guesses = findPeaks(lead, 0.7 * samples, PROMINENCE * range).map((peak) =>
    lowestNear(signals.midHip.y, peak, NEAR_MIDDLE * samples),
  );
  const shape = [above, own.ankle.y, own.heel.y, own.knee.y, other.knee.y, other.heel.y, signals.midHip.y];
  const half = SHAPE_SHARE * samples;
  return alignedSteps(shape, guesses, { from: -half, to: half, grain: stride / 0.7, stride: samples });
}

/** Sample of the lowest value around one; the middle itself where the values still fall at an end. */
function lowestNear(values: Float64Array, middle: number, reach: number): number {
  const from = Math.max(0, Math.round(middle - reach));
  const to = Math.min(values.length - 1, Math.round(middle + reach));
  let lowest = from;
  for (let i = from; i <= to; i++) if ((values[i] ?? 0) < (values[lowest] ?? 0)) lowest = i;
  return lowest === from || lowest === to ? middle : lowest;
}

/** The step around a mid-stance: down when the ankle first reaches its stance height, as far as that can be believed. */
function stepAt(signals: Signals, side: Side, middle: number, stride: number): RearStep {
  const samples = stride * SIGNAL_HZ;
  const ankle = signals.legs[side].ankle.y;
  const base = quantile(ankle, 0.1) ?? 0;
  const from = Math.max(0, Math.round(middle - EARLIEST_SHARE * samples));
  const to = Math.max(0, Math.round(middle - LATEST_SHARE * samples));
  const landed = ankle.subarray(from, to).findIndex((y) => y <= base + LANDED_RISE);
  const at = landed > 0 ? from + landed : Math.max(0, middle - USUAL_SHARE * samples);
  const contact: Contact = {
    side,
    initialContact: signals.start + at / SIGNAL_HZ,
    toeOff: undefined,
    contactSpread: 0.04,
    toeOffSpread: undefined,
    isSupposed: false,
    isToeOffSupposed: false,
  };
  return { contact, midStance: signals.start + middle / SIGNAL_HZ };
}

function boxSmoothed(values: Float64Array, width: number): Float64Array {
  const half = Math.max(1, Math.floor(width / 2));
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = (sums[i] ?? 0) + (values[i] ?? 0);
  return values.map((_, i) => {
    const from = Math.max(0, i - half);
    const to = Math.min(values.length, i + half + 1);
    return ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from);
  });
}
