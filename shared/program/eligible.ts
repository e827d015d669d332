import type { Phase } from '../domain/plan.ts';
import type { Exercise } from './data/exercise.ts';
import { ruleById } from './data/rules.ts';
import type { PlanInput } from './planInput.ts';

/** The code of why an exercise must not be in a week of this phase, or undefined when it may. */
export function barrier(
  exercise: Exercise,
  phase: Phase,
  { equipment, adaptation, noBarefoot }: Pick<PlanInput, 'equipment' | 'adaptation' | 'noBarefoot'>,
): string | undefined {
  if ((exercise.phases[0] ?? 1) > phase) return 'phase_not_open';
  if (exercise.equipment.some((thing) => !equipment.includes(thing))) return 'equipment_missing';
  if (exercise.loads.some((area) => adaptation.stopped.includes(area))) return 'pain';
  if (exercise.needsPainFree && !adaptation.painFree) return 'pain_free_only';
  if (noBarefoot && /barefoot|socks|minimalist/.test(exercise.footwear)) return 'no_barefoot';
  return undefined;
}

/** Rules that the plan answers, most important first; at most two (plan invariant 6). */
export const priorityFindings = ({ findings }: Pick<PlanInput, 'findings'>) =>
  findings
    .filter(({ priority, drills }) => priority !== null && drills.length > 0)
    .sort((a, b) => (a.priority ?? 0) - (b.priority ?? 0))
    .slice(0, 2);

/** What still stands between the athlete and the step towards minimalist shoes; empty when nothing does (seed P5). */
export function footwearBarriers({ footwear, adaptation, noBarefoot, equipment }: PlanInput): string[] {
  return [
    footwear.habitWeeks < 3 ? 'habit' : '',
    footwear.comfortableStride ? '' : 'stride',
    adaptation.painFree ? '' : 'pain',
    noBarefoot ? 'no_barefoot' : '',
    equipment.includes('minimalist shoes') ? '' : 'shoes',
  ].filter((code) => code !== '');
}

/**
 * Exercises that the week may draw on. Additions are there to answer findings, so they come in only with one; the step
 * towards minimalist shoes has a place of its own.
 */
export function usableExercises(phase: Phase, input: PlanInput): Exercise[] {
  const priorities = priorityFindings(input);
  const asked = new Set(priorities.flatMap(({ drills }) => drills.map(({ exercise }) => exercise)));
  const leaveOut = new Set(priorities.flatMap(({ rule }) => ruleById(rule).leaveOut ?? []));
  return input.library.all.filter(
    (exercise) =>
      exercise.kind !== 'recovery' &&
      !exercise.isFootwearStep &&
      exercise.phases.includes(phase) &&
      (exercise.source !== 'addition' || asked.has(exercise.id)) &&
      (!leaveOut.has(exercise.id) || asked.has(exercise.id)) &&
      barrier(exercise, phase, input) === undefined,
  );
}
