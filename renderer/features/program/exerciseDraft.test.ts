import { describe, expect, it } from 'vitest';
import { exerciseChangeSchema, newExerciseSchema } from '../../../shared/contract/exerciseSchemas.ts';
import { EXERCISES } from '../../../shared/program/data/exercises.ts';
import { draftFromExercise, type ExerciseDraft, exerciseFrom } from './exerciseDraft.ts';

describe('the form of an exercise', () => {
  it('changes no field of any exercise that was only opened', () => {
    for (const exercise of EXERCISES) {
      const { success, data } = newExerciseSchema.partial().safeParse({
        ...exerciseFrom(draftFromExercise({ ...exercise, source: 'seed' } as never)),
      });
      expect(success, exercise.id).toBe(true);
      expect(exercise).toMatchObject({ ...data, kind: exercise.kind });
    }
  });

  it('is stored once everything needed is there', () => {
    const empty = draftFromExercise(undefined);
    expect(exerciseFrom(empty)).toBeUndefined();
    const words = { why: 'w', progression: 'p', regression: 'r', videoCheck: 'v' };
    const full: ExerciseDraft = {
      ...empty,
      ...words,
      name: ' Arch lifts ',
      how: 'Stand.\n\n Lift. ',
      phases: [2, 1],
      loads: ['sole'],
    };
    expect(exerciseFrom(full)).toMatchObject({
      name: 'Arch lifts',
      how: ['Stand.', 'Lift.'],
      phases: [1, 2],
    });
    expect(exerciseChangeSchema.safeParse(exerciseFrom(full)).success).toBe(true);
    expect(exerciseFrom({ ...full, loads: [] })).toBeUndefined();
  });
});
