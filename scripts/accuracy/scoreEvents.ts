import { mean, standardDeviation } from '../../shared/math/statistics.ts';

export interface EventScore {
  readonly found: number;
  readonly missed: number;
  /** Reported where there is none, or twice. */
  readonly extra: number;
  /** Found less true, milliseconds, in the order of the true events. */
  readonly errorsMs: readonly number[];
  /** Place among the true events -> error, milliseconds, of those that count and are found. */
  readonly errorAt: ReadonlyMap<number, number>;
}

/** One-to-one within this is found. */
const WINDOW_S = 0.05;
/** Events this near to an end of the clip do not count. */
const MARGIN_S = 0.15;

/**
 * Instants of one foot and one type, from any tool, against the truth (seconds).
 * Pairs are made nearest first, each instant used once.
 * @param begins contact of the step that each true instant belongs to: a toe-off does not count where its contact does not
 */
export function scoreEvents(
  truth: readonly number[],
  reported: readonly number[],
  durationS: number,
  begins: readonly number[] = truth,
): EventScore {
  const counts = (time: number): boolean => time > MARGIN_S && time < durationS - MARGIN_S;
  const pairs = truth
    .flatMap((time, i) => reported.map((other, k) => ({ i, k, error: other - time })))
    .filter(({ error }) => Math.abs(error) <= WINDOW_S)
    .sort((a, b) => Math.abs(a.error) - Math.abs(b.error));
  const byTruth = new Map<number, number>();
  const used = new Set<number>();
  for (const { i, k, error } of pairs) {
    if (byTruth.has(i) || used.has(k)) continue;
    byTruth.set(i, 1000 * error);
    used.add(k);
  }
  const counted = truth.flatMap((time, i) => (counts(time) && counts(begins[i] ?? time) ? [i] : []));
  const errorAt = new Map(
    counted.flatMap((i) => {
      const error = byTruth.get(i);
      return error === undefined ? [] : [[i, error] as const];
    }),
  );
  return {
    found: errorAt.size,
    missed: counted.length - errorAt.size,
    extra: reported.filter((time, k) => counts(time) && !used.has(k)).length,
    errorsMs: [...errorAt.values()],
    errorAt,
  };
}

/** Bias and spread of errors; undefined below two. */
export function spreadOf(errors: readonly number[]): { bias: number; sd: number } | undefined {
  const bias = mean(errors);
  const sd = standardDeviation(errors);
  return bias === undefined || sd === undefined ? undefined : { bias, sd };
}
