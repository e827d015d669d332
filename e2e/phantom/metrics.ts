import type { Side } from '../../shared/pose/keypoints.ts';
import type { Contact, MotionSource } from './pose.ts';
import { lineOffsetMm, oscillationMm, stepTruth } from './stepTruth.ts';

export interface MetricTruth {
  readonly id: string;
  readonly side: Side | null;
  readonly mean: number;
  readonly sd: number;
  readonly n: number;
}

const summary = (id: string, side: Side | null, values: readonly number[]): MetricTruth[] => {
  if (values.length === 0) return [];
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const square = values.reduce((a, b) => a + (b - mean) ** 2, 0);
  const sd = values.length > 1 ? Math.sqrt(square / (values.length - 1)) : 0;
  return [{ id, side, mean, sd, n: values.length }];
};

/** The figure's own metrics over the contacts that lie wholly inside the clip; none for a standing figure. */
export function metricsTruth(
  motion: MotionSource,
  contacts: readonly Contact[],
  durationS: number,
): MetricTruth[] {
  const inside = contacts.filter((c) => c.initialContactS >= 0 && c.toeOffS <= durationS);
  const first = inside[0];
  const last = inside[inside.length - 1];
  if (!first || !last || inside.length < 3) return [];
  const stepS = (last.initialContactS - first.initialContactS) / (inside.length - 1);
  const pairs = inside.slice(1).map((next, i) => ({ now: inside[i] ?? next, next }));
  const stepTimes = pairs.map(({ now, next }) => 1000 * (next.initialContactS - now.initialContactS));
  const oscillations = pairs.map(({ now, next }) =>
    oscillationMm(motion, now.initialContactS, next.initialContactS),
  );
  const result: MetricTruth[] = [
    { id: 'cadence', side: null, mean: 60 / stepS, sd: 0, n: inside.length },
    ...summary('step_time', null, stepTimes),
    ...summary('vertical_oscillation', null, oscillations),
    ...summary(
      'step_length',
      null,
      stepTimes.map((ms) => (motion.speedMps * ms) / 1000),
    ),
    {
      id: 'vertical_ratio',
      side: null,
      mean: meanOf(oscillations) / (10 * motion.speedMps * stepS),
      sd: 0,
      n: pairs.length,
    },
  ];
  const offsets: number[] = [];
  for (const side of ['L', 'R'] as const) {
    const mine = inside.filter((c) => c.side === side);
    const steps = mine.map((c) => stepTruth(motion, c));
    for (const id of Object.keys(steps[0] ?? {}))
      result.push(
        ...summary(
          id,
          side,
          steps.map((s) => s[id] ?? 0),
        ),
      );
    const flights = pairs.filter((p) => p.now.side === side);
    result.push(
      ...summary(
        'flight_time',
        side,
        flights.map((p) => 1000 * (p.next.initialContactS - p.now.toeOffS)),
      ),
      ...summary(
        'duty_factor',
        side,
        mine.map((c) => (c.toeOffS - c.initialContactS) / (2 * stepS)),
      ),
    );
    const line = mine.map((c) => lineOffsetMm(motion, c, 2 * stepS));
    offsets.push(meanOf(line));
    result.push(...summary('line_offset', side, line));
  }
  const [left = 0, right = 0] = offsets;
  result.push({ id: 'step_width', side: null, mean: left + right, sd: 0, n: inside.length });
  return result;
}

const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
