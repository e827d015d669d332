import type { PlanWeek } from '../domain/plan.ts';
import { loadOf } from './dose.ts';
import { type Ceilings, NO_CEILING, trainingLoad } from './fitWeek.ts';
import type { PlanInput } from './planInput.ts';

/**
 * Load of each week against the last full one, from the factors 1, 1.05, .80, 1.05, 1.10, .85, 1.10, 1.15 of
 * PROGRAMME.md 6: weeks 3 and 6 are light.
 */
const STEPS = [1, 1.05, 0.8 / 1.05, 1, 1.1 / 1.05, 0.85 / 1.1, 1, 1.15 / 1.1] as const;
export const isScheduledLight = (week: number): boolean => week === 3 || week === 6;

/** Most growth over the last full week, and most of it that a light week keeps (plan invariant 1). */
const MAX_GROWTH = 1.1;
export const LIGHT_SHARE = 0.9;
/** What the week after an eased one may hold: a half comes back over a week in between. */
export const easeAfter = (ease: number): number => (ease <= 0.5 ? 0.8 : 1);

/** Load of the last week that was not light. */
export interface Reference {
  readonly total: number;
  readonly training: number;
}

export interface Step {
  readonly factor: number;
  readonly ease: number;
  readonly held: boolean;
}

/** The share of a week's load that is left although nothing is held any more; 1 where all of it is. */
export const keptShare = (index: number, { adaptation: { hold, ease }, lived }: PlanInput): number =>
  hold || ease < 1 ? 1 : (lived?.eased?.find(({ week }) => week === index)?.share ?? 1);

/** How the week's load follows the last full one. @param ahead 0 for the week at hand, 1 for the next */
export function stepOf(index: number, ahead: number, input: PlanInput, lostGate: boolean): Step {
  const { hold, ease } = input.adaptation;
  const kept = keptShare(index, input);
  const own = kept * (ahead === 0 ? ease : ahead === 1 ? easeAfter(ease) : 1);
  const isHeld = hold || ease < 1 || kept < 1;
  const held = ((ahead === 0 || ahead === 1) && isHeld) || (ahead === 0 && lostGate);
  const step = STEPS[index - 1] ?? 1;
  return { factor: (held ? Math.min(1, step) : step) * own, ease: own, held };
}

/** Highest load of the week. After soreness neither this week nor the next may hold more than was planned before. */
export function ceilingsFor({
  index,
  ahead,
  reference,
  old,
  firstOpen,
  step,
  input,
}: {
  index: number;
  ahead: number;
  reference: Reference | undefined;
  old: PlanWeek | undefined;
  firstOpen: number;
  step: Step;
  input: PlanInput;
}): Ceilings {
  const growth = isScheduledLight(index) ? LIGHT_SHARE : step.held ? 1 : MAX_GROWTH;
  const byGrowth: Ceilings = reference
    ? { total: reference.total * growth, training: reference.training * growth }
    : NO_CEILING;
  if (!old || !step.held || ahead > 1) return byGrowth;
  const items = old.days.map((day) => day.items);
  const past = items.slice(0, firstOpen);
  const { library } = input;
  const already = input.lived?.eased?.find(({ week }) => week === index)?.share ?? 1;
  const ease = ahead === 0 ? Math.min(1, step.ease / already) : 1;
  const leave = (all: number, done: number) => done + ease * (all - done);
  return {
    total: Math.min(byGrowth.total, leave(old.load, loadOf(past, library))),
    training: Math.min(byGrowth.training, leave(trainingLoad(items, library), trainingLoad(past, library))),
  };
}
