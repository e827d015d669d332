import { curvature, median } from '../math/statistics.ts';
import type { Contact } from './legEvents.ts';
import { SIGNAL_HZ, type Signals } from './signals.ts';

/** Apparent fall of the mid-hip keypoint in flight, m/s2: the pelvis falls faster than the centre of mass. */
const PELVIS_FALL = 11.5;
/** Leg length (thigh + shank) of an adult whose height is not known, metres. */
export const TYPICAL_LEG_M = 0.86;
/** Both ends of a flight still carry push-off and landing: this share of it is left out on either side. */
const MARGIN_SHARE = 0.1;
const FEWEST_FLIGHTS = 10;

/**
 * Slow-motion factor from gravity (METHOD.md 4.5): in flight the pelvis falls with a known acceleration, so the
 * one seen says how much time is stretched. Times of `signals` and `contacts` are on the same clock.
 * @param legM metres per leg length
 * @returns undefined below ten flights
 */
export function ballisticFactor(
  runs: readonly { readonly signals: Signals; readonly contacts: readonly Contact[] }[],
  legM: number,
): number | undefined {
  const falls = runs.flatMap(({ signals, contacts }) =>
    contacts.flatMap((contact, i) => {
      const next = contacts[i + 1];
      if (!next || next.side === contact.side || contact.toeOff === undefined) return [];
      const flight = next.initialContact - contact.toeOff;
      if (flight <= 0) return [];
      const index = (time: number) => Math.round((time - signals.start) * SIGNAL_HZ);
      const from = index(contact.toeOff + MARGIN_SHARE * flight);
      const to = index(next.initialContact - MARGIN_SHARE * flight);
      const bend = from < 0 ? undefined : curvature(signals.midHip.y.subarray(from, to));
      return bend === undefined ? [] : [-bend * SIGNAL_HZ * SIGNAL_HZ];
    }),
  );
  const fall = falls.length < FEWEST_FLIGHTS ? undefined : median(falls);
  return fall === undefined || fall <= 0 ? undefined : Math.sqrt(PELVIS_FALL / (legM * fall));
}
