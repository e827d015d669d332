import type { Plan, PlanDay, PlanWeek } from '../domain/plan.ts';
import { doseLoad, isMain } from './dose.ts';
import type { PlanInput } from './planInput.ts';

const near = 1e-6;

/** What of the plan's invariants (PROGRAMME.md 6) a plan breaks; empty when all hold. */
export function brokenInvariants(plan: Plan, input: PlanInput): string[] {
  const broken: string[] = [];
  const must = (holds: boolean, what: string) => {
    if (!holds) broken.push(what);
  };
  const { library } = input;
  must(plan.weeks.length === input.weeks && input.weeks >= 6 && input.weeks <= 8, '1: 6 to 8 weeks');
  must(plan.priorities.length <= 2, '6: at most two priorities');
  must(
    plan.answers.every(
      ({ evidence, confirmed_by_coach, drills }) =>
        (evidence.length > 0 || confirmed_by_coach) && drills.length > 0,
    ),
    '5: answers name evidence and drills',
  );
  must(
    plan.answers.every(({ drills }) => new Set(drills).size === drills.length),
    '5: answers name each drill once',
  );
  const firm = (input.lived?.plan.weeks ?? []).filter(
    ({ provisional, days }) =>
      !provisional && days.some(({ date }) => date !== null && date < (input.lived?.from ?? '')),
  );
  const open = Math.max(input.openPhase ?? 1, ...firm.map((week) => week.phase));
  let phase = 0;
  let full: PlanWeek | undefined;
  plan.weeks.forEach((week, k) => {
    const at = `week ${week.index}`;
    const items = week.days.flatMap((day) => day.items);
    const load = items.reduce((sum, item) => sum + doseLoad(item.dose, library.get(item.exercise)), 0);
    must(Math.abs(load - week.load) < 0.01, `0: load of ${at}`);
    must(week.index === k + 1 && week.days.length === 7, `shape of ${at}`);
    if (week.index === 3 || week.index === 6) must(week.light, `1: ${at} is light`);
    if (full && week.light) must(week.load <= 0.9 * full.load + near, `1: ${at} light enough`);
    if (full && !week.light) must(week.load <= 1.1 * full.load + near, `1: growth of ${at}`);
    const next = plan.weeks.slice(k + 1).find(({ light }) => !light);
    // A plan in which nothing may be done has no load to be lighter than.
    if (week.light && next && next.load > 0) must(week.load < next.load, `1: ${at} below the next full week`);
    if (!week.light) full = week;
    must(week.phase >= phase, `2: phase order at ${at}`);
    phase = week.phase;
    must(week.provisional || week.phase <= open, `2: ${at} opened without its gate`);
    if (input.openPhase === null && !input.lived) must(week.phase === 1, `2: ${at} without a baseline`);
    for (const day of week.days) checkDay(day, week, input, must);
  });
  return broken;
}

function checkDay(
  day: PlanDay,
  week: PlanWeek,
  input: PlanInput,
  must: (holds: boolean, what: string) => void,
): void {
  const { library, lived } = input;
  const at = `week ${week.index} day ${day.weekday}`;
  if (lived && day.date !== null && day.date < lived.from) return;
  const main = day.items.filter(isMain);
  must(main.length <= input.maxExercises, `4: cap on ${at}`);
  must(
    day.items.reduce((sum, { minutes }) => sum + minutes, 0) <= input.minutesPerDay + near,
    `4: minutes on ${at}`,
  );
  must(new Set(day.items.map(({ exercise }) => exercise)).size === day.items.length, `twice on ${at}`);
  if (day.kind !== 'training') must(main.length === 0, `${at} is no training day`);
  for (const item of day.items) {
    const exercise = library.get(item.exercise);
    must(
      exercise.equipment.every((thing) => input.equipment.includes(thing)),
      `4: equipment on ${at}`,
    );
    must((exercise.phases[0] ?? 1) <= week.phase, `2: ${exercise.id} on ${at} before its phase`);
    must(
      !exercise.loads.some((area) => input.adaptation.stopped.includes(area)),
      `3: ${exercise.id} on ${at} with pain`,
    );
    must(!exercise.needsPainFree || input.adaptation.painFree, `3: ${exercise.id} on ${at} not pain-free`);
    must(
      item.dose.per_side === exercise.dose.per_side || item.locked,
      `8: ${exercise.id} on ${at} both sides`,
    );
    must(item.dose.sets >= 1 && item.dose.amount > 0, `dose on ${at}`);
    must(
      item.why.kind !== 'finding' ||
        input.findings.some(({ rule }) => item.why.kind === 'finding' && rule === item.why.rule),
      `5: why on ${at}`,
    );
  }
}
