/** Descriptive statistics on plain number arrays. Empty input gives undefined: there is nothing to describe. */

export function mean(values: ArrayLike<number>): number | undefined {
  if (values.length === 0) return undefined;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum / values.length;
}

/** Sample standard deviation (n - 1); undefined for fewer than two values. */
export function standardDeviation(values: ArrayLike<number>): number | undefined {
  const centre = mean(values);
  if (centre === undefined || values.length < 2) return undefined;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += ((values[i] ?? 0) - centre) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}

/** Quantile by linear interpolation between order statistics (type 7, the default of R and NumPy). */
export function quantile(values: ArrayLike<number>, q: number): number | undefined {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`invalid q: ${q}`);
  const count = values.length;
  if (count === 0) return undefined;
  const scratch = new Float64Array(values);
  // Nothing is before or after what is no number: sorting puts it last.
  if (scratch.some(Number.isNaN)) return quantileOfSorted(scratch.sort(), q);
  const at = q * (count - 1);
  const below = Math.floor(at);
  select(scratch, below);
  const low = scratch[below] ?? 0;
  if (at === below) return low;
  let high = Number.POSITIVE_INFINITY;
  for (let i = below + 1; i < count; i++) high = Math.min(high, scratch[i] ?? high);
  return low + (high - low) * (at - below);
}

/** Moves values until the one at `rank` is where sorting would put it, none greater before it and none less after it (Hoare 1961). */
function select(values: Float64Array, rank: number): void {
  let left = 0;
  let right = values.length - 1;
  while (left < right) {
    const pivot = values[rank] ?? 0;
    let i = left;
    let j = right;
    while (i <= j) {
      while ((values[i] ?? 0) < pivot) i++;
      while ((values[j] ?? 0) > pivot) j--;
      if (i > j) break;
      const kept = values[i] ?? 0;
      values[i++] = values[j] ?? 0;
      values[j--] = kept;
    }
    if (j < rank) left = i;
    if (rank < i) right = j;
  }
}

/** @param sorted increasing values */
export function quantileOfSorted(sorted: Float64Array, q: number): number | undefined {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`invalid q: ${q}`);
  if (sorted.length === 0) return undefined;
  const at = q * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values: ArrayLike<number>): number | undefined => quantile(values, 0.5);

/** Median absolute deviation scaled by 1.4826, a robust stand-in for the standard deviation of normal data. */
export function robustSpread(values: ArrayLike<number>): number | undefined {
  const centre = median(values);
  if (centre === undefined) return undefined;
  const deviation = median(Array.from(values, (value) => Math.abs(value - centre)));
  return deviation === undefined ? undefined : 1.4826 * deviation;
}

/** Pearson's correlation of two lists of one length; 0 where one of them does not vary. */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const meanX = mean(x) ?? 0;
  const meanY = mean(y) ?? 0;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [(x[i] ?? 0) - meanX, (y[i] ?? 0) - meanY];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}

/** Mean of what is left after cutting `share` of the values off each end. */
export function trimmedMean(values: ArrayLike<number>, share: number): number | undefined {
  const sorted = new Float64Array(values).sort();
  const cut = Math.floor(sorted.length * share);
  return mean(sorted.subarray(cut, sorted.length - cut));
}

export interface Line {
  readonly slope: number;
  readonly intercept: number;
  /** Standard error of the slope; undefined for fewer than three points. */
  readonly slopeError: number | undefined;
  readonly residuals: readonly number[];
}

/** Ordinary least squares of y on x; undefined for fewer than two distinct x. */
export function fitLine(x: readonly number[], y: readonly number[]): Line | undefined {
  const meanX = mean(x);
  const meanY = mean(y);
  if (meanX === undefined || meanY === undefined || x.length !== y.length) return undefined;
  let xx = 0;
  let xy = 0;
  x.forEach((value, i) => {
    xx += (value - meanX) ** 2;
    xy += (value - meanX) * ((y[i] ?? 0) - meanY);
  });
  if (xx === 0) return undefined;
  const slope = xy / xx;
  const intercept = meanY - slope * meanX;
  const residuals = x.map((value, i) => (y[i] ?? 0) - intercept - slope * value);
  const squares = residuals.reduce((sum, r) => sum + r * r, 0);
  const slopeError = x.length > 2 ? Math.sqrt(squares / (x.length - 2) / xx) : undefined;
  return { slope, intercept, slopeError, residuals };
}

/** Second derivative, per sample squared, of the least-squares parabola through evenly spaced values; at least three. */
export function curvature(values: ArrayLike<number>): number | undefined {
  const n = values.length;
  if (n < 3) return undefined;
  const middle = (n - 1) / 2;
  const squares = Array.from({ length: n }, (_, i) => (i - middle) ** 2);
  const level = mean(squares) ?? 0;
  let product = 0;
  let norm = 0;
  squares.forEach((square, i) => {
    // Orthogonal to every straight line, so that only the bend is left.
    product += (square - level) * (values[i] ?? 0);
    norm += (square - level) ** 2;
  });
  return (2 * product) / norm;
}
