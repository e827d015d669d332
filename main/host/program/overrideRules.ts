import type { z } from 'zod';
import type { newOverrideSchema } from '../../../shared/contract/programSchemas.ts';
import { CodedError } from '../../../shared/domain/errors.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import type { PlanOverride } from '../../../shared/domain/planOverride.ts';
import { reasonText } from '../../../shared/text/planTexts.ts';
import type { StoredPlan } from '../../db/plans.ts';
import type { Facts } from './facts.ts';
import { remake } from './remake.ts';

type NewOverride = z.output<typeof newOverrideSchema>;

export const storedOverride = (wanted: NewOverride, id: string): PlanOverride => ({ ...wanted, id });

const daysOf = ({ weeks }: Plan): string => JSON.stringify(weeks.map(({ days }) => days));

/** What the generator says of a change: kept somewhere, or why not. */
function said({ weeks }: Plan, id: string) {
  const notes = weeks.flatMap((week) => week.notes).filter(({ params }) => params['override'] === id);
  return {
    isKept: notes.some(({ code }) => code === 'coach_change'),
    refusal: notes.find(({ code }) => code === 'coach_change_refused')?.params['reason'],
  };
}

/**
 * Refuses a change that a rule of the plan forbids in every week that it concerns, and one that alters no day to come.
 * @throws CodedError change_refused with the reason, change_without_effect
 */
export function checkEffect(facts: Facts, stored: StoredPlan, override: PlanOverride): void {
  const { changes } = facts;
  const overrides = [...changes.overrides, override];
  const without = remake(facts, stored).update.plan;
  const plan = remake({ ...facts, changes: { ...changes, overrides } }, stored).update.plan;
  const { isKept, refusal } = said(plan, override.id);
  if (!isKept && refusal !== undefined)
    throw new CodedError('change_refused', { reason: refusal, why: reasonText(String(refusal)) });
  if (daysOf(plan) === daysOf(without)) throw new CodedError('change_without_effect');
}
