import { findMetric } from '../gait/registry.ts';

/**
 * Speed-matched values of recreational runners: Fukuchi 2017 (PeerJ) open data, markers projected to 2D, 36 runners
 * (METHOD.md 1.6; second-hand, marker-based). Mean and SD at 2.5, 3.5 and 4.5 m/s.
 */
const SPEEDS = [2.5, 3.5, 4.5] as const;

export interface Norm {
  readonly mean: number;
  readonly sd: number;
}

/** No norm is read outside these running speeds, m/s. */
export const NORM_SPEEDS = { lowest: 2.3, highest: 4.7 } as const;

/** Norm at a speed, linear between the tabled ones; undefined for metrics without one and outside 2.3-4.7 m/s. */
export function normAt(metric: string, speed: number): Norm | undefined {
  const row = findMetric(metric)?.norm;
  if (!row || speed < NORM_SPEEDS.lowest || speed > NORM_SPEEDS.highest) return undefined;
  const held = Math.min(Math.max(speed, SPEEDS[0]), SPEEDS[2]);
  const low = held < SPEEDS[1] ? 0 : 1;
  const share = held - SPEEDS[low];
  const [a, b] = low === 0 ? [row[0], row[1]] : [row[1], row[2]];
  return { mean: a[0] + share * (b[0] - a[0]), sd: a[1] + share * (b[1] - a[1]) };
}
