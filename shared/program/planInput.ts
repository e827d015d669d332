import type { Finding } from '../domain/analysis.ts';
import type { BodyArea, DayKind, Phase, Plan, PlanGate, PlanNote } from '../domain/plan.ts';
import type { PlanOverride } from '../domain/planOverride.ts';
import type { Library } from './library.ts';
import { LIBRARY } from './library.ts';

/** Days on which life comes first: ISO dates, both included. */
export interface CalendarEntry {
  readonly kind: Extract<DayKind, 'race' | 'holiday' | 'ill'>;
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** What the log asks of the current week and the next one. */
export interface Adaptation {
  /** No growth. */
  readonly hold: boolean;
  /** Share of the load that stays in the current week: 1, or less after soreness or illness. */
  readonly ease: number;
  /** Places whose drills stop until the coach clears them. */
  readonly stopped: readonly BodyArea[];
  /** No pain reported: hops, hills and the shoe step may appear. */
  readonly painFree: boolean;
  readonly notes: readonly PlanNote[];
}

/** A week of a plan that the log made lighter, and the share of its load that was left. */
export interface EasedWeek {
  readonly week: number;
  readonly share: number;
}

export const NO_ADAPTATION: Adaptation = { hold: false, ease: 1, stopped: [], painFree: true, notes: [] };

/** The step towards minimalist shoes and what guards it (seed P5). */
export interface FootwearWish {
  readonly wanted: boolean;
  /** The coach finds cadence and stride comfortable. */
  readonly comfortableStride: boolean;
  /** Whole weeks with at least 80 % of the drills done. */
  readonly habitWeeks: number;
}

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
  /** How each phase came to be open, for the record. */
  readonly gates: readonly PlanGate[];
  readonly cycle: number;
  /** Load of the last full week of the cycle before; null for the first. */
  readonly loadBefore: number | null;
  readonly calendar: readonly CalendarEntry[];
  readonly weakerSide: 'L' | 'R' | null;
  /** The runner's own cadence, steps/min; null while unknown. */
  readonly cadenceSpm: number | null;
  readonly footwear: FootwearWish;
  /** No barefoot work, for example with numb feet: asked, never measured. */
  readonly noBarefoot: boolean;
  readonly library: Library;
  readonly overrides: readonly PlanOverride[];
  /** The plan as it was, and the first day that may still change: what lies before is kept word for word. */
  readonly lived: {
    readonly plan: Plan;
    readonly from: string;
    /** What that plan was eased by already, so that an ease that lasts is not taken off once more. */
    readonly eased?: readonly EasedWeek[];
  } | null;
  readonly adaptation: Adaptation;
}

export const DEFAULT_PLAN_OPTIONS = {
  weeks: 8,
  trainingDays: [1, 2, 3, 4, 5],
  minutesPerDay: 15,
  maxExercises: 4,
  equipment: ['towel', 'ball or small roller', 'step'],
  openPhase: null,
  gates: [],
  cycle: 1,
  loadBefore: null,
  calendar: [],
  weakerSide: null,
  cadenceSpm: null,
  footwear: { wanted: false, comfortableStride: false, habitWeeks: 0 },
  noBarefoot: false,
  library: LIBRARY,
  overrides: [],
  lived: null,
  adaptation: NO_ADAPTATION,
} as const satisfies Omit<PlanInput, 'findings' | 'startDate'>;

/** Everything that equipment can be, for the athlete's list. */
export const EQUIPMENT = [
  'towel',
  'ball or small roller',
  'step',
  'light band',
  'marbles',
  'small sandbag',
  'small weight',
  'balance pad or folded towel',
  'minimalist shoes',
] as const;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** @throws RangeError naming the field that no plan can be made from */
export function checkInput(input: PlanInput): void {
  const { startDate, weeks, trainingDays, minutesPerDay, maxExercises, cycle } = input;
  if (startDate !== null && (!ISO_DATE.test(startDate) || Number.isNaN(Date.parse(`${startDate}T00:00:00Z`))))
    throw new RangeError(`invalid startDate: ${startDate}`);
  if (![6, 7, 8].includes(weeks)) throw new RangeError(`invalid weeks: ${weeks}`);
  const days = new Set(trainingDays);
  const known = trainingDays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  if (!known || days.size !== trainingDays.length || days.size === 0)
    throw new RangeError(`invalid trainingDays: ${trainingDays.join(', ')}`);
  if (!(minutesPerDay >= 10 && minutesPerDay <= 90))
    throw new RangeError(`invalid minutesPerDay: ${minutesPerDay}`);
  if (!(Number.isInteger(maxExercises) && maxExercises >= 1 && maxExercises <= 8))
    throw new RangeError(`invalid maxExercises: ${maxExercises}`);
  if (!(Number.isInteger(cycle) && cycle >= 1)) throw new RangeError(`invalid cycle: ${cycle}`);
  for (const { from, to } of input.calendar)
    if (!ISO_DATE.test(from) || !ISO_DATE.test(to) || to < from)
      throw new RangeError(`invalid calendar entry: ${from} to ${to}`);
}
