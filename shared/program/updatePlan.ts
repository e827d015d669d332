import type { Assessment, GateOverride } from '../domain/assessment.ts';
import type { LogEntry, PainClearance } from '../domain/drillLog.ts';
import type { Plan } from '../domain/plan.ts';
import { weakerSide } from './assessment.ts';
import { diffPlans, type PlanChange } from './diffPlans.ts';
import { type Standing, standingFrom } from './gates.ts';
import { generatePlan } from './plan.ts';
import type { PlanInput } from './planInput.ts';
import { type LogReading, readLog } from './readLog.ts';

/** What is derived and must not be given: it follows from tests, log and the plan as it was. */
type Derived = 'openPhase' | 'gates' | 'weakerSide' | 'adaptation' | 'lived' | 'footwear';

export interface ProgrammeState {
  readonly options: Omit<PlanInput, Derived>;
  readonly footwear: { readonly wanted: boolean; readonly comfortableStride: boolean };
  readonly assessments: readonly Assessment[];
  readonly gateOverrides: readonly GateOverride[];
  readonly log: readonly LogEntry[];
  readonly clearances: readonly PainClearance[];
  /** The plan as it was; null for the first. */
  readonly plan: Plan | null;
  /** ISO date; days before it are history. */
  readonly today: string;
}

export interface ProgrammeUpdate {
  readonly plan: Plan;
  readonly standing: Standing;
  readonly reading: LogReading;
  readonly changes: readonly PlanChange[];
}

/** The plan after everything that is known today: tests, gates, log, calendar, coach. Pure and deterministic. */
export function updatePlan(state: ProgrammeState): ProgrammeUpdate {
  const { options, plan, log, clearances, today, assessments } = state;
  const reading = readLog({ plan, log, clearances, calendar: options.calendar, today });
  const { adherence, adaptation } = reading;
  const standing = standingFrom({
    assessments,
    adherence: adherence ? { share: adherence.share, weeks: adherence.weeks } : null,
    overrides: state.gateOverrides,
  });
  const next = generatePlan({
    ...options,
    openPhase: standing.openPhase,
    gates: standing.records,
    weakerSide: weakerSide(assessments),
    footwear: { ...state.footwear, habitWeeks: adherence?.habitWeeks ?? 0 },
    adaptation,
    lived: plan === null ? null : { plan, from: today },
  });
  return {
    plan: next,
    standing,
    reading,
    changes: plan === null ? [] : diffPlans(plan, next),
  };
}
