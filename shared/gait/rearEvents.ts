import { periodByAutocorrelation } from '../math/spectrum.ts';
import { quantile } from '../math/statistics.ts';
import { otherSide, SIDES, type Side } from '../pose/keypoints.ts';
import type { Contact } from './legEvents.ts';
import { SIGNAL_HZ, type Signals } from './signals.ts';

/**
 * Steps in a rear or front view, where forward motion cannot be seen: the foot that comes down is the one whose ankle
 * falls to its stance height. The instant is good to tens of milliseconds, enough to number the steps and to find
 * mid-stance (the lowest pelvis, measurement.md 4.2), not for contact or flight time.
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

/** @param stride stride time, seconds */
export function detectRearSteps(signals: Signals, stride: number): RearStep[] {
  const steps = SIDES.flatMap((side) =>
    landings(signals, side, stride).flatMap((at) => stepFrom(signals, side, at, stride)),
  );
  return steps.sort((a, b) => a.contact.initialContact - b.contact.initialContact);
}

/** The feet's heights are compared over this share of a stride, so that one wild frame is no step. */
const SMOOTHED_SHARE = 0.12;
/** A foot is down at the latest this share of a stride after it came lower than the other. */
const LATEST_SHARE = 0.15;

/**
 * Samples at which a foot comes down: once a stride its ankle becomes the lower one of the two, around the middle of the
 * flight; it is down when it reaches its stance height.
 */
function landings(signals: Signals, side: Side, stride: number): number[] {
  const own = signals.legs[side].ankle.y;
  const other = signals.legs[otherSide(side)].ankle.y;
  const lead = boxSmoothed(
    own.map((y, i) => (other[i] ?? 0) - y),
    Math.round(SMOOTHED_SHARE * stride * SIGNAL_HZ),
  );
  const reach = 0.25 * ((quantile(lead, 0.95) ?? 0) - (quantile(lead, 0.05) ?? 0));
  const base = quantile(own, 0.1) ?? 0;
  const latest = Math.round(LATEST_SHARE * stride * SIGNAL_HZ);
  const found: number[] = [];
  let below: number | undefined;
  let wasHigher = false;
  for (let i = 0; i < lead.length; i++) {
    const now = lead[i] ?? 0;
    if (now < -reach) wasHigher = true;
    if (now <= 0) below = undefined;
    else below ??= i;
    // Hysteresis: it counts once the foot is clearly the lower one, from where it began to be.
    if (!wasHigher || below === undefined || now < reach) continue;
    wasHigher = false;
    const from = below;
    const landed = own.subarray(from, from + latest).findIndex((y) => y <= base + LANDED_RISE);
    const at = from + (landed < 0 ? latest : landed);
    const last = found[found.length - 1];
    if (at < own.length && (last === undefined || at - last > 0.7 * stride * SIGNAL_HZ)) found.push(at);
  }
  return found;
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

function stepFrom(signals: Signals, side: Side, at: number, stride: number): RearStep[] {
  const to = Math.min(signals.length - 1, at + Math.round(0.35 * stride * SIGNAL_HZ));
  let lowest = at;
  for (let i = at; i <= to; i++) if ((signals.midHip.y[i] ?? 0) < (signals.midHip.y[lowest] ?? 0)) lowest = i;
  // A pelvis that is still falling at the end of the window belongs to no stance.
  if (lowest === to) return [];
  const seconds = (i: number) => signals.start + i / SIGNAL_HZ;
  const contact: Contact = {
    side,
    initialContact: seconds(at),
    toeOff: undefined,
    contactSpread: 0.04,
    toeOffSpread: undefined,
  };
  return [{ contact, midStance: seconds(lowest) }];
}
