interface Biquad {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}

/** Second-order Butterworth low-pass by the bilinear transform. */
function biquad(cutoffHz: number, sampleHz: number): Biquad {
  const k = Math.tan((Math.PI * cutoffHz) / sampleHz);
  const norm = 1 / (1 + Math.SQRT2 * k + k * k);
  return {
    b: [k * k * norm, 2 * k * k * norm, k * k * norm],
    a: [2 * (k * k - 1) * norm, (1 - Math.SQRT2 * k + k * k) * norm],
  };
}

/** One pass, started in the steady state of the first value so that there is no step at the start. */
function pass({ b, a }: Biquad, input: Float64Array): Float64Array {
  const output = new Float64Array(input.length);
  let x1 = input[0] ?? 0;
  let x2 = x1;
  let y1 = x1;
  let y2 = x1;
  for (let i = 0; i < input.length; i++) {
    const x0 = input[i] ?? 0;
    const y0 = b[0] * x0 + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
    output[i] = y0;
    x2 = x1;
    x1 = x0;
    y2 = y1;
    y1 = y0;
  }
  return output;
}

/**
 * Zero-lag "4th order" Butterworth low-pass: a 2nd-order filter run forward and backward, its cut-off raised by
 * 1 / 0.802 so that the two passes together are at -3 dB at `cutoffHz` (Winter, Biomechanics and Motor Control).
 * Ends are extended by odd reflection. A cut-off at or above 95 % of the Nyquist rate is lowered to it.
 * @param values evenly spaced samples without gaps
 */
export function lowPass(values: ArrayLike<number>, cutoffHz: number, sampleHz: number): Float64Array {
  if (!(cutoffHz > 0)) throw new RangeError(`invalid cutoffHz: ${cutoffHz}`);
  const n = values.length;
  if (n < 4) return Float64Array.from(values);
  const design = biquad(Math.min(cutoffHz / 0.802, 0.475 * sampleHz), sampleHz);
  const pad = Math.min(n - 1, Math.ceil((3 * sampleHz) / (2 * Math.PI * cutoffHz)) + 3);
  const first = values[0] ?? 0;
  const last = values[n - 1] ?? 0;
  const padded = new Float64Array(n + 2 * pad);
  for (let i = 0; i < pad; i++) {
    padded[i] = 2 * first - (values[pad - i] ?? 0);
    padded[pad + n + i] = 2 * last - (values[n - 2 - i] ?? 0);
  }
  for (let i = 0; i < n; i++) padded[pad + i] = values[i] ?? 0;
  const forward = pass(design, padded);
  const backward = pass(design, forward.reverse());
  return backward.reverse().slice(pad, pad + n);
}
