import type { Assessment, FootSide, ObservationId, TestResult } from '../domain/assessment.ts';
import { BASELINE_TESTS, type TestDefinition, testById } from './data/tests.ts';

/** The trial that counts, or undefined without trials. */
export function countedTrial({ counts }: TestDefinition, trials: readonly number[]): number | undefined {
  if (trials.length === 0) return undefined;
  if (counts === 'lowest') return Math.min(...trials);
  if (counts === 'highest') return Math.max(...trials);
  if (counts === 'mean') return trials.reduce((sum, value) => sum + value, 0) / trials.length;
  return trials[0];
}

/** What is wrong with a result before it is stored; empty when nothing is. */
export function resultProblems(result: TestResult): string[] {
  const test = testById(result.test);
  const problems: string[] = [];
  if (test.sided !== (result.side !== null)) problems.push(test.sided ? 'side_missing' : 'side_not_wanted');
  if (!Number.isFinite(result.value)) problems.push('not_a_number');
  else if (result.value < test.lowest || result.value > test.highest) problems.push('out_of_range');
  if (test.from === 'video') problems.push('comes_from_video');
  return problems;
}

export interface TrendPoint {
  readonly date: string;
  readonly value: number;
}

export interface Trend {
  readonly test: string;
  readonly side: FootSide | null;
  readonly points: readonly TrendPoint[];
  /** Last value minus the first, in the test's unit; absent with one value. */
  readonly change?: number;
  /** Against the own baseline: `same` within the step at which the test is read. */
  readonly verdict?: 'better' | 'worse' | 'same' | 'changed';
}

const sorted = (assessments: readonly Assessment[]): Assessment[] =>
  [...assessments].sort((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id));

/** Values with eyes closed are another test; they never mix with eyes open. */
const counted = (result: TestResult, test: string, side: FootSide | null): boolean =>
  result.test === test && result.side === side && result.condition !== 'eyes_closed';

/** One test of one side over time, oldest first, against the athlete's own first value. */
export function trendOf(assessments: readonly Assessment[], test: string, side: FootSide | null): Trend {
  const definition = testById(test);
  const points = sorted(assessments).flatMap(({ date, results }) =>
    results.filter((result) => counted(result, test, side)).map(({ value }) => ({ date, value })),
  );
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 2) return { test, side, points };
  const change = last.value - first.value;
  return { test, side, points, change, verdict: verdictOf(definition, change) };
}

/** Whether a change is one, and in which direction: nothing up to the step at which the test is read. */
export function verdictOf(
  { better, resolution }: TestDefinition,
  change: number,
): NonNullable<Trend['verdict']> {
  if (Math.abs(change) <= resolution) return 'same';
  if (better === 'none') return 'changed';
  return change > 0 === (better === 'higher') ? 'better' : 'worse';
}

/** Every test that was done at least once, by side. */
export function trends(assessments: readonly Assessment[]): Trend[] {
  const seen = new Map<string, { test: string; side: FootSide | null }>();
  for (const { results } of assessments)
    for (const { test, side } of results) seen.set(`${test}:${side ?? ''}`, { test, side });
  return [...seen.values()].map(({ test, side }) => trendOf(assessments, test, side));
}

export const latestValue = (
  assessments: readonly Assessment[],
  test: string,
  side: FootSide | null,
): number | undefined => trendOf(assessments, test, side).points.at(-1)?.value;

export const baselineValue = (
  assessments: readonly Assessment[],
  test: string,
  side: FootSide | null,
): number | undefined => trendOf(assessments, test, side).points[0]?.value;

/** What the coach last ticked for a side; undefined where nobody looked. */
export function latestObservation(
  assessments: readonly Assessment[],
  id: ObservationId,
  side: FootSide,
): boolean | undefined {
  return sorted(assessments)
    .flatMap(({ observations }) => observations.filter((seen) => seen.id === id && seen.side === side))
    .at(-1)?.seen;
}

/** Tests of the baseline that are still to do, `test:side`; empty when the baseline is complete. */
export function missingBaseline(assessments: readonly Assessment[]): string[] {
  return BASELINE_TESTS.flatMap((test) =>
    (['L', 'R'] as const)
      .filter((side) => latestValue(assessments, test, side) === undefined)
      .map((side) => `${test}:${side}`),
  );
}

/** Tests in which one side can be weaker, and from which difference on (share of the better side). */
const STRENGTH_TESTS = ['single_leg_calf_raise', 'toe_strength', 'single_leg_stance'] as const;
const WEAKER_SHARE = 0.85;

/** The side that is at least 15 % behind in the first of the strength tests that tells them apart. */
export function weakerSide(assessments: readonly Assessment[]): FootSide | null {
  for (const test of STRENGTH_TESTS) {
    const left = latestValue(assessments, test, 'L');
    const right = latestValue(assessments, test, 'R');
    if (left === undefined || right === undefined) continue;
    if (left < right * WEAKER_SHARE) return 'L';
    if (right < left * WEAKER_SHARE) return 'R';
  }
  return null;
}
