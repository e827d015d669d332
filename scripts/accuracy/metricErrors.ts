import type { MeasuredRunner } from './measure.ts';

/** Near and far in a side view; either leg seen from behind; what has no side. */
export type Leg = 'near' | 'far' | 'behind' | 'both';
export const LEGS = ['near', 'far', 'behind', 'both'] as const satisfies readonly Leg[];

/** One reported metric of one clip-side beside the mean of its truth over the same clip. */
export interface MetricError {
  readonly id: string;
  readonly leg: Leg;
  readonly truth: number;
  readonly error: number;
  readonly repeat: number;
  readonly total: number;
}

/** The runner's own side that is near (or far). */
export const legOf = ({ truth }: Pick<MeasuredRunner, 'truth'>, leg: 'near' | 'far'): 'L' | 'R' =>
  (truth.near_side === 'L') === (leg === 'near') ? 'L' : 'R';

function legOfMetric({ truth }: MeasuredRunner, side: 'L' | 'R' | null): Leg {
  if (side === null) return 'both';
  if (truth.near_side === null) return 'behind';
  return truth.near_side === side ? 'near' : 'far';
}

/** Errors of everything that is reported and has a truth. */
export function metricErrors(runners: readonly MeasuredRunner[]): MetricError[] {
  return runners.flatMap((runner) =>
    runner.metrics.flatMap(({ id, side, value, repeat, total }) => {
      const { metrics } = runner.truth;
      const truth =
        metrics.find((one) => one.id === id && one.side === side) ?? metrics.find((one) => one.id === id);
      if (value === null || repeat === null || total === null || !truth) return [];
      const error = value - truth.mean;
      return [{ id, leg: legOfMetric(runner, side), truth: truth.mean, error, repeat, total }];
    }),
  );
}
