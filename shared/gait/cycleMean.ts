import { mean, standardDeviation } from '../math/statistics.ts';

/** Points of a normalised gait cycle, contact (0 %) to the next contact of the same foot (100 %). */
export const CYCLE_POINTS = 101;

export interface CycleMean {
  /** Cycles that are in it, and cycles that were left out. */
  readonly n: number;
  readonly excluded: number;
  readonly mean: readonly number[];
  /** Sample standard deviation (n - 1); null for a single cycle. */
  readonly sd: readonly number[] | null;
}

/** One cycle read at `CYCLE_POINTS` evenly spaced instants; undefined where a point cannot be read. */
export function normalisedCycle(
  read: (time: number) => number | undefined,
  from: number,
  to: number,
): number[] | undefined {
  if (!(to > from)) throw new RangeError(`invalid cycle: ${from} to ${to}`);
  const points: number[] = [];
  for (let i = 0; i < CYCLE_POINTS; i++) {
    const value = read(from + ((to - from) * i) / (CYCLE_POINTS - 1));
    if (value === undefined) return undefined;
    points.push(value);
  }
  return points;
}

/** Point by point; undefined without a cycle. */
export function cycleMean(cycles: readonly (readonly number[])[], excluded: number): CycleMean | undefined {
  if (cycles.length === 0) return undefined;
  const at = (i: number): number[] => cycles.map((cycle) => cycle[i] ?? 0);
  const points = Array.from({ length: CYCLE_POINTS }, (_, i) => at(i));
  return {
    n: cycles.length,
    excluded,
    mean: points.map((values) => mean(values) ?? 0),
    sd: cycles.length < 2 ? null : points.map((values) => standardDeviation(values) ?? 0),
  };
}
