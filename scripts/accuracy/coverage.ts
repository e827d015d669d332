import { mean } from '../../shared/math/statistics.ts';
import type { MeasuredRunner } from './measure.ts';
import { metricErrors } from './metricErrors.ts';

/** How often the stated half-widths of a metric hold, over the clip-sides of a set at one rate. */
export interface Coverage {
  readonly id: string;
  readonly n: number;
  /** Clip-sides whose error, less the mean error of their leg, is inside `repeat`. */
  readonly repeat: number;
  /** Clip-sides whose error is inside `total`. */
  readonly total: number;
}

/** Near and far legs have biases of their own: each is taken out before its `repeat` is looked at. */
export function coverageOf(runners: readonly MeasuredRunner[]): Coverage[] {
  const all = metricErrors(runners);
  return [...new Set(all.map(({ id }) => id))].map((id) => {
    const own = all.filter((one) => one.id === id);
    const biases = new Map(
      [...new Set(own.map(({ leg }) => leg))].map((leg) => [
        leg,
        mean(own.filter((one) => one.leg === leg).map(({ error }) => error)) ?? 0,
      ]),
    );
    const isRepeated = own.filter(
      ({ leg, error, repeat }) => Math.abs(error - (biases.get(leg) ?? 0)) <= repeat,
    );
    return {
      ...{ id, n: own.length, repeat: isRepeated.length },
      total: own.filter(({ error, total }) => Math.abs(error) <= total).length,
    };
  });
}

/** P(at most k of n) where each has the chance p. */
export function binomialAtMost(k: number, n: number, p: number): number {
  if (k >= n) return 1;
  // At most k hits are at least n - k misses; the rarer of the two keeps the first term from vanishing.
  if (p > 0.5) return 1 - binomialAtMost(n - k - 1, n, 1 - p);
  let term = (1 - p) ** n;
  let sum = term;
  for (let i = 1; i <= k; i++) {
    term *= ((n - i + 1) / i) * (p / (1 - p));
    sum += term;
  }
  return sum;
}

/** Half of what an exact 99 % interval leaves out on one side. */
const TAIL = 0.005;

/** Whether the exact 99 % binomial interval of k of n lies wholly below the share. */
export const isBelow = (k: number, n: number, share: number): boolean => binomialAtMost(k, n, share) < TAIL;

/** Whether it lies wholly above the share. */
export const isAbove = (k: number, n: number, share: number): boolean =>
  // At least k there is at most n - k of the others.
  binomialAtMost(n - k, n, 1 - share) < TAIL;

/** Exact (Clopper-Pearson) 99 % interval of the share behind k of n. */
export function exactInterval(k: number, n: number): readonly [low: number, high: number] {
  return [1 - highest(n - k, n), highest(k, n)];
}

/** The largest share that k of n does not rule out. */
function highest(k: number, n: number): number {
  if (k >= n) return 1;
  let [low, high] = [0, 1];
  for (let i = 0; i < 50; i++) {
    const share = (low + high) / 2;
    if (isBelow(k, n, share)) high = share;
    else low = share;
  }
  return low;
}
