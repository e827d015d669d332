import type { Finding } from '../domain/analysis.ts';
import type { Phase, Plan, PlanDay, PlanItem, PlanWeek } from '../domain/plan.ts';
import { exerciseById } from './data/exercises.ts';
import { trainingWeek } from './dayContent.ts';
import { itemLoad, lighterDose, planItem, scaledDose } from './dose.ts';

export interface PlanInput {
  readonly findings: readonly Finding[];
  /** ISO date of the first day; null leaves the plan undated. */
  readonly startDate: string | null;
  readonly weeks: 6 | 7 | 8;
  /** Weekdays for training, 1-7, Monday first; the others are off days with recovery. */
  readonly trainingDays: readonly number[];
  readonly minutesPerDay: number;
  /** Most main exercises on one day; recovery does not count. */
  readonly maxExercises: number;
  readonly equipment: readonly string[];
  /** Phase that the athlete's tests have opened; null without a baseline, which keeps the plan in phase 1. */
  readonly openPhase: Phase | null;
}

export const DEFAULT_PLAN_OPTIONS = {
  weeks: 8,
  trainingDays: [1, 2, 3, 4, 5],
  minutesPerDay: 15,
  maxExercises: 4,
  equipment: ['towel', 'ball or small roller', 'step'],
  openPhase: null,
} as const satisfies Omit<PlanInput, 'findings' | 'startDate'>;

/** Load against week 1 (measurement.md 6.1): weeks 3 and 6 are light. */
const FACTORS = [1, 1.05, 0.8, 1.05, 1.1, 0.85, 1.1, 1.15] as const;
const isLight = (week: number): boolean => week === 3 || week === 6;
/** Most growth over the last week that was not light, and least relief of a light one (plan invariant 1). */
const MAX_GROWTH = 1.1;
const LIGHT_SHARE = 0.9;

/**
 * A drill plan of 6-8 weeks: pure and deterministic. Later phases are provisional until their gate is passed; without a
 * baseline every week stays in phase 1 and the plan says so.
 */
export function generatePlan(input: PlanInput): Plan {
  const priorities = input.findings
    .filter(({ priority }) => priority !== null)
    .sort((a, b) => (a.priority ?? 0) - (b.priority ?? 0))
    .slice(0, 2);
  const weeks: PlanWeek[] = [];
  let firstLoad: number | undefined;
  let lastFull: number | undefined;
  for (let index = 1; index <= input.weeks; index++) {
    const { phase, provisional } = phaseOf(index, input.openPhase);
    const base = trainingWeek(phase, priorities, input);
    const raw = loadOf(base);
    firstLoad ??= raw;
    const light = isLight(index);
    const target = firstLoad * (FACTORS[index - 1] ?? 1);
    const scaled = base.map((items) => items.map((item) => scaledItem(item, target / raw)));
    const ceiling =
      lastFull === undefined ? Number.POSITIVE_INFINITY : lastFull * (light ? LIGHT_SHARE : MAX_GROWTH);
    const content = heldBelow(scaled, ceiling);
    const load = loadOf(content);
    if (!light) lastFull = load;
    weeks.push({ index, phase, light, provisional, load, days: datedDays(content, input, index) });
  }
  return {
    start_date: input.startDate,
    weeks,
    priorities: priorities.map(({ rule }) => rule),
    notes: [
      ...(input.openPhase === null ? ['no_baseline'] : []),
      ...(priorities.length === 0 ? ['no_priority'] : []),
      ...(input.findings.some(({ drills }) => drills.length === 0) ? ['unconfirmed_findings'] : []),
    ],
    retest_after_weeks: 6,
  };
}

/** Three weeks to a phase; the phase at hand is firm, later ones open with their gate. */
function phaseOf(week: number, open: Phase | null): { phase: Phase; provisional: boolean } {
  if (open === null) return { phase: 1, provisional: false };
  const phase = Math.min(3, open + Math.floor((week - 1) / 3)) as Phase;
  return { phase, provisional: phase > open };
}

const loadOf = (days: readonly (readonly PlanItem[])[]): number =>
  Math.round(days.flat().reduce((sum, item) => sum + itemLoad(item), 0) * 100) / 100;

/** Recovery keeps its dose in every week; only training is scaled. */
function scaledItem(item: PlanItem, factor: number): PlanItem {
  return item.why.kind === 'recovery'
    ? item
    : planItem(exerciseById(item.exercise), scaledDose(item.dose, factor), item.why);
}

/** Takes single grains off the heaviest items until the week is under its ceiling: rounding must not break the rule. */
function heldBelow(days: readonly (readonly PlanItem[])[], ceiling: number): PlanItem[][] {
  const held = days.map((items) => [...items]);
  while (loadOf(held) > ceiling) {
    let heaviest: { items: PlanItem[]; k: number; load: number } | undefined;
    for (const items of held) {
      items.forEach((item, k) => {
        const load = itemLoad(item);
        if (item.why.kind !== 'recovery' && lighterDose(item.dose) && load > (heaviest?.load ?? 0))
          heaviest = { items, k, load };
      });
    }
    const item = heaviest?.items[heaviest.k];
    const dose = item ? lighterDose(item.dose) : undefined;
    if (!heaviest || !item || !dose) break;
    heaviest.items[heaviest.k] = planItem(exerciseById(item.exercise), dose, item.why);
  }
  return held;
}

function datedDays(content: readonly PlanItem[][], input: PlanInput, week: number): PlanDay[] {
  const days = content.map((items, k): PlanDay => ({ weekday: k + 1, date: null, items }));
  if (input.startDate === null) return days;
  const start = Date.parse(`${input.startDate}T00:00:00Z`);
  if (Number.isNaN(start)) throw new RangeError(`invalid startDate: ${input.startDate}`);
  const first = ((new Date(start).getUTCDay() + 6) % 7) + 1;
  return days
    .map((day) => {
      const offset = (week - 1) * 7 + ((day.weekday - first + 7) % 7);
      return { ...day, date: new Date(start + offset * 86_400_000).toISOString().slice(0, 10) };
    })
    .sort((a, b) => a.date.localeCompare(b.date));
}
