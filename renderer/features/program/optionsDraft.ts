import type { ProgramOptions } from '../../../shared/contract/programApiSchemas.ts';
import { EXERCISES } from '../../../shared/program/data/exercises.ts';

export type OptionsProblem = 'days' | 'minutes' | 'cap' | 'calendar';

/** What keeps options from being stored; numbers are as typed (NaN or null for what is none). */
export function problemsOfOptions(
  options: Omit<ProgramOptions, 'minutesPerDay' | 'maxExercises'> & {
    readonly minutesPerDay: number | null;
    readonly maxExercises: number | null;
  },
): OptionsProblem[] {
  const { trainingDays, minutesPerDay, maxExercises, calendar } = options;
  const isWithin = (value: number | null, from: number, to: number) =>
    value !== null && value >= from && value <= to;
  const isDate = (date: string) => /^\d{4}-\d\d-\d\d$/.test(date);
  return [
    ...(trainingDays.length > 0 ? [] : (['days'] as const)),
    ...(isWithin(minutesPerDay, 10, 90) ? [] : (['minutes'] as const)),
    ...(isWithin(maxExercises, 1, 8) && Number.isInteger(maxExercises) ? [] : (['cap'] as const)),
    ...(calendar.every(({ from, to }) => isDate(from) && isDate(to) && from <= to)
      ? []
      : (['calendar'] as const)),
  ];
}

/** Everything that an exercise of the library may need, in the order of the alphabet. */
export const allEquipment = (exercises: readonly { readonly equipment: readonly string[] }[] = EXERCISES) =>
  [...new Set(exercises.flatMap(({ equipment }) => equipment))].sort((a, b) => a.localeCompare(b));
