import type { Plan } from '../../../shared/domain/plan.ts';
import { type Library as ExerciseLibrary, libraryWith } from '../../../shared/program/library.ts';
import type { LibraryDb } from '../../db/libraryDb.ts';

export interface AthletePlan {
  readonly planId: string;
  /** Rises with every change of the plan, as calendars want it. */
  readonly sequence: number;
  readonly plan: Plan;
  readonly exercises: ExerciseLibrary;
  /** ISO date of the session that it answers; null for the general programme. */
  readonly basisDate: string | null;
}

/** The plan at hand of an athlete with the exercises as the coach has them, for pages and calendars; undefined without one. */
export function athletePlan(db: LibraryDb, athleteId: string): AthletePlan | undefined {
  const stored = db.plans.atHand(athleteId);
  if (stored === undefined) return undefined;
  const { id: planId, sequence, plan, basis } = stored;
  return {
    planId,
    sequence,
    plan,
    basisDate: basis.sessionDate,
    exercises: libraryWith(db.exercises.overlay()),
  };
}
