import type { TimingEvidence } from '../domain/analysis.ts';

/**
 * Slow-motion factor k = time shown / true time = capture rate / container rate (measurement.md 4.6). Told by the coach,
 * stated by the file, or read from the gait: cadence says which factors are possible, the fall of the pelvis in flight
 * tells those apart that differ by more than 1.3. What stays open is a question, never a guess.
 */

/** Rates at which phones and cameras take pictures, frames per second. */
const CAPTURE_RATES = [50, 60, 90, 100, 120, 180, 200, 240, 480, 960] as const;
/** Steps per minute that running can have. */
export const CADENCE_RANGE = [130, 230] as const;
/** Steps per minute that most runners have: the order in which open candidates are offered. */
const USUAL_CADENCE = 170;
/** Factors nearer to each other than this are one. */
const SAME_FACTOR = 0.02;
/** Ballistics separates factors that differ by more than this and nothing finer. */
const BALLISTIC_RATIO = 1.3;

export type TimingDecision =
  | { readonly state: 'settled'; readonly factor: number; readonly source: 'file' | 'gait' }
  | { readonly state: 'ask'; readonly candidates: readonly number[] };

/** Every factor a clip of this container rate can have, in order. */
export function candidateFactors(containerFps: number, stated: number | null): number[] {
  const rates = CAPTURE_RATES.map((rate) => rate / containerFps).filter((factor) => factor > 1 + SAME_FACTOR);
  const all = [0.5, 1, ...rates, ...(stated === null ? [] : [stated])].sort((a, b) => a - b);
  return all.filter((factor, i) => i === 0 || !isSame(factor, all[i - 1] ?? 0));
}

/** The factor where the evidence agrees; else the candidates for the coach, the most usual cadence first. */
export function decideFactor(
  containerFps: number,
  evidence: TimingEvidence & { readonly file_cadence: number },
): TimingDecision {
  const { stated, file_cadence, ballistic } = evidence;
  const possible = candidateFactors(containerFps, stated).filter((factor) =>
    isRunning(factor * file_cadence),
  );
  const fits = (factor: number): boolean =>
    ballistic === null || Math.max(factor / ballistic, ballistic / factor) <= BALLISTIC_RATIO;
  const expected = stated ?? 1;
  if (possible.some((factor) => isSame(factor, expected)) && fits(expected))
    return { state: 'settled', factor: expected, source: stated === null ? 'gait' : 'file' };
  const agreed = possible.filter(fits);
  const [only] = agreed;
  // Nothing but the file's own clock gives running: slow motion is no explanation.
  if (stated === null && possible.length === 1 && isSame(possible[0] ?? 0, 1))
    return { state: 'settled', factor: 1, source: 'gait' };
  // Two witnesses without the file: cadence allows it and the fall of the pelvis says it.
  if (stated === null && ballistic !== null && agreed.length === 1 && only !== undefined)
    return { state: 'settled', factor: only, source: 'gait' };
  const open = agreed.length > 0 && stated === null ? agreed : possible;
  return { state: 'ask', candidates: [...open].sort((a, b) => unusual(a) - unusual(b)) };

  function unusual(factor: number): number {
    return Math.abs(Math.log((factor * file_cadence) / USUAL_CADENCE));
  }
}

const isRunning = (cadence: number): boolean => cadence >= CADENCE_RANGE[0] && cadence <= CADENCE_RANGE[1];
const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= SAME_FACTOR * b;
