import { mean, median } from '../math/statistics.ts';

/** A leg gives the beat if its strides differ by no more than this share from their median (middle deviation). */
const STEADY = 0.02;
const FEWEST_STEPS = 4;
const FEWEST_AGREED = 3;
/** Half the width of the cluster of usual phases, share of a stride: 22 ms. */
const USUAL = 0.03;
/** A step this share of a stride off the usual phase is not where the leg came down: 40 ms. */
const OFF_BEAT = 0.055;
/** Share of the steps that must agree on the phase. */
const AGREED = 0.4;
/** Steps on either side that have a say in where the beat is. */
const NEIGHBOURS = 3;

export interface BeatGuesses {
  /** Samples of all steps of the leg, ascending: its own, and on the beat where it had none. */
  readonly guesses: readonly number[];
  /** Those that only the beat says. */
  readonly placed: readonly number[];
}

/** Which of two legs has the steadier strides. @param steps samples of each leg's steps, ascending */
export function steadierLeg(steps: readonly (readonly number[])[]): 0 | 1 {
  const [first, second] = [0, 1].map((k) => mean(deviations(steps[k] ?? [])) ?? Number.POSITIVE_INFINITY);
  return (first ?? 0) <= (second ?? 0) ? 0 : 1;
}

/**
 * The legs take turns. Where one leg is steady and some steps of the other fall far off their usual place between its steps, or
 * are not found, they are looked for in that place: keypoints of the near leg go over to the far one as it swings past, for
 * several strides on end.
 * @param steps samples of the steps of a leg, ascending
 * @param other the same of the other leg
 * @returns undefined where nothing is off the beat, or there is none
 */
export function beatGuesses(
  steps: readonly number[],
  other: readonly number[],
  stride: number,
): BeatGuesses | undefined {
  if (other.length < FEWEST_STEPS || (median(deviations(other)) ?? 0) > STEADY * stride) return undefined;
  const beat = other.map((_, k) => onBeat(other, k, stride));
  const strayed = beat.map(({ at }, k) => Math.abs((other[k] ?? at) - at));
  if ((median(strayed) ?? 0) > STEADY * stride) return undefined;
  const phaseOf = (step: number): number | undefined => {
    const before = beat.findLast(({ at }) => at <= step);
    return before === undefined || step - before.at > stride ? undefined : (step - before.at) / before.pace;
  };
  const phases = steps.flatMap((step) => phaseOf(step) ?? []);
  const isNear = (a: number, b: number) => Math.abs(a - b) <= OFF_BEAT * stride;
  const crowd = (phase: number) => phases.filter((one) => Math.abs(phase - one) <= USUAL);
  const usual = phases.map(crowd).reduce((best, one) => (one.length > best.length ? one : best), []);
  const phase = median(usual);
  if (phase === undefined || usual.length < Math.max(FEWEST_AGREED, AGREED * phases.length)) return undefined;
  const [first = 0] = steps;
  const last = steps.at(-1) ?? 0;
  const own = (at: number) => steps.find((step) => isNear(step, at));
  const kept = steps.filter((step) => phaseOf(step) === undefined);
  const expected = beat
    .map(({ at, pace }) => at + phase * pace)
    .filter((at) => at > first - stride / 2 && at < last + stride / 2);
  const isWhole = expected.every((at) => own(at) !== undefined);
  if (isWhole && phases.every((one) => Math.abs(phase - one) <= OFF_BEAT)) return undefined;
  const guesses = [...kept, ...expected.map((at) => own(at) ?? at)].sort((a, b) => a - b);
  return { guesses, placed: expected.filter((at) => own(at) === undefined) };
}

export interface BeatStep {
  readonly at: number;
  /** Nothing but the other leg says that it is here. */
  readonly isByBeat: boolean;
}

/** Steps after they were looked for again: one that strayed from where only the beat had it is put back there. */
export const withBeat = (found: readonly number[], { placed }: BeatGuesses, stride: number): BeatStep[] =>
  found.map((step) => {
    const said = placed.find((at) => Math.abs(at - step) < stride / 2);
    const isByBeat = said !== undefined && Math.abs(said - step) > USUAL * stride;
    return { at: isByBeat ? said : step, isByBeat };
  });

/** How far each stride is from the median one. */
function deviations(steps: readonly number[]): number[] {
  const strides = steps.slice(1).map((step, i) => step - (steps[i] ?? 0));
  const typical = median(strides) ?? 0;
  return strides.map((one) => Math.abs(one - typical));
}

interface Beat {
  readonly at: number;
  /** Stride around here, samples. */
  readonly pace: number;
}

/**
 * Where the steps around one, and itself, say that it is, and how fast they go on there: the line through them that single bad ones
 * do not move. Of a runner who quickens the strides around count, not those of the whole clip. Source: Theil-Sen estimator.
 */
function onBeat(steps: readonly number[], k: number, stride: number): Beat {
  const here = steps[k] ?? 0;
  const around = steps
    .slice(Math.max(0, k - NEIGHBOURS), k + NEIGHBOURS + 1)
    .map((at) => ({ at, number: Math.round((at - here) / stride) }));
  const slopes = around.flatMap((a, i) =>
    around
      .slice(i + 1)
      .flatMap((b) => (b.number === a.number ? [] : [(b.at - a.at) / (b.number - a.number)])),
  );
  const pace = median(slopes) ?? stride;
  return { at: median(around.map(({ at, number }) => at - number * pace)) ?? here, pace };
}
