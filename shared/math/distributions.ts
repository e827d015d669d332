/** Standard normal distribution function. Abramowitz & Stegun 26.2.17, absolute error below 7.5e-8. */
export function normalCdf(z: number): number {
  if (z < 0) return 1 - normalCdf(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly;
}

/** Inverse of `normalCdf` by bisection to 1e-10; p in (0, 1). */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`invalid p: ${p}`);
  let low = -9;
  let high = 9;
  while (high - low > 1e-10) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Two-sided 95 % point of Student's t with `df` degrees of freedom (df >= 1). Table values to 10, then the
 * Cornish-Fisher expansion about the normal quantile (error below 0.001).
 */
export function tQuantile95(df: number): number {
  if (!(df >= 1)) throw new RangeError(`invalid df: ${df}`);
  const table = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];
  const exact = table[Math.floor(df) - 1];
  if (exact !== undefined) return exact;
  const z = 1.959964;
  return z + (z ** 3 + z) / (4 * df) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * df ** 2);
}
