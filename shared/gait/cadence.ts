import { tQuantile95 } from '../math/distributions.ts';
import { dominantFrequency } from '../math/spectrum.ts';
import { fitLine, mean, median } from '../math/statistics.ts';
import { SIDES } from '../pose/keypoints.ts';
import type { Contact } from './legEvents.ts';
import { SIGNAL_HZ, type Signals } from './signals.ts';

export interface CadenceEstimate {
  /** Steps per minute. */
  readonly value: number;
  /** 95 % half-width from the scatter of the contacts about the line. */
  readonly halfWidth: number;
  /** Steps between the first and the last contact. */
  readonly steps: number;
}

/** Steps per minute of a run whose pelvis bounces once a step; undefined where no bounce stands out. */
export function cadenceFromPelvis(signals: Signals): number | undefined {
  const thinned = 10;
  const height = signals.midHip.y.filter((_, i) => i % thinned === 0);
  const found = dominantFrequency(height, SIGNAL_HZ / thinned, 1.2, 4.2);
  return found && found.share > 0.1 ? 60 * found.hz : undefined;
}

/**
 * Contact time regressed on step number (measurement.md 2.2): a missed contact leaves a gap in the numbers, not an error
 * in the rate. Left and right contacts get their own offset, so an asymmetric step time does not widen the interval.
 * @returns undefined for fewer than six contacts
 */
export function cadenceFromContacts(contacts: readonly Contact[]): CadenceEstimate | undefined {
  if (contacts.length < 6) return undefined;
  const intervals = contacts
    .slice(1)
    .map((contact, i) => contact.initialContact - (contacts[i]?.initialContact ?? 0));
  const step = typicalStep(contacts, intervals);
  if (step === undefined) return undefined;
  let number = 0;
  const numbers = contacts.map((_, i) => {
    if (i > 0) number += Math.max(1, Math.round((intervals[i - 1] ?? 0) / step));
    return number;
  });
  const line = fitLine(
    withinSide(contacts, numbers),
    withinSide(
      contacts,
      contacts.map((c) => c.initialContact),
    ),
  );
  if (!line || line.slope <= 0) return undefined;
  // The two side means are fitted as well: one degree of freedom less than a plain line has.
  const df = Math.max(1, contacts.length - 3);
  const error = (line.slopeError ?? 0) * Math.sqrt((contacts.length - 2) / df) * tQuantile95(df);
  return { value: 60 / line.slope, halfWidth: (60 * error) / line.slope ** 2, steps: number };
}

/** Values less the mean of their own side. */
function withinSide(contacts: readonly Contact[], values: readonly number[]): number[] {
  const centre = { L: 0, R: 0 };
  for (const side of SIDES) centre[side] = mean(values.filter((_, i) => contacts[i]?.side === side)) ?? 0;
  return values.map((value, i) => value - centre[contacts[i]?.side ?? 'L']);
}

function typicalStep(contacts: readonly Contact[], intervals: readonly number[]): number | undefined {
  const alternating = intervals.filter((_, i) => contacts[i]?.side !== contacts[i + 1]?.side);
  return median(alternating.length >= 3 ? alternating : intervals.map((interval) => interval / 2));
}
