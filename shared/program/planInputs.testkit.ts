import fc from 'fast-check';
import type { Finding } from '../domain/analysis.ts';
import type { BodyArea } from '../domain/plan.ts';
import type { PlanOverride } from '../domain/planOverride.ts';
import { addDays } from './calendar.ts';
import { EXERCISES } from './data/exercises.ts';
import { RULES } from './data/rules.ts';
import {
  type Adaptation,
  type CalendarEntry,
  DEFAULT_PLAN_OPTIONS,
  EQUIPMENT,
  type PlanInput,
} from './planInput.ts';

/** A finding as the analysis would hand it over, answered by its rule's drills. */
export function findingOf(rule: string, priority: number | null): Finding {
  const drills = RULES.find(({ id }) => id === rule)?.drills ?? [];
  return {
    rule,
    side: 'R',
    likelihood: 'likely',
    p: 0.95,
    priority,
    confirmed_by_coach: false,
    evidence: [
      {
        metric: 'cadence',
        side: null,
        value: 150,
        total: 2,
        n: 20,
        grade: 'high',
        norm_mean: 170,
        norm_sd: 10,
        p: 0.95,
        weak: [],
      },
    ],
    frames: [{ clip: 'c', frame: 12, time_s: 0.1 }],
    drills: drills.map((drill) => ({ ...drill, why: '' })),
  };
}

const AREAS: readonly BodyArea[] = ['sole', 'calf', 'achilles', 'toes', 'knee', 'hip', 'other'];
export const START = '2026-03-02';
const ids = fc.constantFrom(...EXERCISES.map(({ id }) => id));
const weekday = fc.integer({ min: 1, max: 7 });

const findings: fc.Arbitrary<Finding[]> = fc
  .uniqueArray(fc.constantFrom(...RULES.map(({ id }) => id)), { maxLength: 4 })
  .map((rules) => rules.map((rule, k) => findingOf(rule, k < 2 ? k + 1 : null)));

const calendar: fc.Arbitrary<CalendarEntry[]> = fc.array(
  fc
    .record({
      kind: fc.constantFrom('race' as const, 'holiday' as const, 'ill' as const),
      offset: fc.integer({ min: -3, max: 60 }),
      length: fc.integer({ min: 0, max: 12 }),
    })
    .map(({ kind, offset, length }) => ({
      kind,
      name: kind,
      from: addDays(START, offset),
      to: addDays(START, offset + (kind === 'race' ? 0 : length)),
    })),
  { maxLength: 3 },
);

const dose = fc.record({
  sets: fc.integer({ min: 1, max: 5 }),
  amount: fc.integer({ min: 1, max: 60 }),
  unit: fc.constantFrom('reps' as const, 's' as const),
  per_side: fc.boolean(),
});
const common = {
  reason: fc.constant('asked for'),
  week: fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }),
};

const overrides: fc.Arbitrary<PlanOverride[]> = fc
  .array(
    fc.oneof(
      fc.record({ ...common, kind: fc.constant('move' as const), exercise: ids, from: weekday, to: weekday }),
      fc.record({ ...common, kind: fc.constant('swap' as const), exercise: ids, by: ids }),
      fc.record({ ...common, kind: fc.constant('remove' as const), exercise: ids }),
      fc.record({ ...common, kind: fc.constant('dose' as const), exercise: ids, dose }),
      fc.record({
        ...common,
        kind: fc.constant('add' as const),
        weekday,
        exercise: ids,
        dose: fc.option(dose, { nil: null }),
      }),
      fc.record({
        ...common,
        kind: fc.constant('lock' as const),
        weekday,
        items: fc.array(fc.record({ exercise: ids, dose }), { maxLength: 3 }),
      }),
      fc.record({ ...common, kind: fc.constant('unlock' as const), weekday }),
    ),
    { maxLength: 3 },
  )
  .map((all) => all.map((override, k) => ({ ...override, id: `o${k}` })));

export const adaptations: fc.Arbitrary<Adaptation> = fc.record({
  hold: fc.boolean(),
  ease: fc.constantFrom(1, 1, 0.8, 0.5),
  stopped: fc.uniqueArray(fc.constantFrom(...AREAS), { maxLength: 2 }),
  painFree: fc.boolean(),
  notes: fc.constant([]),
});

/** Athletes of every kind: days, minutes, equipment, races, wishes, coach's changes. */
export const planInputs: fc.Arbitrary<PlanInput> = fc
  .record({
    findings,
    startDate: fc.constantFrom(START, START, null),
    weeks: fc.constantFrom(6 as const, 7 as const, 8 as const),
    trainingDays: fc.uniqueArray(weekday, { minLength: 1, maxLength: 7 }).map((days) => [...days].sort()),
    minutesPerDay: fc.integer({ min: 10, max: 45 }),
    maxExercises: fc.integer({ min: 1, max: 6 }),
    equipment: fc.subarray([...EQUIPMENT]),
    openPhase: fc.constantFrom(null, 1 as const, 2 as const, 3 as const),
    cycle: fc.integer({ min: 1, max: 4 }),
    loadBefore: fc.option(fc.integer({ min: 100, max: 3000 }), { nil: null }),
    calendar,
    weakerSide: fc.constantFrom(null, 'L' as const, 'R' as const),
    cadenceSpm: fc.option(fc.integer({ min: 140, max: 195 }), { nil: null }),
    footwear: fc.record({
      wanted: fc.boolean(),
      comfortableStride: fc.boolean(),
      habitWeeks: fc.integer({ min: 0, max: 6 }),
    }),
    noBarefoot: fc.boolean(),
    overrides,
    adaptation: adaptations,
  })
  .map((input) => ({ ...DEFAULT_PLAN_OPTIONS, ...input }));
