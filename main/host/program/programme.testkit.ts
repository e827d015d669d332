import type { AssessmentInput, LogEntryInput } from '../../../shared/contract/programApiSchemas.ts';
import type { Observation, TestResult } from '../../../shared/domain/assessment.ts';
import type { BodyArea, Plan } from '../../../shared/domain/plan.ts';
import { addDays } from '../../../shared/program/calendar.ts';

/** A Monday. */
export const START = '2026-03-02';
export const day = (n: number): string => addDays(START, n);

const both = (test: string, value: number): TestResult[] =>
  (['L', 'R'] as const).map((side) => ({ test, side, value, trials: [value], condition: null }));
const seen = (id: Observation['id'], value: boolean): Observation[] =>
  (['L', 'R'] as const).map((side) => ({ id, side, seen: value }));

/** A whole set of tests by an athlete who stands `stanceS` seconds on one leg. */
export const testsOn = (
  date: string,
  kind: AssessmentInput['kind'],
  { stanceS = 20, raises = 15, archMm = 60 } = {},
): AssessmentInput => ({
  ...{ id: null, date, kind, pain_next_morning: 0, note: '' },
  results: [
    ...both('arch_stiffness', 9),
    ...both('three_point_balance', 20),
    ...both('toe_strength', 60),
    ...both('ankle_flexibility', 9),
    ...both('single_leg_stance', stanceS),
    ...both('forefoot_stiffness', 2),
    ...both('single_leg_calf_raise', raises),
    ...both('arch_height', archMm),
  ],
  observations: [...seen('wobble', false), ...seen('arch_collapse', false)],
});

export const line = (date: string, more: Partial<LogEntryInput> = {}): LogEntryInput => ({
  ...{ id: null, date, exercise: null, done: 'done', rpe: 4, soreness: [], note: '' },
  ...more,
});

/** Every day of a span done as a whole. */
export const daysDone = (from: number, to: number, more: Partial<LogEntryInput> = {}): LogEntryInput[] =>
  Array.from({ length: to - from }, (_, k) => line(day(from + k), more));

export const sore = (area: BodyArea, level: number): LogEntryInput['soreness'] => [
  { area, side: null, level },
];

/** A main exercise of a week and one of the days that hold it. */
export function someExercise({ weeks }: Plan, week: number): { exercise: string; weekday: number } {
  for (const { items, weekday } of weeks[week - 1]?.days ?? [])
    for (const { exercise, why } of items) if (why.kind !== 'recovery') return { exercise, weekday };
  throw new RangeError(`invalid week: ${week}`);
}

/** Exercises of the days from a date on. */
export const exercisesFrom = ({ weeks }: Plan, date: string): string[] =>
  weeks
    .flatMap(({ days }) => days)
    .filter((one) => (one.date ?? '') >= date)
    .flatMap(({ items }) => items.map(({ exercise }) => exercise));
