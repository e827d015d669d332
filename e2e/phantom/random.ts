export interface Random {
  /** Uniform in [0, 1). */
  readonly uniform: () => number;
  /** Normal, mean 0, SD 1, cut at ±2.5 so that no single step is an outlier. */
  readonly normal: () => number;
}

/** Mulberry32: small, fast, the same on every platform. */
export function randomFromSeed(seed: number): Random {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 15), x | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
  const normal = () => {
    const r = Math.sqrt(-2 * Math.log(1 - uniform()));
    const value = r * Math.cos(2 * Math.PI * uniform());
    return Math.min(2.5, Math.max(-2.5, value));
  };
  return { uniform, normal };
}
