import type { ClipSound } from '../domain/clipSound.ts';
import { beatScatter } from './beatScatter.ts';

/** Step times, s: 115 to 250 steps/min, a little over an octave, so that a beat and its double do not compete. */
const SHORTEST_STEP_S = 0.24;
const LONGEST_STEP_S = 0.52;
/** Beats are looked for so much beyond, and what is found there is none of steps. */
const BEYOND = 1.1;
/** Beats that scatter less are a machine's, s: made music and metronomes give 0.4 to 1 ms, steps 3 and more. */
const EVENEST_S = 0.0015;
/** Steps land some 10 ms early or late: beats that near to each other count as one, s (standard deviation). */
const BLUR_S = 0.015;
/** Beats compared: the first with its neighbours up to so many further on. */
const NEIGHBOURS = 6;
/** Parts of a step at which nothing may be heard as regularly: music fills them, steps do not. */
const BETWEEN = [1 / 4, 1 / 3, 1 / 2, 2 / 3, 3 / 4];
/** Shortest sound that is judged, s. */
const SHORTEST_S = 3;
/** Least strength, and what is added to it for a sound of one second (falls with the root of its length): noise stays below. */
const LEAST_STRENGTH = 0.1;
const STRENGTH_OF_CHANCE_S = 0.8;

export interface SoundCadence {
  /** Beats per minute of true time. */
  readonly value: number;
  /** 0-1: likeness of neighbouring beats, less what is as regular between them. */
  readonly strength: number;
}

/**
 * The one even beat that a stretch of sound holds, whoever makes it: it is compared with the contacts, never used instead
 * of them. Undefined where none stands out (silence, talk, a motor), where the time between the beats is filled as evenly
 * (music), and where the beat is too even for legs (a metronome).
 * @param from first and last moment, file seconds from the first frame; only for clips stored at their true speed
 */
export function cadenceFromSound(sound: ClipSound, from: number, to: number): SoundCadence | undefined {
  const { hz, start, onsets } = sound;
  const part = onsets.slice(
    Math.max(0, Math.round((from - start) * hz)),
    Math.max(0, Math.round((to - start) * hz) + 1),
  );
  const duration = part.length / hz;
  if (duration < SHORTEST_S) return undefined;
  const beats = centred(blurred(part, BLUR_S * hz));
  const [shortest, longest] = [SHORTEST_STEP_S * hz, LONGEST_STEP_S * hz];
  const likeness = autocorrelation(beats, Math.ceil((NEIGHBOURS + 1) * BEYOND * longest));
  if (likeness === undefined) return undefined;
  let best = { step: 0, strength: Number.NEGATIVE_INFINITY };
  for (let step = shortest / BEYOND; step <= longest * BEYOND; step += 0.25) {
    const strength = strengthOf(likeness, step);
    if (strength > best.strength) best = { step, strength };
  }
  if (best.step < shortest || best.step > longest) return undefined;
  if (best.strength < LEAST_STRENGTH + STRENGTH_OF_CHANCE_S / Math.sqrt(duration)) return undefined;
  const frequency = refined(beats, 1 / best.step);
  const scatter = beatScatter(beats, frequency);
  if (scatter === undefined || scatter < EVENEST_S * hz) return undefined;
  return { value: 60 * frequency * hz, strength: best.strength };
}

/**
 * How alike the sound is a step on, and three and five: a beat of the stride (one loud foot, the seam of a belt) is alike at
 * even numbers only. What is as regular between the beats is taken off.
 */
function strengthOf(likeness: Float64Array, step: number): number {
  const at = (lag: number) => {
    const i = Math.floor(lag);
    const part = lag - i;
    return (1 - part) * (likeness[i] ?? 0) + part * (likeness[i + 1] ?? 0);
  };
  const odd = [1, 3, 5].filter((k) => k <= NEIGHBOURS).map((k) => at(k * step));
  const between = BETWEEN.map((part) => {
    let sum = 0;
    for (let k = 0; k < NEIGHBOURS; k++) sum += at((k + part) * step);
    return sum / NEIGHBOURS;
  });
  const mean = odd.reduce((sum, value) => sum + value, 0) / odd.length;
  return Math.min(at(step), mean) - Math.max(0, ...between);
}

/** The frequency (1/samples) near `rough` whose first three harmonics together are strongest in the whole stretch. */
function refined(beats: Float64Array, rough: number): number {
  const steps = 40;
  const width = 0.02;
  const grid = Array.from({ length: steps + 1 }, (_, i) => rough * (1 + width * ((2 * i) / steps - 1)));
  const power = grid.map((f) => powerAt(beats, f) + powerAt(beats, 2 * f) + powerAt(beats, 3 * f));
  const at = power.indexOf(Math.max(...power));
  const [before, here, after] = [power[at - 1], power[at] ?? 0, power[at + 1]];
  const peak = grid[at] ?? rough;
  if (before === undefined || after === undefined) return peak;
  const bend = before - 2 * here + after;
  return peak + (bend === 0 ? 0 : (0.5 * (before - after)) / bend) * ((2 * width * rough) / steps);
}

function powerAt(values: Float64Array, cyclesPerSample: number): number {
  let real = 0;
  let imaginary = 0;
  for (let i = 0; i < values.length; i++) {
    // The ends count less: what the stretch cuts off is no part of the beat.
    const value = (values[i] ?? 0) * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (values.length - 1)));
    real += value * Math.cos(2 * Math.PI * cyclesPerSample * i);
    imaginary += value * Math.sin(2 * Math.PI * cyclesPerSample * i);
  }
  return real * real + imaginary * imaginary;
}

/** Unbiased for the shrinking overlap, 1 at lag 0; undefined for a sound without a beat, or too short for the lags. */
function autocorrelation(x: Float64Array, most: number): Float64Array | undefined {
  const n = x.length;
  const power = x.reduce((sum, value) => sum + value * value, 0) / n;
  if (power === 0) return undefined;
  return Float64Array.from({ length: most + 2 }, (_, lag) => {
    // Over a small overlap chance alone gives high values.
    if (lag > 0.8 * n) return 0;
    let sum = 0;
    for (let i = 0; i + lag < n; i++) sum += (x[i] ?? 0) * (x[i + lag] ?? 0);
    return sum / (n - lag) / power;
  });
}

/** Gaussian, `sigma` in samples. */
export function blurred(values: readonly number[], sigma: number): Float64Array {
  const reach = Math.ceil(3 * sigma);
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, k) => Math.exp(-0.5 * ((k - reach) / sigma) ** 2));
  const total = kernel.reduce((sum, value) => sum + value, 0);
  return Float64Array.from(values, (_, i) =>
    kernel.reduce((sum, weight, k) => sum + (weight / total) * (values[i + k - reach] ?? 0), 0),
  );
}

function centred(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}
