import { normalCdf, normalQuantile } from './distributions.ts';
import { mean, quantileOfSorted } from './statistics.ts';

/** Small deterministic generator (mulberry32): the same data give the same interval on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * 95 % bias-corrected and accelerated bootstrap interval of the mean (Efron 1987), resampling whole blocks so that
 * steps of one stride (or of one pass) stay together.
 * @param blocks values grouped in blocks; at least two blocks
 * @param draws number of resamples, 2000 or more for a 95 % interval
 */
export function bootstrapMean(
  blocks: readonly (readonly number[])[],
  draws = 2000,
  seed = 20_260,
): Interval | undefined {
  const filled = blocks.filter((block) => block.length > 0);
  const estimate = mean(filled.flat());
  if (estimate === undefined || filled.length < 2) return undefined;
  const picks = picksFor(filled.length, draws, seed);
  const sums = Float64Array.from(filled, (block) => block.reduce((sum, value) => sum + value, 0));
  const sizes = Int32Array.from(filled, (block) => block.length);
  const means = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    let sum = 0;
    let count = 0;
    for (let i = 0; i < sums.length; i++) {
      const pick = picks[draw * sums.length + i] ?? 0;
      sum += sums[pick] ?? 0;
      count += sizes[pick] ?? 0;
    }
    means[draw] = sum / count;
  }
  means.sort();
  const first = means.findIndex((value) => value >= estimate);
  const below = (first === -1 ? draws : first) / draws;
  if (below === 0 || below === 1) return { low: estimate, high: estimate };
  const bias = normalQuantile(below);
  const acceleration = jackknifeAcceleration(filled, [...sums]);
  const adjusted = (z: number) => normalCdf(bias + (bias + z) / (1 - acceleration * (bias + z)));
  const low = quantileOfSorted(means, adjusted(-1.959964));
  const high = quantileOfSorted(means, adjusted(1.959964));
  return low === undefined || high === undefined ? undefined : { low, high };
}

/** Resamples of as many blocks are the same ones: those of the last few sizes are kept, some hundred kilobytes. */
const keptPicks = new Map<string, Uint16Array>();
const MOST_KEPT = 12;

function picksFor(blocks: number, draws: number, seed: number): Uint16Array {
  const key = `${blocks} ${draws} ${seed}`;
  const known = keptPicks.get(key);
  if (known) return known;
  const random = seededRandom(seed);
  const picks = Uint16Array.from({ length: blocks * draws }, () => Math.floor(random() * blocks));
  const [oldest] = keptPicks.keys();
  if (oldest !== undefined && keptPicks.size >= MOST_KEPT) keptPicks.delete(oldest);
  keptPicks.set(key, picks);
  return picks;
}

function jackknifeAcceleration(blocks: readonly (readonly number[])[], sums: readonly number[]): number {
  const total = sums.reduce((sum, value) => sum + value, 0);
  const count = blocks.reduce((sum, block) => sum + block.length, 0);
  const left = blocks.map((block, i) => (total - (sums[i] ?? 0)) / Math.max(1, count - block.length));
  const centre = mean(left) ?? 0;
  let cubes = 0;
  let squares = 0;
  for (const value of left) {
    cubes += (centre - value) ** 3;
    squares += (centre - value) ** 2;
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}
