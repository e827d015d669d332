import type { Assessment, FootSide, GateOverride } from '../domain/assessment.ts';
import type { Phase, PlanGate } from '../domain/plan.ts';
import { baselineValue, latestObservation, latestValue, missingBaseline } from './assessment.ts';

/** Gates of PROGRAMME.md 5. */
export const GATE_LIMITS = {
  adherence: 0.8,
  adherenceWeeks: 2,
  stanceS: 30,
  painNextMorning: 2,
  calfRaises: 20,
  sideDifference: 0.15,
} as const;

/** One condition of a gate. `met` is null while it has not been measured, which does not open the gate. */
export interface Criterion {
  readonly id: string;
  readonly side: FootSide | null;
  readonly met: boolean | null;
  /** What was measured, in the criterion's unit; absent where it was not. */
  readonly value?: number;
  readonly limit?: number;
}

export interface Gate {
  readonly opens: 2 | 3;
  readonly criteria: readonly Criterion[];
  readonly passed: boolean;
}

export interface GateInput {
  readonly assessments: readonly Assessment[];
  /** Share of the planned days that were done, and over how many whole weeks it was logged; null without a log. */
  readonly adherence: { readonly share: number; readonly weeks: number } | null;
  readonly overrides: readonly GateOverride[];
}

/** Where an athlete stands: the open phase (null without a baseline) and how each gate looks. */
export interface Standing {
  readonly openPhase: Phase | null;
  readonly gates: readonly Gate[];
  /** What goes into the plan as a record. */
  readonly records: readonly PlanGate[];
  /** Baseline tests still missing, `test:side`. */
  readonly missing: readonly string[];
}

const SIDES = ['L', 'R'] as const;
const atLeast = (value: number | undefined, limit: number): boolean | null =>
  value === undefined ? null : value >= limit;
const measured = (value: number | undefined) => (value === undefined ? {} : { value });

/** A gate is open when every condition of both sides was measured and met, or when the coach opened it with a reason. */
export function standingFrom(input: GateInput): Standing {
  const gates = [gateToLoad(input), gateToTransfer(input)];
  const missing = missingBaseline(input.assessments);
  const coachOpened = (opens: number) =>
    input.overrides.find((override) => override.opens === opens && override.reason.trim() !== '');
  const records = gates.map(({ opens, passed }): PlanGate => {
    const coach = coachOpened(opens);
    // Tests count only on top of a baseline; the coach's word needs none.
    const byTests = passed && missing.length === 0;
    return {
      opens,
      passed: byTests || coach !== undefined,
      by: byTests ? 'tests' : coach ? 'coach' : null,
      reason: byTests ? null : (coach?.reason ?? null),
    };
  });
  const second = records[0]?.passed === true;
  const third = second && records[1]?.passed === true;
  const openPhase: Phase | null = third ? 3 : second ? 2 : missing.length > 0 ? null : 1;
  return { openPhase, gates, records, missing };
}

/** Awareness -> load: regular work, a steady stance on both legs, no lasting pain. */
function gateToLoad({ assessments, adherence }: GateInput): Gate {
  const pain = [...assessments]
    .sort((a, b) => a.date.localeCompare(b.date))
    .flatMap(({ pain_next_morning }) => pain_next_morning ?? [])
    .at(-1);
  return gate(2, [
    {
      id: 'adherence',
      side: null,
      met:
        adherence === null || adherence.weeks < GATE_LIMITS.adherenceWeeks
          ? null
          : adherence.share >= GATE_LIMITS.adherence,
      ...measured(adherence?.share),
      limit: GATE_LIMITS.adherence,
    },
    ...stance(assessments),
    {
      id: 'pain_next_morning',
      side: null,
      met: pain === undefined ? null : pain <= GATE_LIMITS.painNextMorning,
      ...measured(pain),
      limit: GATE_LIMITS.painNextMorning,
    },
  ]);
}

/** Load -> transfer: calves, balance, a forefoot as at the baseline, arches that hold. */
function gateToTransfer({ assessments }: GateInput): Gate {
  const raises = SIDES.map((side) => latestValue(assessments, 'single_leg_calf_raise', side));
  const [left, right] = raises;
  const even =
    left !== undefined &&
    right !== undefined &&
    Math.min(left, right) > 0 &&
    Math.abs(left - right) < GATE_LIMITS.sideDifference * Math.max(left, right);
  return gate(3, [
    ...SIDES.map((side, k): Criterion => {
      const value = raises[k];
      const known = left !== undefined && right !== undefined;
      const enough = value !== undefined && value >= GATE_LIMITS.calfRaises;
      return {
        id: 'calf_raises',
        side,
        met: known ? enough || even : null,
        ...measured(value),
        limit: GATE_LIMITS.calfRaises,
      };
    }),
    ...stance(assessments),
    ...SIDES.map((side): Criterion => {
      const first = baselineValue(assessments, 'three_point_balance', side);
      const last = latestValue(assessments, 'three_point_balance', side);
      return {
        id: 'balance_kept',
        side,
        met: first === undefined ? null : atLeast(last, first),
        ...measured(last),
        ...(first === undefined ? {} : { limit: first }),
      };
    }),
    ...SIDES.map((side): Criterion => {
      const first = baselineValue(assessments, 'forefoot_stiffness', side);
      const last = latestValue(assessments, 'forefoot_stiffness', side);
      return {
        id: 'forefoot_unchanged',
        side,
        met: first === undefined ? null : last === first,
        ...measured(last),
        ...(first === undefined ? {} : { limit: first }),
      };
    }),
    ...SIDES.map((side) => notSeen('arch_collapse', assessments, side)),
  ]);
}

function stance(assessments: readonly Assessment[]): Criterion[] {
  return SIDES.flatMap((side) => {
    const value = latestValue(assessments, 'single_leg_stance', side);
    return [
      {
        id: 'single_leg_stance',
        side,
        met: atLeast(value, GATE_LIMITS.stanceS),
        ...measured(value),
        limit: GATE_LIMITS.stanceS,
      },
      notSeen('wobble', assessments, side),
    ];
  });
}

function notSeen(
  id: 'wobble' | 'arch_collapse',
  assessments: readonly Assessment[],
  side: FootSide,
): Criterion {
  const seen = latestObservation(assessments, id, side);
  return { id: `no_${id}`, side, met: seen === undefined ? null : !seen };
}

const gate = (opens: 2 | 3, criteria: readonly Criterion[]): Gate => ({
  opens,
  criteria,
  passed: criteria.every(({ met }) => met === true),
});
