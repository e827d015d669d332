/** Made sounds for tests; deterministic from a seed. Samples at 8000 Hz, full scale 1. */
export const MADE_HZ = 8000;

/** Mulberry32: evenly spread numbers in [0, 1). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Box and Muller's normal numbers. */
export function normal(seed: number): () => number {
  const next = random(seed);
  return () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

export const silence = (seconds: number): Float32Array => new Float32Array(Math.round(seconds * MADE_HZ));

export function addNoise(to: Float32Array, level: number, seed: number): Float32Array {
  const next = normal(seed);
  return to.map((value) => value + level * next());
}

/** A treadmill's motor: mains hum with overtones, swelling slowly. */
export const addHum = (to: Float32Array, level: number): Float32Array =>
  to.map((value, i) => {
    const t = i / MADE_HZ;
    const tones = [1, 2, 3, 5].reduce((sum, k) => sum + Math.sin(2 * Math.PI * 50 * k * t + k) / k, 0);
    return value + level * tones * (1 + 0.2 * Math.sin(2 * Math.PI * 0.7 * t));
  });

/**
 * Footfalls: a slap (noise, 15 ms) with a thud (90 Hz, 40 ms) that both begin at the instant.
 * @param loudness of each, full scale 1
 */
export function addFootfalls(
  to: Float32Array,
  instants: readonly number[],
  seed: number,
  loudness: (i: number) => number = () => 0.3,
): Float32Array {
  const next = normal(seed);
  const out = to.slice();
  instants.forEach((instant, i) => {
    const from = Math.ceil(instant * MADE_HZ);
    for (let k = 0; k < 0.2 * MADE_HZ && from + k < out.length; k++) {
      const t = (from + k) / MADE_HZ - instant;
      const thud = Math.sin(2 * Math.PI * 90 * t) * Math.exp(-t / 0.04);
      const slap = next() * Math.exp(-t / 0.015);
      out[from + k] = (out[from + k] ?? 0) + loudness(i) * (0.7 * thud + 0.3 * slap);
    }
  });
  return out;
}

/** Instants of steps that each come a little early or late, and take up what the ones before them did. */
export function stepInstants(
  stepS: number,
  { from = 0.4, to = 12, jitterS = 0.008, lagS = 0, seed = 1 } = {},
): number[] {
  const next = normal(seed);
  const instants: number[] = [];
  for (let i = 0; from + i * stepS < to; i++)
    instants.push(from + i * stepS + (i % 2) * lagS + jitterS * next());
  return instants;
}

/** Popular music: kick and snare on the beat, hi-hat between, a bass and a chord. */
export function addMusic(
  to: Float32Array,
  beatsPerMinute: number,
  level: number,
  seed: number,
): Float32Array {
  const beat = 60 / beatsPerMinute;
  const next = normal(seed);
  return to.map((value, i) => {
    const t = i / MADE_HZ;
    const [inBeat, inHalf] = [t % beat, t % (beat / 2)];
    const number = Math.floor(t / beat);
    const kick = number % 2 === 0 ? Math.sin(2 * Math.PI * 60 * inBeat) * Math.exp(-inBeat / 0.1) : 0;
    const snare = number % 2 === 1 ? next() * Math.exp(-inBeat / 0.06) : 0;
    const hat = 0.5 * next() * Math.exp(-inHalf / 0.02);
    const note = 110 * 2 ** ([0, 3, 7, 5][Math.floor(t / (2 * beat)) % 4] ?? 0 / 12);
    const bass = Math.sin(2 * Math.PI * note * t) * Math.exp(-inHalf / 0.15);
    return value + level * (kick + 0.6 * snare + 0.4 * hat + 0.5 * bass);
  });
}

/** Talk: syllables of voiced sound of uneven length and pitch, with pauses. */
export function addTalk(to: Float32Array, level: number, seed: number): Float32Array {
  const next = random(seed);
  const out = to.slice();
  for (let t = 0.2; t < out.length / MADE_HZ; ) {
    const length = 0.08 + 0.2 * next();
    const pitch = 110 + 60 * next();
    for (let k = 0; k < length * MADE_HZ; k++) {
      const at = Math.round(t * MADE_HZ) + k;
      if (at >= out.length) break;
      const s = k / MADE_HZ;
      const shape = Math.sin((Math.PI * s) / length) ** 0.5;
      const voice = [1, 2, 4, 7].reduce((sum, h) => sum + Math.sin(2 * Math.PI * pitch * h * s) / h, 0);
      out[at] = (out[at] ?? 0) + level * shape * voice;
    }
    t += length + 0.02 + 0.08 * next() + (next() < 0.15 ? 0.3 + 0.5 * next() : 0);
  }
  return out;
}
