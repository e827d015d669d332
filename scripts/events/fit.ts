import { FEATURE_COUNT } from '../../shared/gait/eventFeatures.ts';
import { type EventPlacer, likenessOf } from '../../shared/gait/eventModel.ts';
import { mainDirections, solved } from './linear.ts';
import type { EventSample } from './samples.ts';

/** Sums over samples from which a ridge regression is solved; those of several runners add up. */
export interface Sums {
  readonly size: number;
  readonly products: Float64Array;
}

const WIDE = FEATURE_COUNT + 2;

/** Products of features, a one and the target with each other. */
export function sumsOf(samples: readonly EventSample[]): Sums {
  const products = new Float64Array(WIDE * WIDE);
  const row = new Float64Array(WIDE);
  for (const { features, later } of samples) {
    row.set(features);
    row[FEATURE_COUNT] = 1;
    row[FEATURE_COUNT + 1] = later;
    for (let i = 0; i < WIDE; i++) {
      const value = row[i] ?? 0;
      for (let j = 0; j < WIDE; j++)
        products[i * WIDE + j] = (products[i * WIDE + j] ?? 0) + value * (row[j] ?? 0);
    }
  }
  return { size: WIDE, products };
}

const added = (sums: readonly Sums[]): Float64Array => {
  const total = new Float64Array(WIDE * WIDE);
  for (const { products } of sums)
    for (const [i, value] of products.entries()) total[i] = (total[i] ?? 0) + value;
  return total;
};

const DIRECTIONS = 10;

/**
 * Ridge regression on the sums of some runners, and what their legs look like.
 * @param legs mean features of each leg of each trial, at the true instants
 * @param ridge on standardised features
 */
export function fitted(
  sums: readonly Sums[],
  legs: readonly Float64Array[],
  { ridge, limit }: { readonly ridge: number; readonly limit: number },
): EventPlacer {
  const total = added(sums);
  const at = (i: number, j: number) => total[i * WIDE + j] ?? 0;
  const count = at(FEATURE_COUNT, FEATURE_COUNT);
  const mean = Array.from({ length: FEATURE_COUNT }, (_, i) => at(i, FEATURE_COUNT) / count);
  const offset = at(FEATURE_COUNT + 1, FEATURE_COUNT) / count;
  const covariance = (i: number, j: number) => at(i, j) / count - (mean[i] ?? 0) * (mean[j] ?? 0);
  const scale = mean.map((_, i) => Math.sqrt(Math.max(covariance(i, i), 1e-12)));
  const values = new Float64Array(FEATURE_COUNT * FEATURE_COUNT);
  const target = new Float64Array(FEATURE_COUNT);
  for (let i = 0; i < FEATURE_COUNT; i++) {
    for (let j = 0; j < FEATURE_COUNT; j++)
      values[i * FEATURE_COUNT + j] =
        covariance(i, j) / ((scale[i] ?? 1) * (scale[j] ?? 1)) + (i === j ? ridge : 0);
    target[i] = (at(i, FEATURE_COUNT + 1) / count - (mean[i] ?? 0) * offset) / (scale[i] ?? 1);
  }
  const weights = Array.from(
    solved({ size: FEATURE_COUNT, values }, target),
    (value, i) => value / (scale[i] ?? 1),
  );
  const rows = legs.map((leg) => leg.map((value, i) => (value - (mean[i] ?? 0)) / (scale[i] ?? 1)));
  const { directions, spreads, rest } = mainDirections(rows, DIRECTIONS);
  const components = directions.map((direction) => Array.from(direction));
  return { mean, scale, weights, offset, components, spreads, rest, limit };
}

export const strangenessOf = (placer: EventPlacer, leg: Float64Array): number =>
  likenessOf(placer, leg).strangeness;
