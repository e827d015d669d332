import { ACTIVATION } from './activation.ts';
import { ADDITIONS } from './additions.ts';
import type { Exercise } from './exercise.ts';
import { FUNCTIONAL } from './functional.ts';
import { MOBILITY } from './mobility.ts';
import { STRENGTH } from './strength.ts';

/** Every exercise that the seed names (PROGRAMME.md 4), 32 of them. */
export const SEED_EXERCISES: readonly Exercise[] = [...MOBILITY, ...ACTIVATION, ...STRENGTH, ...FUNCTIONAL];

/** The library as it ships: the seed's exercises and the marked additions. */
export const EXERCISES: readonly Exercise[] = [...SEED_EXERCISES, ...ADDITIONS];

const byId = new Map(EXERCISES.map((exercise) => [exercise.id, exercise]));

/** @throws RangeError for an id that the library does not hold */
export function exerciseById(id: string): Exercise {
  const exercise = byId.get(id);
  if (!exercise) throw new RangeError(`invalid exercise: ${id}`);
  return exercise;
}
