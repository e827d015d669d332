import type { Dose, PlanItem, PlanWhy } from '../domain/plan.ts';
import type { Exercise } from './data/exercise.ts';
import type { Library } from './library.ts';

/** Smallest change of an amount that makes sense in its unit. */
const GRAIN: Readonly<Record<Dose['unit'], number>> = { reps: 1, s: 5, contacts: 1, m: 5 };
/** Rest between sets, and the time one unit takes where no tempo is given, seconds. */
const REST_S = 20;
const SECONDS_PER: Readonly<Record<Dose['unit'], number>> = { reps: 2.5, s: 1, contacts: 2, m: 0.5 };

/** Load of a dose: sets x (reps | seconds/5 | contacts | metres/10) x level (plan invariant 0). */
export function doseLoad({ sets, amount, unit }: Dose, { level }: Exercise): number {
  const units = { reps: amount, s: amount / 5, contacts: amount, m: amount / 10 }[unit];
  return sets * units * level;
}

export const itemLoad = ({ exercise, dose }: PlanItem, library: Library): number =>
  doseLoad(dose, library.get(exercise));

/** Load of a week's days, rounded to hundredths so that sums compare the same on every machine. */
export const loadOf = (days: readonly (readonly PlanItem[])[], library: Library): number =>
  Math.round(days.flat().reduce((sum, item) => sum + itemLoad(item, library), 0) * 100) / 100;

/**
 * Minutes that a dose takes, rests included. A cue is done inside a run that the athlete makes anyway: it takes none of
 * the routine's minutes.
 */
export function doseMinutes(exercise: Exercise, dose: Dose): number {
  if (exercise.kind === 'cue') return 0;
  const held = exercise.tempo ? tempoSeconds(exercise.tempo) : SECONDS_PER[dose.unit];
  const work = dose.amount * (dose.unit === 'reps' ? held : SECONDS_PER[dose.unit]);
  const sides = dose.per_side ? 2 : 1;
  return (dose.sets * (work * sides + REST_S)) / 60;
}

/** "3-2-3 s" -> 8, "hold 5 s" -> 6 (a second to come and go), "3 s down" -> 4. */
function tempoSeconds(tempo: string): number {
  const parts = (tempo.match(/\d+/g) ?? []).map(Number);
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.length > 1 ? sum : sum + 1;
}

/** The dose scaled in sets first and amount second, so that small doses keep sets worth doing; at least one grain. */
export function scaledDose(dose: Dose, factor: number): Dose {
  const grain = GRAIN[dose.unit];
  const sets = Math.min(dose.sets, Math.max(1, Math.round(dose.sets * Math.sqrt(factor))));
  const amount = Math.round((dose.amount * factor * dose.sets) / sets / grain) * grain;
  return { ...dose, sets, amount: Math.max(grain, amount) };
}

/** The dose one grain, or at the smallest amount one set, lighter; undefined when it is at its smallest. */
export function lighterDose(dose: Dose): Dose | undefined {
  const grain = GRAIN[dose.unit];
  if (dose.amount > grain) return { ...dose, amount: Math.max(grain, dose.amount - grain) };
  return dose.sets > 1 ? { ...dose, sets: dose.sets - 1 } : undefined;
}

export function planItem(exercise: Exercise, dose: Dose, why: PlanWhy): PlanItem {
  return {
    exercise: exercise.id,
    dose,
    minutes: Math.round(doseMinutes(exercise, dose) * 2) / 2,
    why,
    first_side: null,
    cadence: null,
    locked: false,
  };
}

/** The same item with another dose. */
export const withDose = (item: PlanItem, dose: Dose, library: Library): PlanItem => ({
  ...item,
  dose,
  minutes: planItem(library.get(item.exercise), dose, item.why).minutes,
});

export const isMain = ({ why }: PlanItem): boolean => why.kind !== 'recovery';
