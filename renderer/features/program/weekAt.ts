import type { Plan } from '../../../shared/domain/plan.ts';

/** Index of the week that holds a date: the first before the plan, the last after it. */
export function weekAt(plan: Plan, date: string): number {
  const started = plan.weeks.filter(({ days }) => days.some((day) => day.date !== null && day.date <= date));
  return started.at(-1)?.index ?? plan.weeks[0]?.index ?? 1;
}
