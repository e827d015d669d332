import type { Assessment, GateOverride } from '../domain/assessment.ts';
import type { LogEntry, PainClearance } from '../domain/drillLog.ts';
import type { Plan } from '../domain/plan.ts';
import { weakerSide } from './assessment.ts';
import { daysBetween } from './calendar.ts';
import { diffPlans, type PlanChange } from './diffPlans.ts';
import { type Standing, standingFrom } from './gates.ts';
import { withObserved } from './observed.ts';
import { currentWeek, generatePlan } from './plan.ts';
import type { Adaptation, EasedWeek, PlanInput } from './planInput.ts';
import { type LogReading, readLog, wasSore } from './readLog.ts';
import { easeAfter } from './weekLoad.ts';

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
  /** What that plan was eased by already, as the update that made it answered. */
  readonly eased?: readonly EasedWeek[];
  /** ISO date; days before it are history. */
  readonly today: string;
}

export interface ProgrammeUpdate {
  readonly plan: Plan;
  readonly standing: Standing;
  readonly reading: LogReading;
  readonly changes: readonly PlanChange[];
  /** What the plan is eased by now; to be given back with it. */
  readonly eased: readonly EasedWeek[];
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
  const before = state.eased ?? [];
  const isHeld = adaptation.hold || adaptation.ease < 1;
  const live = plan === null ? null : { plan, from: today };
  const week = currentWeek({ lived: live, startDate: options.startDate }, 0);
  const eased = isHeld ? easedNow(adaptation, week, before) : comingBack(state, week, before);
  const lived = live && { ...live, eased: isHeld ? before : eased };
  const next = generatePlan({
    ...options,
    findings: withObserved(options.findings, assessments),
    openPhase: standing.openPhase,
    gates: standing.records,
    weakerSide: weakerSide(assessments),
    footwear: { ...state.footwear, habitWeeks: adherence?.habitWeeks ?? 0 },
    adaptation,
    lived,
  });
  return {
    plan: next,
    standing,
    reading,
    changes: plan === null ? [] : diffPlans(plan, next),
    eased,
  };
}

/** The week at hand and the next one as they are eased now. */
function easedNow({ ease }: Adaptation, week: number, before: readonly EasedWeek[]): readonly EasedWeek[] {
  const shareOf = (index: number, asked: number): EasedWeek => {
    const already = before.find((eased) => eased.week === index)?.share ?? 1;
    return { week: index, share: Math.min(already, asked) };
  };
  return [shareOf(week, ease), shareOf(week + 1, easeAfter(ease))].filter(({ share }) => share < 1);
}

/** Days of a week after which it counts as an eased one, so that the week after it comes in between. */
const MOST_OF_WEEK = 4;
const SORE_DAYS = 14;

/**
 * What stays eased once nothing is held any more: after soreness the week at hand as it is, and the week in between where
 * most of the week at hand was eased. So a plan does not jump back in the middle of a week.
 */
function comingBack(
  { log, today, options: { startDate } }: ProgrammeState,
  week: number,
  before: readonly EasedWeek[],
): readonly EasedWeek[] {
  if (startDate === null || !wasSore(log, today, SORE_DAYS)) return [];
  const daysGone = daysBetween(startDate, today) % 7;
  const atHand = before.filter((eased) => eased.week === week);
  const isBetween = atHand.length > 0 && daysGone >= MOST_OF_WEEK;
  return [...atHand, ...before.filter((eased) => isBetween && eased.week === week + 1)];
}
