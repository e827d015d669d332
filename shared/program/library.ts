import { spokenLanguage } from '../domain/language.ts';
import type { Exercise } from './data/exercise.ts';
import { EXERCISES } from './data/exercises.ts';
import { spokenExercise } from './spoken.ts';

/** What a coach may change of an exercise of the library; id, source and load level stay. */
export type ExerciseChange = Partial<
  Omit<Exercise, 'id' | 'source' | 'citation' | 'level' | 'kind' | 'needsPainFree' | 'isFootwearStep'>
>;

/** A coach's layer over the library: changed fields by exercise id, and exercises of their own. */
export interface LibraryOverlay {
  readonly changes: Readonly<Record<string, ExerciseChange>>;
  readonly own: readonly Exercise[];
  /** Own exercises that were deleted: past plans still name them, new ones do not draw on them. */
  readonly retired?: readonly Exercise[];
}

export interface Library {
  readonly all: readonly Exercise[];
  /** Also what was retired. @throws RangeError for an id that the library never held */
  get(id: string): Exercise;
  /** Whether a plan may draw on it. */
  has(id: string): boolean;
}

/**
 * The library with a coach's layer on top. The shipped exercises are never altered: taking the layer away gives them back.
 * @throws RangeError for a change of an unknown exercise and for an own exercise that takes an id of the library
 */
export function libraryWith({ changes, own, retired = [] }: LibraryOverlay): Library {
  for (const id of Object.keys(changes)) {
    if (!EXERCISES.some((exercise) => exercise.id === id)) throw new RangeError(`invalid exercise: ${id}`);
  }
  const taken = new Set(EXERCISES.map(({ id }) => id));
  for (const exercise of [...own, ...retired]) {
    if (taken.has(exercise.id)) throw new RangeError(`invalid exercise id, taken: ${exercise.id}`);
    taken.add(exercise.id);
  }
  const ofCoach = (exercise: Exercise): Exercise => ({ ...exercise, source: 'coach' });
  return libraryOf(
    [...EXERCISES.map((exercise) => ({ ...exercise, ...changes[exercise.id] })), ...own.map(ofCoach)],
    retired.map(ofCoach),
  );
}

/** Exercises that a plan may draw on, and retired ones that only lend their names; told in the language that is spoken. */
export function libraryOf(all: readonly Exercise[], retired: readonly Exercise[] = []): Library {
  const byId = new Map([...all, ...retired].map((exercise) => [exercise.id, exercise]));
  const usable = new Set(all.map(({ id }) => id));
  return {
    get all() {
      return spokenLanguage() === 'en' ? all : all.map(spokenExercise);
    },
    has: (id) => usable.has(id),
    get: (id) => {
      const exercise = byId.get(id);
      if (!exercise) throw new RangeError(`invalid exercise: ${id}`);
      return spokenExercise(exercise);
    },
  };
}

export const LIBRARY: Library = libraryOf(EXERCISES);
