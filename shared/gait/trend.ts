import { type Change, changeBetween, type Reading } from './change.ts';

export interface TrendPoint<Dated extends Reading> {
  readonly reading: Dated;
  /** Index of the latest earlier point that was taken under the same conditions; undefined for the first of its kind. */
  readonly follows: number | undefined;
  /** Against that point. */
  readonly change: Change | undefined;
}

/**
 * Readings of one metric and side in order of time: only those of the same conditions are joined, also over others in between.
 * @throws RangeError for readings of different metrics or sides
 */
export function trendOf<Dated extends Reading>(readings: readonly Dated[]): TrendPoint<Dated>[] {
  return readings.map((reading, i) => {
    for (let before = i - 1; before >= 0; before--) {
      const earlier = readings[before];
      if (earlier === undefined) continue;
      const change = changeBetween(earlier, reading);
      // No published day-to-day figure forbids the verdict, not the line.
      if (change.kind !== 'not_comparable' || change.reason === 'no_day_to_day_figure')
        return { reading, follows: before, change };
    }
    return { reading, follows: undefined, change: undefined };
  });
}
