/**
 * Speed-matched values of recreational runners: Fukuchi 2017 (PeerJ) open data, markers projected to 2D, 36 runners
 * (measurement.md 1.6; second-hand, marker-based). Mean and SD at 2.5, 3.5 and 4.5 m/s.
 */
const SPEEDS = [2.5, 3.5, 4.5] as const;

type Row = readonly [readonly [number, number], readonly [number, number], readonly [number, number]];

const NORMS: Readonly<Record<string, Row>> = {
  foot_strike_angle: [
    [13.9, 6.7],
    [16.7, 7.3],
    [17.1, 7.6],
  ],
  tibia_angle_ic: [
    [7.0, 2.1],
    [10.0, 2.9],
    [11.5, 3.0],
  ],
  overstride_heel: [
    [0.14, 0.03],
    [0.2, 0.04],
    [0.23, 0.05],
  ],
  knee_flexion_ic: [
    [9.3, 4.3],
    [9.7, 5.0],
    [11.2, 5.0],
  ],
  knee_flexion_ms: [
    [37.4, 4.8],
    [38.8, 3.8],
    [39.9, 3.6],
  ],
  vertical_oscillation: [
    [95, 14],
    [91, 13],
    [79, 15],
  ],
  contact_time: [
    [270, 20],
    [230, 20],
    [200, 30],
  ],
  flight_time: [
    [100, 20],
    [120, 20],
    [130, 20],
  ],
  cadence: [
    [161, 9],
    [170, 10],
    [181, 15],
  ],
  pelvic_drop: [
    [4.1, 2.6],
    [4.8, 2.5],
    [5.0, 2.8],
  ],
};

export interface Norm {
  readonly mean: number;
  readonly sd: number;
}

/** No norm is read outside these running speeds, m/s. */
export const NORM_SPEEDS = { lowest: 2.3, highest: 4.7 } as const;

/** Norm at a speed, linear between the tabled ones; undefined for metrics without one and outside 2.3-4.7 m/s. */
export function normAt(metric: string, speed: number): Norm | undefined {
  const row = NORMS[metric];
  if (!row || speed < NORM_SPEEDS.lowest || speed > NORM_SPEEDS.highest) return undefined;
  const held = Math.min(Math.max(speed, SPEEDS[0]), SPEEDS[2]);
  const low = held < SPEEDS[1] ? 0 : 1;
  const share = held - SPEEDS[low];
  const [a, b] = low === 0 ? [row[0], row[1]] : [row[1], row[2]];
  return { mean: a[0] + share * (b[0] - a[0]), sd: a[1] + share * (b[1] - a[1]) };
}
