import type { Dose, Plan, PlanEvidence, PlanItem } from '../domain/plan.ts';
import { addDays } from './calendar.ts';
import { ruleById } from './data/rules.ts';

/** Why a drill is in the plan: frames -> metric +/- -> rule -> drill -> dose -> when to look again. */
export interface DrillChain {
  readonly frames: readonly { readonly clip: string; readonly frame: number; readonly time_s: number }[];
  readonly evidence: readonly PlanEvidence[];
  /** The coach saw it, with or without numbers. */
  readonly confirmedByCoach: boolean;
  readonly rule: string;
  readonly side: 'L' | 'R' | null;
  readonly cue: string;
  readonly caution: string;
  readonly source: string;
  readonly exercise: string;
  readonly dose: Dose;
  readonly retestAfterWeeks: number;
  /** ISO date; undefined in an undated plan. */
  readonly retestDate?: string;
}

/** The chain of an item that answers a finding; undefined for the phase's own content and recovery. */
export function drillChain(plan: Plan, { exercise, dose, why }: PlanItem): DrillChain | undefined {
  if (why.kind !== 'finding') return undefined;
  const answer = plan.answers.find(({ rule }) => rule === why.rule);
  if (!answer) return undefined;
  const { cue, caution, source } = ruleById(why.rule);
  return {
    frames: answer.frames,
    evidence: answer.evidence,
    confirmedByCoach: answer.confirmed_by_coach,
    rule: why.rule,
    side: answer.side,
    cue,
    caution,
    source,
    exercise,
    dose,
    retestAfterWeeks: plan.retest_after_weeks,
    ...(plan.start_date === null
      ? {}
      : { retestDate: addDays(plan.start_date, 7 * plan.retest_after_weeks) }),
  };
}
