import type { Assessment, FootSide } from '../domain/assessment.ts';
import type { Plan } from '../domain/plan.ts';
import { trendOf } from './assessment.ts';
import { testById } from './data/tests.ts';

/** Cycles after which an arch height that stays as it was is named to the coach (seed P12). */
const CYCLES = 2;

export interface ArchAdvice {
  readonly code: 'arch_ask_physiotherapist';
  readonly sides: readonly FootSide[];
  readonly cycles: number;
}

/**
 * For the coach only, from arch heights that the coach entered, never from video: after two cycles or more without a rise
 * above the own baseline the programme suggests asking a physiotherapist. Undefined otherwise.
 */
export function archAdvice(assessments: readonly Assessment[]): ArchAdvice | undefined {
  const retested = assessments.filter(
    ({ kind, results }) => kind === 'retest' && results.some(({ test }) => test === 'arch_height'),
  );
  const cycles = Math.max(0, ...retested.map(({ cycle }) => cycle));
  if (cycles < CYCLES) return undefined;
  const { resolution } = testById('arch_height');
  const sides = (['L', 'R'] as const).filter((side) => {
    const measured = retested.some(
      ({ cycle, results }) =>
        cycle === cycles && results.some((result) => result.test === 'arch_height' && result.side === side),
    );
    const { change } = trendOf(assessments, 'arch_height', side);
    return measured && change !== undefined && change <= resolution;
  });
  return sides.length === 0 ? undefined : { code: 'arch_ask_physiotherapist', sides, cycles };
}

/** What the next cycle starts from: its number and the load that the athlete last carried in full. */
export function nextCycle(plan: Plan): { cycle: number; loadBefore: number | null } {
  return {
    cycle: plan.cycle + 1,
    loadBefore: plan.weeks.findLast(({ light, provisional }) => !light && !provisional)?.load ?? null,
  };
}
