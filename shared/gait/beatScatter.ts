import { robustSpread } from '../math/statistics.ts';

/** Beats are compared with the fourth after them: music repeats its pattern of instruments by then, runners their legs. */
const PATTERN = 4;
const FEWEST_PAIRS = 4;

/**
 * How unevenly an almost even beat comes: robust standard deviation of its instants, in samples; undefined for too few.
 * A metronome and recorded music keep time to a millisecond, nobody's steps do.
 * @param beats smoothed onsets
 * @param frequency beats per sample
 */
export function beatScatter(beats: Float64Array, frequency: number): number | undefined {
  const first = phaseOf(beats, frequency);
  const instants: number[] = [];
  for (let n = 0; (first + n + 0.5) / frequency < beats.length; n++) {
    const due = (first + n) / frequency;
    instants.push(peakNear(beats, due, 0.3 / frequency) - due);
  }
  const apart = instants.slice(PATTERN).map((late, i) => late - (instants[i] ?? 0));
  const spread = apart.length < FEWEST_PAIRS ? undefined : robustSpread(apart);
  return spread === undefined ? undefined : spread / Math.SQRT2;
}

/** Part of a beat (0.5 to 1.5) after which the fundamental is at its first whole crest. */
function phaseOf(beats: Float64Array, frequency: number): number {
  let [real, imaginary] = [0, 0];
  for (let i = 0; i < beats.length; i++) {
    real += (beats[i] ?? 0) * Math.cos(2 * Math.PI * frequency * i);
    imaginary += (beats[i] ?? 0) * Math.sin(2 * Math.PI * frequency * i);
  }
  return 1 + Math.atan2(imaginary, real) / (2 * Math.PI);
}

/** Highest value within `reach` of `at`, between the samples by a parabola. */
export function peakNear(values: Float64Array, at: number, reach: number): number {
  const from = Math.max(0, Math.ceil(at - reach));
  const to = Math.min(values.length - 1, Math.floor(at + reach));
  let best = from;
  for (let i = from; i <= to; i++) if ((values[i] ?? 0) > (values[best] ?? 0)) best = i;
  const [before, here, after] = [values[best - 1], values[best] ?? 0, values[best + 1]];
  if (before === undefined || after === undefined) return best;
  const bend = before - 2 * here + after;
  return bend >= 0 ? best : best + Math.max(-0.5, Math.min(0.5, (0.5 * (before - after)) / bend));
}
