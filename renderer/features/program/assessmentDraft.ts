import type { AssessmentInput } from '../../../shared/contract/programApiSchemas.ts';
import type { Assessment, FootSide, ObservationId, TestResult } from '../../../shared/domain/assessment.ts';
import { countedTrial } from '../../../shared/program/assessment.ts';
import { TESTS, type TestDefinition } from '../../../shared/program/data/tests.ts';

export type Condition = TestResult['condition'];

/** A line of the form: one test on one side, under one condition. */
export interface TestLine {
  readonly key: string;
  readonly test: TestDefinition;
  readonly side: FootSide | null;
  readonly condition: Condition;
}

/** Tests and sightings while the form is open; trials as typed: null is empty, NaN no number. */
export interface AssessmentDraft {
  readonly date: string;
  readonly trials: Readonly<Record<string, readonly (number | null)[]>>;
  readonly seen: Readonly<Record<string, 'yes' | 'no'>>;
  readonly painNextMorning: number | null;
  readonly note: string;
}

const keyOf = (test: string, side: FootSide | null, condition: Condition): string =>
  `${test}:${side ?? ''}:${condition === 'eyes_closed' ? 'closed' : ''}`;

/** Lines of a test: each side, and for the stance with open and with closed eyes. */
export function linesOf(test: TestDefinition): TestLine[] {
  const conditions: Condition[] = test.id === 'single_leg_stance' ? ['eyes_open', 'eyes_closed'] : [null];
  const sides: (FootSide | null)[] = test.sided ? ['L', 'R'] : [null];
  return conditions.flatMap((condition) =>
    sides.map((side) => ({ key: keyOf(test.id, side, condition), test, side, condition })),
  );
}

/** Everything that is entered by hand; what comes from video is not among it. */
export const FORM_TESTS = TESTS.filter(({ from }) => from !== 'video');

export function draftFromAssessment(assessment: Assessment | undefined, today: string): AssessmentDraft {
  if (assessment === undefined) return { date: today, trials: {}, seen: {}, painNextMorning: null, note: '' };
  const { date, results, observations, pain_next_morning: painNextMorning, note } = assessment;
  return {
    ...{ date, painNextMorning, note },
    trials: Object.fromEntries(
      results.map(({ test, side, value, trials, condition }) => [
        keyOf(test, side, condition),
        trials.length > 0 ? trials : [value],
      ]),
    ),
    seen: Object.fromEntries(
      observations.map(({ id, side, seen }) => [`${id}:${side}`, seen ? 'yes' : 'no']),
    ),
  };
}

/** The trials of a line that were typed; numbers only. */
const typed = (draft: AssessmentDraft, key: string): number[] =>
  (draft.trials[key] ?? []).filter((trial) => trial !== null);

export const isInRange = ({ lowest, highest }: TestDefinition, value: number): boolean =>
  value >= lowest && value <= highest;

/** Lines with a trial that is no number or lies outside of what the test can give. */
export const wrongLines = (draft: AssessmentDraft): string[] =>
  FORM_TESTS.flatMap(linesOf)
    .filter(({ key, test }) => typed(draft, key).some((trial) => !isInRange(test, trial)))
    .map(({ key }) => key);

/** The trial that counts, as the test says; undefined without one. */
export const countedOf = (draft: AssessmentDraft, { key, test }: TestLine): number | undefined =>
  countedTrial(test, typed(draft, key));

/** What is stored: only lines with a value, only sides that were looked at. */
export function assessmentFrom(
  draft: AssessmentDraft,
  kind: Assessment['kind'],
  id: string | null,
): AssessmentInput {
  const { date, painNextMorning, note } = draft;
  const results = FORM_TESTS.flatMap(linesOf).flatMap((line): TestResult[] => {
    const { key, test, side, condition } = line;
    const value = countedOf(draft, line);
    return value === undefined ? [] : [{ test: test.id, side, value, trials: typed(draft, key), condition }];
  });
  const observations = Object.entries(draft.seen).map(([key, seen]) => {
    const [name = '', side] = key.split(':');
    return { id: name as ObservationId, side: side === 'L' ? 'L' : 'R', seen: seen === 'yes' } as const;
  });
  return {
    ...{ id, date, kind, results, observations, note: note.trim() },
    pain_next_morning: painNextMorning,
  };
}
