import type { TimingEvidence } from '../domain/analysis.ts';
import { isRunningCadence } from './bodyLimits.ts';
import { ANY_RUNNER, type ExpectedCadence } from './expectedCadence.ts';

/**
 * Slow-motion factor k = time shown / true time = capture rate / container rate (METHOD.md 4.5). Told by the coach,
 * stated by the file, or read from the gait: cadence says which factors are possible, the fall of the pelvis in flight
 * tells those apart that differ by more than 1.3. What stays open is a question, never a guess.
 */

/** Rates at which phones and cameras take pictures, frames per second. */
const CAPTURE_RATES = [50, 60, 90, 100, 120, 180, 200, 240, 300, 480, 960] as const;
/** Rates that files of cameras have, beside those (150: laboratories): of another, something has changed the clock on the way. */
const FILE_RATES = [15, 24, 25, 30, 48, 150, ...CAPTURE_RATES] as const;
/** What is played slightly slower to fit the television of elsewhere: taken at, stored at. Else nobody slows by so little. */
const CONFORMED = [
  [30, 24],
  [30, 25],
  [60, 50],
  [120, 100],
] as const;
const LEAST_SLOWING = 1.3;
/** The least change of a clock that was changed somehow. */
const UNKNOWN_SLOWING = 1.2;
/** Steps per minute of which the one that most runners have comes first among open candidates. */
const USUAL_CADENCE = 170;
/** Factors nearer to each other than this are one. */
const SAME_FACTOR = 0.02;
/** Ballistics separates factors that differ by more than this and nothing finer; on some runners it is off by more. */
const BALLISTIC_RATIO = 1.3;
const BALLISTIC_FARTHEST = 1.6;
/** A rival is out when it is so many standard deviations off the cadence that such a runner has. */
const RIVAL_SPREADS = 2.5;

export type TimingDecision =
  | { readonly state: 'settled'; readonly factor: number; readonly source: 'file' | 'gait' }
  | { readonly state: 'ask'; readonly candidates: readonly number[] };

/** Every factor a clip of this container rate can have, in order. */
export function candidateFactors(containerFps: number, stated: number | null): number[] {
  const rates = CAPTURE_RATES.map((rate) => rate / containerFps).filter((factor) => factor >= LEAST_SLOWING);
  const conformed = CONFORMED.filter(([, file]) => isSame(containerFps, file)).map(
    ([taken]) => taken / containerFps,
  );
  const all = [0.5, 1, ...conformed, ...rates, ...(stated === null ? [] : [stated])].sort((a, b) => a - b);
  return all.filter((factor, i) => i === 0 || !isSame(factor, all[i - 1] ?? 0));
}

/** What a clip without a clock may have been taken at: factors of its guessed rate that give running, the most usual first. */
export function factorsWithoutClock(guessedFps: number, fileCadence: number): number[] {
  const factors = FILE_RATES.map((rate) => rate / guessedFps).filter((factor) =>
    isRunningCadence(factor * fileCadence),
  );
  return factors.sort((a, b) => unusual(a * fileCadence) - unusual(b * fileCadence));
}

/** How far a cadence is from the usual one (logarithm). */
const unusual = (cadence: number): number => Math.abs(Math.log(cadence / USUAL_CADENCE));

/**
 * The factor where the evidence agrees; else the candidates for the coach, the most usual cadence first. Silent is only what has no
 * rival: a file's own statement that gives running, or a factor beside which every other possible one would make a cadence that
 * nobody who runs like this has. Another factor than 1 moreover needs the fall of the pelvis for it, and a file of a usual rate.
 */
export function decideFactor(
  containerFps: number,
  evidence: TimingEvidence & { readonly file_cadence: number },
  expected: ExpectedCadence = ANY_RUNNER,
): TimingDecision {
  const { stated, file_cadence, ballistic } = evidence;
  const possible = candidateFactors(containerFps, stated).filter((factor) =>
    isRunningCadence(factor * file_cadence),
  );
  const isWithin = (factor: number, ratio: number): boolean =>
    ballistic === null || Math.max(factor / ballistic, ballistic / factor) <= ratio;
  const isUsualFile = FILE_RATES.some((rate) => isSame(containerFps, rate));
  const gait = Math.log(expected.value / file_cadence);
  const isOut = (rival: number): boolean =>
    Math.abs(gait - Math.log(rival)) >= RIVAL_SPREADS * expected.spread;
  const isNear = (factor: number, rival: number): boolean =>
    Math.max(factor / rival, rival / factor) <= BALLISTIC_RATIO;
  // That a file is not slowed is likely before anything is looked at; among slowed ones gait alone tells no near rates apart.
  const isAlone = (factor: number): boolean =>
    possible.every(
      (rival) => isSame(rival, factor) || (isOut(rival) && (isSame(factor, 1) || !isNear(factor, rival))),
    ) &&
    (isUsualFile || isOut(factor * UNKNOWN_SLOWING));

  if (
    stated !== null &&
    possible.some((factor) => isSame(factor, stated)) &&
    isWithin(stated, BALLISTIC_RATIO)
  )
    return { state: 'settled', factor: stated, source: 'file' };
  const silent = possible.filter((factor) => isAlone(factor) && isTrusted(factor));
  const [only] = silent;
  if (stated === null && silent.length === 1 && only !== undefined)
    return { state: 'settled', factor: isSame(only, 1) ? 1 : only, source: 'gait' };
  const agreed = possible.filter((factor) => isWithin(factor, BALLISTIC_FARTHEST));
  const open = agreed.length > 0 && stated === null ? agreed : possible;
  return {
    state: 'ask',
    candidates: [...open].sort((a, b) => unusual(a * file_cadence) - unusual(b * file_cadence)),
  };

  function isTrusted(factor: number): boolean {
    if (isSame(factor, 1)) return isWithin(1, BALLISTIC_FARTHEST) || possible.length === 1;
    return isUsualFile && ballistic !== null && isWithin(factor, BALLISTIC_RATIO) && !isOut(factor);
  }
}

const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= SAME_FACTOR * b;
