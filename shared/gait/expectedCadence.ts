import { mean, median, quantile } from '../math/statistics.ts';
import type { Contact } from './legEvents.ts';
import { SIGNAL_HZ, type Signals } from './signals.ts';

/** Cadence that people who run like this have, whatever the clock of the clip says. */
export interface ExpectedCadence {
  /** Steps per minute. */
  readonly value: number;
  /** Standard deviation of its natural logarithm. */
  readonly spread: number;
}

/** Of runners of whom no more is known. */
export const ANY_RUNNER: ExpectedCadence = { value: 170, spread: 0.08 };

/**
 * Natural logarithm of cadence by step length and rise of the pelvis, both in leg lengths, which no clock changes: who goes up and
 * down more steps less often, by gravity. Least squares over 51 trials of 17 runners at 2.5, 3.5 and 4.5 m/s (joints; Fukuchi
 * 2017): with one runner left out at a time SD 0.053, farthest 0.12. What a network makes of the pelvis is off by twice that, so
 * that the usual cadence has a say too: together SD 0.053 on joints, 0.06 on drawn runners.
 */
const CONSTANT = 4.313;
const BY_LENGTH = 0.183;
const BY_RISE = -0.347;
const OWN_SHARE = 0.6;
const SPREAD = 0.06;
/** Steps needed for it. */
const FEWEST = 6;

/** @returns `ANY_RUNNER` where too few stances are seen */
export function expectedCadence(
  runs: readonly {
    readonly signals: Signals;
    readonly contacts: readonly Contact[];
    readonly stride: number;
  }[],
): ExpectedCadence {
  const steps = runs.flatMap(({ signals, contacts, stride }) =>
    contacts.flatMap((contact) => stepShape(signals, contact, stride) ?? []),
  );
  if (steps.length < FEWEST) return ANY_RUNNER;
  const length = median(steps.map((step) => step.length)) ?? 0;
  const rise = median(steps.map((step) => step.rise)) ?? 0;
  if (length <= 0 || rise <= 0) return ANY_RUNNER;
  const own = CONSTANT + BY_LENGTH * Math.log(length) + BY_RISE * Math.log(rise);
  const value = Math.exp(OWN_SHARE * own + (1 - OWN_SHARE) * Math.log(ANY_RUNNER.value));
  return { value, spread: SPREAD };
}

/** Way of a step and rise of the pelvis over it, leg lengths. */
function stepShape(
  { legs, midHip, start }: Signals,
  { side, initialContact, toeOff }: Contact,
  stride: number,
): { length: number; rise: number } | undefined {
  if (toeOff === undefined) return undefined;
  const at = (time: number): number => Math.round((time - start) * SIGNAL_HZ);
  const stance = toeOff - initialContact;
  const [from, to] = [at(initialContact + 0.25 * stance), at(initialContact + 0.75 * stance)];
  const end = at(initialContact + stride / 2);
  if (from < 0 || to <= from || end >= midHip.y.length) return undefined;
  const { heel, footIndex } = legs[side];
  const ahead = (i: number): number =>
    (mean([heel.x[i] ?? 0, footIndex.x[i] ?? 0]) ?? 0) - (midHip.x[i] ?? 0);
  // A planted foot goes back as fast as the body goes on.
  const speed = (ahead(from) - ahead(to)) / (to - from);
  const heights = midHip.y.subarray(Math.max(0, at(initialContact)), end);
  return {
    length: (speed * stride * SIGNAL_HZ) / 2,
    rise: (quantile(heights, 1) ?? 0) - (quantile(heights, 0) ?? 0),
  };
}
