import type { Finding } from '../domain/analysis.ts';
import type { ExerciseDomain, Phase, PlanItem } from '../domain/plan.ts';
import { EXERCISES, type Exercise, exerciseById } from './data/exercises.ts';
import { planItem } from './dose.ts';

export interface DayLimits {
  readonly trainingDays: readonly number[];
  readonly minutesPerDay: number;
  readonly maxExercises: number;
  readonly equipment: readonly string[];
}

/** Order in which the domains are asked for an exercise on a day: all three appear before one repeats. */
const DOMAIN_TURNS: readonly ExerciseDomain[] = ['strength', 'functional', 'mobility', 'strength'];

/** Recovery after the work and on off days; the stretch needs nothing, the rolling needs a ball. */
const RECOVERY = ['M4', 'M5'] as const;

/**
 * Content of Monday to Sunday for one week of a phase at full dose. The drills that answer the priorities come first, on
 * every other training day so that they are fresh; the phase's own exercises rotate through the rest.
 */
export function trainingWeek(phase: Phase, priorities: readonly Finding[], limits: DayLimits): PlanItem[][] {
  const usable = EXERCISES.filter(
    (exercise) =>
      exercise.phases.includes(phase) && exercise.kind !== 'recovery' && hasAll(exercise, limits.equipment),
  );
  const answers = priorityDrills(phase, priorities, usable);
  const turns = new Map<ExerciseDomain, number>();
  return Array.from({ length: 7 }, (_, k) => {
    const recovery = recoveryItems(limits);
    if (!limits.trainingDays.includes(k + 1)) return recovery;
    const nth = limits.trainingDays.indexOf(k + 1);
    const items: PlanItem[] = [];
    const left = () =>
      limits.minutesPerDay -
      [...items, ...recovery.slice(0, 1)].reduce((sum, { minutes }) => sum + minutes, 0);
    const add = (item: PlanItem): boolean => {
      const fits =
        items.length < limits.maxExercises &&
        item.minutes <= left() &&
        !items.some(({ exercise }) => exercise === item.exercise);
      if (fits) items.push(item);
      return fits;
    };
    // Two priorities alternate; with one, its drills take turns.
    for (let i = 0; i < Math.min(2, answers.length); i++) {
      const answer = answers[(nth + i) % answers.length];
      if (answer) add(answer);
    }
    for (const domain of DOMAIN_TURNS) fillFrom(domain, usable, turns, add);
    return [
      ...items,
      ...recovery.slice(0, left() >= 0 && recovery[1] && recovery[1].minutes <= left() ? 2 : 1),
    ];
  });
}

function priorityDrills(
  phase: Phase,
  priorities: readonly Finding[],
  usable: readonly Exercise[],
): PlanItem[] {
  const items: PlanItem[] = [];
  for (const finding of priorities) {
    for (const drill of finding.drills) {
      const exercise = usable.find(({ id }) => id === drill.exercise);
      if (drill.phase > phase || !exercise || items.some((item) => item.exercise === drill.exercise))
        continue;
      items.push(planItem(exercise, exercise.dose, { kind: 'finding', rule: finding.rule }));
    }
  }
  return items;
}

/** The next exercise of a domain, in turn over the week; those that do not fit the day are passed over. */
function fillFrom(
  domain: ExerciseDomain,
  usable: readonly Exercise[],
  turns: Map<ExerciseDomain, number>,
  add: (item: PlanItem) => boolean,
): void {
  const pool = usable.filter((exercise) => exercise.domain === domain);
  const from = turns.get(domain) ?? 0;
  for (let i = 0; i < pool.length; i++) {
    const exercise = pool[(from + i) % pool.length];
    const phase = exercise?.phases[0];
    if (exercise && phase && add(planItem(exercise, exercise.dose, { kind: 'phase', phase }))) {
      turns.set(domain, from + i + 1);
      return;
    }
  }
}

function recoveryItems({ equipment }: DayLimits): PlanItem[] {
  return RECOVERY.map(exerciseById)
    .filter((exercise) => hasAll(exercise, equipment))
    .map((exercise) => planItem(exercise, exercise.dose, { kind: 'recovery' }));
}

const hasAll = (exercise: Exercise, equipment: readonly string[]): boolean =>
  exercise.equipment.every((thing) => equipment.includes(thing));
