import type { Assessment, FootSide } from '../domain/assessment.ts';
import type { Plan } from '../domain/plan.ts';
import { type Trend, type TrendPoint, trendOf, trends, verdictOf } from './assessment.ts';
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

/**
 * What the next cycle starts from: its number and the load that the athlete last carried in full. Weeks that were planned
 * but not lived do not count; where no full week was, the load from before the cycle stays.
 * @param endedOn ISO date, the first day that does not belong to the cycle any more
 */
export function nextCycle(
  plan: Plan,
  endedOn: string,
  loadBefore: number | null,
): { cycle: number; loadBefore: number | null } {
  const last = plan.weeks.findLast(
    ({ light, provisional, days }) =>
      !light && !provisional && days.every(({ date }) => date === null || date < endedOn),
  );
  return { cycle: plan.cycle + 1, loadBefore: last?.load ?? loadBefore };
}

/** One test of one side before a cycle and at its end. */
export interface TestChange {
  readonly test: string;
  readonly side: FootSide | null;
  readonly before: TrendPoint;
  readonly after: TrendPoint;
  readonly change: number;
  readonly verdict: NonNullable<Trend['verdict']>;
}

/**
 * Before/after of a cycle: the last value up to its first day, else the first in it, against the last one in it. Tests
 * that were done only once are left out.
 * @param from first day of the cycle, ISO date
 * @param to last day that counts
 */
export function cycleChanges(assessments: readonly Assessment[], from: string, to: string): TestChange[] {
  const upTo = assessments.filter(({ date }) => date <= to);
  return trends(upTo).flatMap(({ test, side, points }) => {
    const before = points.findLast(({ date }) => date <= from) ?? points[0];
    const after = points.at(-1);
    if (!before || !after || after.date <= from || after === before) return [];
    const change = after.value - before.value;
    return [{ test, side, before, after, change, verdict: verdictOf(testById(test), change) }];
  });
}
