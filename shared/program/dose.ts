import type { Dose, PlanItem } from '../domain/plan.ts';
import { type Exercise, exerciseById } from './data/exercises.ts';

/** Smallest change of an amount that makes sense in its unit. */
const GRAIN: Readonly<Record<Dose['unit'], number>> = { reps: 1, s: 5, contacts: 1, m: 5 };
/** Rest between sets, and the time one unit takes where no tempo is given, seconds. */
const REST_S = 20;
const SECONDS_PER: Readonly<Record<Dose['unit'], number>> = { reps: 2.5, s: 1, contacts: 2, m: 0.5 };

/** Load of an item: sets x (reps | seconds/5 | contacts | metres/10) x level (plan invariant 0). */
export function itemLoad({ exercise, dose }: PlanItem): number {
  const units = { reps: dose.amount, s: dose.amount / 5, contacts: dose.amount, m: dose.amount / 10 }[
    dose.unit
  ];
  return dose.sets * units * exerciseById(exercise).level;
}

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

/** The dose with its amount scaled, rounded to the unit's grain, never below one grain. */
export function scaledDose(dose: Dose, factor: number): Dose {
  const grain = GRAIN[dose.unit];
  return { ...dose, amount: Math.max(grain, Math.round((dose.amount * factor) / grain) * grain) };
}

/** The dose one grain lighter; undefined when it is at its smallest. */
export function lighterDose(dose: Dose): Dose | undefined {
  const grain = GRAIN[dose.unit];
  return dose.amount > grain ? { ...dose, amount: dose.amount - grain } : undefined;
}

export function planItem(exercise: Exercise, dose: Dose, why: PlanItem['why']): PlanItem {
  return { exercise: exercise.id, dose, minutes: Math.round(doseMinutes(exercise, dose) * 2) / 2, why };
}
