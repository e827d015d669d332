import type { DayKind, Phase, PlanDay, PlanItem, PlanWeek } from '../domain/plan.ts';
import type { DaySlot } from './calendar.ts';

/** What to wear and where to train, by phase (seed P5: soft ground early, no thin soles before the habit is there). */
export const FOOTWEAR: Readonly<Record<Phase, string>> = {
  1: 'own_shoes_for_runs',
  2: 'own_shoes_for_runs',
  3: 'own_shoes_for_runs_and_hops',
};
export const SURFACE: Readonly<Record<Phase, string>> = {
  1: 'soft_ground_for_runs',
  2: 'soft_ground_for_drills',
  3: 'soft_ground_for_hops',
};

export const ADVICE: Readonly<Record<DayKind, readonly string[]>> = {
  training: ['sleep_food_water'],
  off: ['easy_cycling_or_swimming', 'sleep_food_water'],
  race: ['race_day'],
  before_race: ['easy_day', 'sleep_food_water'],
  after_race: ['easy_cycling_or_swimming', 'sleep_food_water'],
  holiday: ['easy_cycling_or_swimming'],
  ill: ['rest_until_well'],
};

/** The days of a week as the plan holds them; days before `firstOpen` are taken from the plan as it was. */
export function datedDays(
  slots: readonly DaySlot[],
  content: readonly (readonly PlanItem[])[],
  dress: (item: PlanItem) => PlanItem,
  firstOpen: number,
  old: PlanWeek | undefined,
): PlanDay[] {
  return slots.map(({ weekday, date, kind }, k) => {
    const before = k < firstOpen ? old?.days[k] : undefined;
    if (before) return before;
    const items = (content[k] ?? []).map(dress);
    const trains = kind === 'off' && items.some(({ why }) => why.kind !== 'recovery');
    const real = trains ? 'training' : kind;
    return { weekday, date, kind: real, items, advice: [...ADVICE[real]] };
  });
}
