import type { ExerciseDomain, Phase, PlanItem, PlanWhy } from '../domain/plan.ts';
import type { DaySlot } from './calendar.ts';
import type { Exercise } from './data/exercise.ts';
import { planItem, scaledDose } from './dose.ts';
import { barrier, footwearBarriers, priorityFindings, usableExercises } from './eligible.ts';
import type { PlanInput } from './planInput.ts';

/** Share of a week's exercises by domain (seed P2: all three in every week, in the phase's proportions). */
const SHARES: Readonly<Record<Phase, Readonly<Record<ExerciseDomain, number>>>> = {
  1: { mobility: 0.35, strength: 0.45, functional: 0.2 },
  2: { mobility: 0.2, strength: 0.5, functional: 0.3 },
  3: { mobility: 0.15, strength: 0.35, functional: 0.5 },
};
const DOMAINS: readonly ExerciseDomain[] = ['strength', 'mobility', 'functional'];
/** Recovery after the work and on off days; the stretch needs nothing, the rolling needs a ball. */
const RECOVERY = ['M4', 'M5'] as const;
/** Doses of the first week against the library's, which leaves room to grow within the minutes of a day. */
export const START_SHARE = 0.85;

/** What was put into the week so far: how often, and on which day last. */
interface Used {
  readonly times: Map<string, number>;
  readonly lastDay: Map<string, number>;
}

/**
 * Content of one week before its load is set, day by day. Drills that answer the priorities come first and take turns;
 * the phase's own exercises fill the day, the domain furthest behind its share first.
 */
export function trainingWeek(phase: Phase, slots: readonly DaySlot[], input: PlanInput): PlanItem[][] {
  const usable = usableExercises(phase, input);
  const answers = answerDrills(phase, input, usable);
  const used: Used = { times: new Map(), lastDay: new Map() };
  const perDomain: Record<ExerciseDomain, number> = { mobility: 0, strength: 0, functional: 0 };
  let turn = 0;
  return slots.map((slot, day) => {
    const recovery = recoveryItems(slot, phase, input);
    if (slot.kind !== 'training') return recovery;
    const items: PlanItem[] = [];
    const left = () => input.minutesPerDay - minutesOf(items) - (recovery[0]?.minutes ?? 0);
    const add = (exercise: Exercise, why: PlanWhy): boolean => {
      const item = planItem(exercise, scaledDose(exercise.dose, START_SHARE), why);
      const fits =
        items.length < input.maxExercises &&
        item.minutes <= left() &&
        !items.some((other) => other.exercise === item.exercise) &&
        mayRepeat(exercise, day, used);
      if (!fits) return false;
      items.push(item);
      used.times.set(exercise.id, (used.times.get(exercise.id) ?? 0) + 1);
      used.lastDay.set(exercise.id, day);
      perDomain[exercise.domain]++;
      return true;
    };
    const wanted = Math.min(2, Math.max(1, input.maxExercises - 1), answers.length);
    for (let tried = 0, added = 0; tried < answers.length && added < wanted; tried++) {
      const answer = answers[turn++ % answers.length];
      if (answer && add(answer.exercise, { kind: 'finding', rule: answer.rule })) added++;
    }
    addShoeStep(phase, input, add);
    // An exercise that answers a finding is there for that, also where it fills the day.
    const whyOf = ({ id }: Exercise): PlanWhy => {
      const answer = answers.find(({ exercise }) => exercise.id === id);
      return answer ? { kind: 'finding', rule: answer.rule } : { kind: 'phase', phase };
    };
    const addForPhase = (exercise: Exercise) => add(exercise, whyOf(exercise));
    while (items.length < input.maxExercises && fillOne(phase, usable, perDomain, used, addForPhase)) {}
    return [...items, ...recovery.filter((item, k) => k === 0 || item.minutes <= left())];
  });
}

const minutesOf = (items: readonly PlanItem[]): number =>
  items.reduce((sum, { minutes }) => sum + minutes, 0);

function mayRepeat({ id, maxPerWeek, restDays }: Exercise, day: number, { times, lastDay }: Used): boolean {
  const last = lastDay.get(id);
  if (maxPerWeek !== undefined && (times.get(id) ?? 0) >= maxPerWeek) return false;
  return last === undefined || restDays === undefined || day - last > restDays;
}

/** One more exercise for the day from the domain furthest behind its share; false when none fits. */
function fillOne(
  phase: Phase,
  usable: readonly Exercise[],
  perDomain: Readonly<Record<ExerciseDomain, number>>,
  { times }: Used,
  add: (exercise: Exercise) => boolean,
): boolean {
  const behind = (domain: ExerciseDomain) => perDomain[domain] / SHARES[phase][domain];
  const order = [...DOMAINS].sort((a, b) => behind(a) - behind(b));
  for (const domain of order) {
    // The least used first; the library's order among equals, so that the same input gives the same week.
    const pool = usable
      .filter((exercise) => exercise.domain === domain)
      .map((exercise, k) => ({ exercise, k, n: times.get(exercise.id) ?? 0 }))
      .sort((a, b) => a.n - b.n || a.k - b.k);
    if (pool.some(({ exercise }) => add(exercise))) return true;
  }
  return false;
}

/** Drills of both priorities in turn, those of the phase at hand first. */
function answerDrills(phase: Phase, input: PlanInput, usable: readonly Exercise[]) {
  const lists = priorityFindings(input).map(({ rule, drills }) =>
    [...drills]
      .sort((a, b) => b.phase - a.phase)
      .filter((drill) => drill.phase <= phase)
      .flatMap((drill) => {
        const exercise = usable.find(({ id }) => id === drill.exercise);
        return exercise ? [{ exercise, rule }] : [];
      }),
  );
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const mixed = Array.from({ length: longest }, (_, k) => lists.flatMap((list) => list[k] ?? [])).flat();
  return mixed.filter(
    (answer, k) => mixed.findIndex(({ exercise }) => exercise.id === answer.exercise.id) === k,
  );
}

function addShoeStep(
  phase: Phase,
  input: PlanInput,
  add: (exercise: Exercise, why: PlanWhy) => boolean,
): void {
  // Only in a phase that is open: a later one is not sure to come.
  if (!input.footwear.wanted || phase < 2 || phase > (input.openPhase ?? 1)) return;
  if (footwearBarriers(input).length > 0) return;
  for (const exercise of input.library.all) {
    if (exercise.isFootwearStep && barrier(exercise, phase, input) === undefined)
      add(exercise, { kind: 'footwear' });
  }
}

function recoveryItems({ kind }: DaySlot, phase: Phase, input: PlanInput): PlanItem[] {
  if (kind === 'race' || kind === 'ill') return [];
  return RECOVERY.map((id) => input.library.get(id))
    .filter((exercise) => barrier(exercise, phase, input) === undefined)
    .map((exercise) => planItem(exercise, exercise.dose, { kind: 'recovery' }));
}
