import type { TFunction } from 'i18next';
import type { Exercise } from '../../../shared/program/data/exercise.ts';

/** Exercises to choose from, by name, each with the phases it belongs to. */
export const exerciseOptions = (t: TFunction, exercises: readonly Exercise[]) =>
  [...exercises]
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ id, name, phases }) => ({
      value: id,
      label: t('program.ofLaterPhase', { name, phase: phases.join(', ') }),
    }));
