import { periodByAutocorrelation } from '../math/spectrum.ts';
import { quantile } from '../math/statistics.ts';
import { SIDES, type Side } from '../pose/keypoints.ts';
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

/** Samples at which the ankle falls below its stance height, after having been well above it. */
function landings(signals: Signals, side: Side, stride: number): number[] {
  const height = signals.legs[side].ankle.y;
  const base = quantile(height, 0.1) ?? 0;
  const lifted = base + 0.35 * ((quantile(height, 0.95) ?? base) - base);
  const down = base + LANDED_RISE;
  const found: number[] = [];
  let wasLifted = false;
  for (let i = 0; i < height.length; i++) {
    const y = height[i] ?? 0;
    if (y > lifted) wasLifted = true;
    const last = found[found.length - 1];
    if (wasLifted && y <= down && (last === undefined || i - last > 0.7 * stride * SIGNAL_HZ)) {
      found.push(i);
      wasLifted = false;
    }
  }
  return found;
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
