import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type { Trend } from '../program/assessment.ts';
import type { TestChange } from '../program/cycles.ts';
import type { Exercise } from '../program/data/exercise.ts';
import { EXERCISES } from '../program/data/exercises.ts';
import type { PlanChange } from '../program/diffPlans.ts';
import type { Standing } from '../program/gates.ts';
import type { ExerciseChange } from '../program/library.ts';
import type { CalendarEntry } from '../program/planInput.ts';
import type { VideoChange } from '../program/videoChanges.ts';
import { exerciseChangeSchema, exerciseSchema, newExerciseSchema } from './exerciseSchemas.ts';
import { programApi } from './programApi.ts';
import type { PlanCycle, ProgramOptions, VideoChanges } from './programApiSchemas.ts';
import { logEntryInputSchema, programOptionsPatchSchema } from './programApiSchemas.ts';
import type { planChangeSchema, standingSchema, trendSchema } from './programViewSchemas.ts';

const today = '2026-03-02';
const athleteId = 'athlete-1';

describe('the contract of the programme', () => {
  it('equals the domain types', () => {
    expectTypeOf<z.output<typeof exerciseSchema>>().toExtend<Exercise>();
    expectTypeOf<keyof z.output<typeof exerciseSchema>>().toEqualTypeOf<keyof Exercise>();
    expectTypeOf<keyof z.output<typeof exerciseChangeSchema>>().toEqualTypeOf<keyof ExerciseChange>();
    expectTypeOf<z.output<typeof planChangeSchema>>().toExtend<PlanChange>();
    expectTypeOf<keyof z.output<typeof planChangeSchema>>().toEqualTypeOf<keyof PlanChange>();
    expectTypeOf<z.output<typeof standingSchema>>().toExtend<Omit<Standing, 'records'>>();
    expectTypeOf<z.output<typeof trendSchema>>().toExtend<Trend>();
    expectTypeOf<PlanCycle['tests'][number]>().toExtend<TestChange>();
    expectTypeOf<VideoChanges['changes'][number]>().toExtend<VideoChange>();
    expectTypeOf<VideoChange>().toExtend<VideoChanges['changes'][number]>();
    expectTypeOf<ProgramOptions['calendar'][number]>().toExtend<CalendarEntry>();
  });

  it('takes every exercise of the library, and keeps what is not there absent', () => {
    for (const exercise of EXERCISES) expect(exerciseSchema.parse(exercise)).toEqual(exercise);
  });

  it('leaves id, source, level and the pain guard of an exercise alone', () => {
    for (const field of ['id', 'source', 'level', 'needsPainFree', 'isFootwearStep'])
      expect(exerciseChangeSchema.safeParse({ [field]: EXERCISES[0]?.[field as 'id'] }).success).toBe(false);
    expect(exerciseChangeSchema.safeParse({ name: 'Towel pulls' }).success).toBe(true);
    expect(newExerciseSchema.safeParse({ name: 'No load, no steps' }).success).toBe(false);
  });

  it('refuses options that no plan can be made from', () => {
    const entry = { kind: 'race', from: '2026-03-10', to: '2026-03-09', name: '10 km' };
    for (const patch of [
      { weeks: 5 },
      { trainingDays: [] },
      { trainingDays: [1, 1] },
      { minutesPerDay: 9 },
      { maxExercises: 9 },
      { calendar: [entry] },
      { startDate: today },
    ])
      expect(programOptionsPatchSchema.safeParse(patch).success, JSON.stringify(patch)).toBe(false);
    expect(programOptionsPatchSchema.safeParse({ calendar: [{ ...entry, to: entry.from }] }).success).toBe(
      true,
    );
  });

  it('takes the answer about pain by its own method only, and wants reasons where they are due', () => {
    const line = { id: null, date: today, exercise: 'S1', done: 'done', rpe: 4, soreness: [], note: '' };
    expect(logEntryInputSchema.safeParse(line).success).toBe(true);
    expect(logEntryInputSchema.safeParse({ ...line, pain_answer: { pain: false } }).success).toBe(false);
    const answer = programApi['program.answerPain'].input;
    expect(answer.safeParse({ athleteId, today, entryId: 'a', answer: null }).success).toBe(false);
    const clear = programApi['program.clearPain'].input;
    expect(clear.safeParse({ athleteId, today, area: 'heel', reason: ' ' }).success).toBe(false);
    const gate = programApi['program.overrideGate'].input;
    expect(gate.safeParse({ athleteId, today, opens: 2, reason: '' }).success).toBe(false);
    expect(gate.safeParse({ athleteId, today, opens: 2, reason: null }).success).toBe(true);
  });
});
