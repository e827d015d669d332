import { median, robustSpread } from './statistics.ts';

/**
 * Indices whose value is further than `sigmas` robust deviations from the median of its window (Hampel identifier).
 * NaN entries are ignored and never reported. `floor` is the smallest deviation that counts, in the values' unit.
 */
export function hampelOutliers(
  values: ArrayLike<number>,
  window: number,
  sigmas: number,
  floor: number,
): number[] {
  const half = window >> 1;
  const outliers: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const around: number[] = [];
    for (let k = Math.max(0, i - half); k <= Math.min(values.length - 1, i + half); k++) {
      const neighbour = values[k] ?? Number.NaN;
      if (!Number.isNaN(neighbour)) around.push(neighbour);
    }
    const centre = median(around);
    const spread = robustSpread(around);
    if (centre === undefined || spread === undefined || around.length < 4) continue;
    if (Math.abs(value - centre) > Math.max(sigmas * spread, floor)) outliers.push(i);
  }
  return outliers;
}
