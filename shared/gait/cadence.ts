import { tQuantile95 } from '../math/distributions.ts';
import { dominantFrequency } from '../math/spectrum.ts';
import { fitLine, mean, median } from '../math/statistics.ts';
import type { Contact } from './legEvents.ts';
import { SIGNAL_HZ, type Signals } from './signals.ts';

export interface CadenceEstimate {
  /** Steps per minute. */
  readonly value: number;
  /** 95 % half-width from the scatter of the contacts about the line. */
  readonly halfWidth: number;
  /** Steps between the first and the last contact of each piece. */
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
 * Contact time regressed on step number (METHOD.md 2.7): a missed contact leaves a gap in the numbers, not an error
 * in the rate. Left and right contacts get their own offset, so an asymmetric step time does not widen the interval. So do
 * the pieces of a clip: what lies between two of them is no step of either, however long the clock says it was.
 * @param begins true seconds at which a new piece begins, ascending
 * @returns undefined for fewer than six contacts, or where no piece holds two steps of a foot
 */
export function cadenceFromContacts(
  contacts: readonly Contact[],
  begins: readonly number[] = [],
): CadenceEstimate | undefined {
  if (contacts.length < 6) return undefined;
  const pieceOf = ({ initialContact }: Contact): number =>
    begins.filter((begin) => begin <= initialContact).length;
  const pieces = contacts.map(pieceOf);
  const isSamePiece = (i: number): boolean => i > 0 && pieces[i] === pieces[i - 1];
  const intervals = contacts.map(
    ({ initialContact }, i) => initialContact - (contacts[i - 1]?.initialContact ?? initialContact),
  );
  const step = typicalStep(contacts, intervals, isSamePiece);
  if (step === undefined) return undefined;
  let number = 0;
  let counted = 0;
  const numbers = intervals.map((interval, i) => {
    const more = isSamePiece(i) ? Math.max(1, Math.round(interval / step)) : 0;
    counted += more;
    number = isSamePiece(i) ? number + more : 0;
    return number;
  });
  const groups = contacts.map(({ side }, i) => `${pieces[i]} ${side}`);
  const line = fitLine(
    withinGroup(groups, numbers),
    withinGroup(
      groups,
      contacts.map((c) => c.initialContact),
    ),
  );
  if (!line || line.slope <= 0) return undefined;
  // The means of all groups are fitted as well: a plain line has two of its own.
  const df = Math.max(1, contacts.length - new Set(groups).size - 1);
  const error = (line.slopeError ?? 0) * Math.sqrt((contacts.length - 2) / df) * tQuantile95(df);
  return { value: 60 / line.slope, halfWidth: (60 * error) / line.slope ** 2, steps: counted };
}

/** Values less the mean of their own group. */
function withinGroup(groups: readonly string[], values: readonly number[]): number[] {
  const centres = new Map(
    [...new Set(groups)].map((group) => [group, mean(values.filter((_, i) => groups[i] === group)) ?? 0]),
  );
  return values.map((value, i) => value - (centres.get(groups[i] ?? '') ?? 0));
}

/** Median step of those that begin and end in one piece. @param intervals from the contact before */
function typicalStep(
  contacts: readonly Contact[],
  intervals: readonly number[],
  isSamePiece: (i: number) => boolean,
): number | undefined {
  const within = intervals.flatMap((interval, i) => (isSamePiece(i) ? [{ interval, i }] : []));
  const alternating = within.filter(({ i }) => contacts[i]?.side !== contacts[i - 1]?.side);
  return median(
    alternating.length >= 3
      ? alternating.map(({ interval }) => interval)
      : within.map(({ interval }) => interval / 2),
  );
}

/** When the pieces of a clip begin, as `cadenceFromContacts` wants them. */
export const beginsOf = (signals: readonly Signals[]): number[] => signals.map(({ start }) => start);
