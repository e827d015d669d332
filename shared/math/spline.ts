/**
 * Cubic spline through (x, y) with not-a-knot ends (as SciPy's CubicSpline); two points give a line, three a parabola.
 * x must be strictly increasing; values outside the knots are held at the nearest knot.
 */
export interface Spline {
  at(x: number): number;
  /** First derivative; 0 outside the knots. */
  slopeAt(x: number): number;
  /** Values at start, start + step, ...: one walk along the knots instead of a search for each. */
  sample(start: number, step: number, count: number): Float64Array;
}

export function cubicSpline(x: ArrayLike<number>, y: ArrayLike<number>): Spline {
  const n = x.length;
  if (n === 0 || n !== y.length) throw new RangeError(`invalid knots: ${n} x, ${y.length} y`);
  const X = (i: number) => x[i] ?? 0;
  const Y = (i: number) => y[i] ?? 0;
  const second = n < 3 ? new Float64Array(n) : secondDerivatives(x, y);
  const M = (i: number) => second[i] ?? 0;
  const segment = (value: number): number => {
    let low = 0;
    let high = n - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (X(middle) <= value) low = middle;
      else high = middle;
    }
    return low;
  };
  const within = (i: number, value: number): number => {
    const h = X(i + 1) - X(i);
    const a = (X(i + 1) - value) / h;
    const b = 1 - a;
    return a * Y(i) + b * Y(i + 1) + (((a ** 3 - a) * M(i) + (b ** 3 - b) * M(i + 1)) * h * h) / 6;
  };
  const held = (value: number): number | undefined => {
    if (n === 1 || value <= X(0)) return Y(0);
    return value >= X(n - 1) ? Y(n - 1) : undefined;
  };
  return {
    at: (value) => held(value) ?? within(segment(value), value),
    sample(start, step, count) {
      // A polynomial per segment, made once: a clip has a dozen samples in each and two hundred thousand in all.
      const values = new Float64Array(count);
      const first = X(0);
      const last = X(n - 1);
      let i = -1;
      let [from, to] = [first, first];
      let [c0, c1, c2, c3] = [0, 0, 0, 0];
      for (let k = 0; k < count; k++) {
        const value = start + k * step;
        if (n === 1 || value <= first) values[k] = Y(0);
        else if (value >= last) values[k] = Y(n - 1);
        else {
          if (i < 0 || value >= to) {
            i = Math.max(i, 0);
            while (i < n - 2 && X(i + 1) <= value) i++;
            from = X(i);
            to = X(i + 1);
            const h = to - from;
            c0 = Y(i);
            c1 = (Y(i + 1) - Y(i)) / h - (h * (2 * M(i) + M(i + 1))) / 6;
            c2 = M(i) / 2;
            c3 = (M(i + 1) - M(i)) / (6 * h);
          }
          const u = value - from;
          values[k] = c0 + u * (c1 + u * (c2 + u * c3));
        }
      }
      return values;
    },
    slopeAt(value) {
      if (n === 1 || value < X(0) || value > X(n - 1)) return 0;
      const i = segment(value);
      const h = X(i + 1) - X(i);
      const a = (X(i + 1) - value) / h;
      const b = 1 - a;
      return (Y(i + 1) - Y(i)) / h + (h / 6) * ((3 * b * b - 1) * M(i + 1) - (3 * a * a - 1) * M(i));
    },
  };
}

/** Tridiagonal solve (Thomas) with the not-a-knot condition folded into the first and last equation. */
function secondDerivatives(x: ArrayLike<number>, y: ArrayLike<number>): Float64Array {
  const n = x.length;
  const h = (i: number) => (x[i + 1] ?? 0) - (x[i] ?? 0);
  const chord = (i: number) => ((y[i + 1] ?? 0) - (y[i] ?? 0)) / h(i);
  const lower = new Float64Array(n);
  const diagonal = new Float64Array(n);
  const upper = new Float64Array(n);
  const right = new Float64Array(n);
  for (let i = 1; i < n - 1; i++) {
    lower[i] = h(i - 1);
    diagonal[i] = 2 * (h(i - 1) + h(i));
    upper[i] = h(i);
    right[i] = 6 * (chord(i) - chord(i - 1));
  }
  const solved = new Float64Array(n);
  if (n === 3) {
    // Three points: one parabola, the same second derivative everywhere.
    solved.fill((right[1] ?? 0) / (3 * (h(0) + h(1))));
    return solved;
  }
  // Third derivative continuous at the second and the last but one knot: M0 = ((h0+h1) M1 - h0 M2) / h1.
  const start = h(0) / h(1);
  diagonal[1] = (diagonal[1] ?? 0) + h(0) * (1 + start);
  upper[1] = (upper[1] ?? 0) - h(0) * start;
  const end = h(n - 2) / h(n - 3);
  diagonal[n - 2] = (diagonal[n - 2] ?? 0) + h(n - 2) * (1 + end);
  lower[n - 2] = (lower[n - 2] ?? 0) - h(n - 2) * end;
  for (let i = 2; i < n - 1; i++) {
    const factor = (lower[i] ?? 0) / (diagonal[i - 1] ?? 1);
    diagonal[i] = (diagonal[i] ?? 0) - factor * (upper[i - 1] ?? 0);
    right[i] = (right[i] ?? 0) - factor * (right[i - 1] ?? 0);
  }
  for (let i = n - 2; i >= 1; i--) {
    const known = i < n - 2 ? (upper[i] ?? 0) * (solved[i + 1] ?? 0) : 0;
    solved[i] = ((right[i] ?? 0) - known) / (diagonal[i] ?? 1);
  }
  solved[0] = (1 + start) * (solved[1] ?? 0) - start * (solved[2] ?? 0);
  solved[n - 1] = (1 + end) * (solved[n - 2] ?? 0) - end * (solved[n - 3] ?? 0);
  return solved;
}
