export interface Spline {
  readonly at: (t: number) => number;
  readonly slopeAt: (t: number) => number;
}

/**
 * Cubic spline with continuous second derivative through the knots; end slopes given per unit of t (0 when absent).
 * Outside the knots it continues on the end cubic's tangent. Throws when knots are fewer than 2 or not increasing.
 */
export function clampedSpline(ts: readonly number[], ys: readonly number[], m0 = 0, m1 = 0): Spline {
  const n = ts.length;
  if (n < 2 || ys.length !== n) throw new Error(`invalid knots: ${n} times, ${ys.length} values`);
  const t = (i: number) => ts[i] ?? 0;
  const y = (i: number) => ys[i] ?? 0;
  for (let i = 1; i < n; i++) if (!(t(i) > t(i - 1))) throw new Error(`invalid knot time: ${t(i)}`);
  // Thomas algorithm for the knot slopes, the usual C2 conditions at interior knots.
  const upper = [0];
  const right = [m0];
  for (let i = 1; i < n - 1; i++) {
    const h0 = t(i) - t(i - 1);
    const h1 = t(i + 1) - t(i);
    const lower = 1 / h0;
    const diagonal = 2 / h0 + 2 / h1 - lower * (upper[i - 1] ?? 0);
    const rhs = (3 * (y(i) - y(i - 1))) / (h0 * h0) + (3 * (y(i + 1) - y(i))) / (h1 * h1);
    upper.push(1 / h1 / diagonal);
    right.push((rhs - lower * (right[i - 1] ?? 0)) / diagonal);
  }
  const slopes = new Array<number>(n).fill(m1);
  for (let i = n - 2; i >= 0; i--) slopes[i] = (right[i] ?? 0) - (upper[i] ?? 0) * (slopes[i + 1] ?? 0);
  const m = (i: number) => slopes[i] ?? 0;
  const segment = (at: number) => {
    let low = 0;
    let high = n - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (t(middle) <= at) low = middle;
      else high = middle;
    }
    return low;
  };
  const at = (time: number) => {
    if (time <= t(0)) return y(0) + (time - t(0)) * m(0);
    if (time >= t(n - 1)) return y(n - 1) + (time - t(n - 1)) * m(n - 1);
    const i = segment(time);
    const h = t(i + 1) - t(i);
    const u = (time - t(i)) / h;
    const v = 1 - u;
    return (
      y(i) * (1 + 2 * u) * v * v +
      m(i) * h * u * v * v +
      y(i + 1) * u * u * (3 - 2 * u) -
      m(i + 1) * h * u * u * v
    );
  };
  const slopeAt = (time: number) => (at(time + 1e-5) - at(time - 1e-5)) / 2e-5;
  return { at, slopeAt };
}

/** Root of a monotone f between low and high by bisection; the nearer end when f does not change sign. */
export function bisect(f: (x: number) => number, low: number, high: number): number {
  const atLow = f(low);
  const atHigh = f(high);
  if (atLow * atHigh > 0) return Math.abs(atLow) < Math.abs(atHigh) ? low : high;
  let a = low;
  let b = high;
  for (let i = 0; i < 48; i++) {
    const c = (a + b) / 2;
    if (f(c) * atLow > 0) a = c;
    else b = c;
  }
  return (a + b) / 2;
}
