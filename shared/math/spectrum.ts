/**
 * Frequency (Hz) of the strongest sinusoid in [lowHz, highHz]: least-squares periodogram on a fine grid, refined by a
 * parabola. A trend and slow drift are taken off first. `share` is the part of the variance that the sinusoid explains.
 * Undefined for signals shorter than two periods of `lowHz`.
 */
export function dominantFrequency(
  values: ArrayLike<number>,
  sampleHz: number,
  lowHz: number,
  highHz: number,
): { hz: number; share: number } | undefined {
  const n = values.length;
  if (n / sampleHz < 2 / lowHz) return undefined;
  const centred = withoutLine(values);
  let energy = 0;
  // A Hann window keeps the leakage of slow drift out of the band.
  const windowed = centred.map((value, i) => {
    energy += value * value;
    return value * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (n - 1)));
  });
  if (energy === 0) return undefined;
  const step = sampleHz / n / 8;
  const count = Math.floor((highHz - lowHz) / step) + 1;
  const power = Float64Array.from({ length: count }, (_, k) =>
    powerAt(windowed, (lowHz + k * step) / sampleHz),
  );
  let best = 0;
  for (let k = 1; k < count; k++) if ((power[k] ?? 0) > (power[best] ?? 0)) best = k;
  const before = power[best - 1] ?? power[best] ?? 0;
  const here = power[best] ?? 0;
  const after = power[best + 1] ?? here;
  const bend = before - 2 * here + after;
  const shift = bend === 0 ? 0 : (0.5 * (before - after)) / bend;
  const hz = lowHz + (best + Math.max(-1, Math.min(1, shift))) * step;
  return { hz, share: Math.min(1, (here * 8) / (n * energy)) };
}

/** Squared magnitude of the discrete Fourier sum at `cyclesPerSample`. */
function powerAt(values: Float64Array, cyclesPerSample: number): number {
  const turn = 2 * Math.PI * cyclesPerSample;
  const cosTurn = Math.cos(turn);
  const sinTurn = Math.sin(turn);
  let c = 1;
  let s = 0;
  let real = 0;
  let imaginary = 0;
  for (const value of values) {
    real += value * c;
    imaginary += value * s;
    const next = c * cosTurn - s * sinTurn;
    s = s * cosTurn + c * sinTurn;
    c = next;
  }
  return real * real + imaginary * imaginary;
}

/** Least-squares line taken off. */
export function withoutLine(values: ArrayLike<number>): Float64Array {
  const n = values.length;
  const middle = (n - 1) / 2;
  let sum = 0;
  let xy = 0;
  let xx = 0;
  for (let i = 0; i < n; i++) {
    sum += values[i] ?? 0;
    xy += (i - middle) * (values[i] ?? 0);
    xx += (i - middle) ** 2;
  }
  const slope = xx === 0 ? 0 : xy / xx;
  return Float64Array.from({ length: n }, (_, i) => (values[i] ?? 0) - sum / n - slope * (i - middle));
}

/**
 * Lag (s) of the highest autocorrelation peak in [lowS, highS] and its height (1 = perfectly periodic), unbiased for the
 * shrinking overlap. Prefers the first peak within 20 % of the highest: multiples of the period are as high, and higher by
 * chance where little overlap is left.
 */
export function periodByAutocorrelation(
  values: ArrayLike<number>,
  sampleHz: number,
  lowS: number,
  highS: number,
): { period: number; strength: number } | undefined {
  const x = withoutLine(values);
  const n = x.length;
  const from = Math.max(2, Math.floor(lowS * sampleHz));
  const to = Math.min(Math.ceil(highS * sampleHz), Math.floor(n * 0.6));
  if (to - from < 3) return undefined;
  const zero = x.reduce((sum, value) => sum + value * value, 0) / n;
  if (zero === 0) return undefined;
  const strengths = Float64Array.from({ length: to - from + 1 }, (_, k) => {
    const lag = from + k;
    let sum = 0;
    for (let i = 0; i + lag < n; i++) sum += (x[i] ?? 0) * (x[i + lag] ?? 0);
    return sum / (n - lag) / zero;
  });
  const S = (k: number) => strengths[k] ?? Number.NEGATIVE_INFINITY;
  const peaks = Array.from(strengths.keys()).filter(
    (k) => k > 0 && k < strengths.length - 1 && S(k) >= S(k - 1) && S(k) > S(k + 1),
  );
  const highest = Math.max(...peaks.map(S));
  const first = peaks.find((k) => S(k) >= 0.8 * highest);
  if (first === undefined || highest <= 0) return undefined;
  const bend = S(first - 1) - 2 * S(first) + S(first + 1);
  const shift = bend === 0 ? 0 : (0.5 * (S(first - 1) - S(first + 1))) / bend;
  return { period: (from + first + shift) / sampleHz, strength: S(first) };
}
