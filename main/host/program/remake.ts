import { planSchema } from '../../../shared/contract/planSchema.ts';
import type { PlanCycle } from '../../../shared/contract/programApiSchemas.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { diffPlans, type PlanChange } from '../../../shared/program/diffPlans.ts';
import type { EasedWeek } from '../../../shared/program/planInput.ts';
import { type ProgrammeUpdate, updatePlan } from '../../../shared/program/updatePlan.ts';
import type { LibraryDb } from '../../db/libraryDb.ts';
import type { StoredPlan } from '../../db/plans.ts';
import { type Facts, livedUntil } from './facts.ts';

/** A plan that is to be made or made anew; `plan` holds its first day. */
export type Draft = Pick<StoredPlan, 'base' | 'asOf' | 'cycle' | 'loadBefore' | 'basis'> & {
  readonly startDate: string | null;
  /** What the base is eased by already. */
  readonly eased: readonly EasedWeek[];
};

/** The plan of a draft with everything that is known on its day. */
export function planFrom(facts: Facts, draft: Draft): ProgrammeUpdate {
  const { footwear, ...options } = facts.options;
  const update = updatePlan({
    options: {
      ...options,
      findings: draft.basis.findings,
      cadenceSpm: draft.basis.cadenceSpm,
      startDate: draft.startDate,
      cycle: draft.cycle,
      loadBefore: draft.loadBefore,
      library: facts.exercises,
      overrides: facts.changes.overrides,
    },
    footwear,
    assessments: facts.assessments,
    gateOverrides: facts.gateOverrides,
    log: facts.log,
    clearances: facts.clearances,
    plan: draft.base,
    eased: draft.eased,
    today: draft.asOf,
  });
  // As it will be read back, so that equal plans are equal text.
  return { ...update, plan: planSchema.parse(update.plan) };
}

export const isSamePlan = (a: Plan, b: Plan): boolean => JSON.stringify(a) === JSON.stringify(b);

export type Cause = PlanCycle['lastChange']['cause'];

/** Why a change came, where the plans themselves give no reason. */
const REASONS: Readonly<Record<Cause, string>> = {
  ...{ made: 'made_anew', update: 'made_anew', analysis: 'new_analysis', options: 'options_changed' },
  ...{ override: 'coach_changed', undo: 'coach_changed', redo: 'coach_changed' },
  ...{ tests: 'tests_changed', log: 'log_changed', pain: 'log_changed' },
};

/** A plan made anew, with what differs from how it is stored. */
export interface Remade {
  readonly stored: StoredPlan;
  readonly update: ProgrammeUpdate;
  readonly changes: readonly PlanChange[];
  readonly isSame: boolean;
}

/**
 * The stored plan as of today. All changes of one day start from the plan as it was before the first of them, so that
 * taking one back gives the plan that would be there without it. A clock that went back rewrites no day that was lived, and
 * one that was ahead once bars nothing.
 */
export function remake(facts: Facts, stored: StoredPlan, cause: Cause = 'update'): Remade {
  const isNewDay = facts.today > stored.asOf;
  const base = isNewDay ? stored.plan : stored.base;
  const eased = isNewDay ? stored.eased.plan : stored.eased.base;
  const asOf = isNewDay ? facts.today : livedUntil(facts, stored.asOf);
  const update = planFrom(facts, { ...stored, base, eased, asOf, startDate: stored.plan.start_date });
  return {
    stored: { ...stored, base, asOf, plan: update.plan, eased: { plan: [...update.eased], base: eased } },
    update,
    changes: diffPlans(stored.plan, update.plan, { code: REASONS[cause], params: {} }),
    isSame: isSamePlan(stored.plan, update.plan),
  };
}

/**
 * A report that holds the load is answered from the plan as it was just before it, so that no report, however many come on
 * one day, brings more.
 */
function answerReport(facts: Facts, plan: StoredPlan, cause: Cause): Remade {
  const remade = remake(facts, plan, cause);
  const { hold, ease } = remade.update.reading.adaptation;
  if (!hold && ease === 1) return remade;
  const eased = { plan: plan.eased.plan, base: plan.eased.plan };
  return remake(facts, { ...plan, base: plan.plan, eased }, cause);
}

/** Makes the plan at hand anew and stores it; without a plan there is nothing to do. */
export function reflow(db: LibraryDb, facts: Facts, cause: Cause): void {
  if (facts.plan === undefined) return;
  const isReport = cause === 'log' || cause === 'pain';
  const { stored, changes, isSame } = isReport
    ? answerReport(facts, facts.plan, cause)
    : remake(facts, facts.plan, cause);
  db.plans.save({
    ...stored,
    sequence: stored.sequence + (isSame ? 0 : 1),
    lastChange:
      isSame && cause !== 'update' && cause !== 'analysis'
        ? stored.lastChange
        : { date: stored.asOf, cause, changes: planChanges(changes) },
  });
}

/** Changes as the contract holds them: copies that may be written to. */
export const planChanges = (changes: readonly PlanChange[]): PlanCycle['lastChange']['changes'] =>
  changes.map((change) => ({
    ...change,
    reasons: change.reasons.map(({ code, params }) => ({ code, params: { ...params } })),
  }));
