import type { Assessment, FootSide } from '../domain/assessment.ts';
import type { LogEntry } from '../domain/drillLog.ts';
import type { Plan } from '../domain/plan.ts';
import { REGULAR_SHARE, weekShare } from './adherence.ts';
import { type Trend, type TrendPoint, trendOf, trends, verdictOf } from './assessment.ts';
import { daysBetween } from './calendar.ts';
import { testById } from './data/tests.ts';
import { LESS, LONG_GAP_DAYS } from './readLog.ts';

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

/** A cycle that is over. */
export interface EndedCycle {
  readonly plan: Plan;
  /** ISO date, the first day that does not belong to the cycle any more. */
  readonly endedOn: string;
  /** Load from before the cycle. */
  readonly loadBefore: number | null;
  readonly log: readonly LogEntry[];
}

/**
 * What the next cycle starts from: its number and the load that the athlete last carried, that is the last full week of
 * which at least 80 % was done. Where none was, the lightest full week that was lived; where none was lived, the load from
 * before the cycle. After a long break it is less.
 * @param startDate ISO date of the next cycle's first day
 */
export function nextCycle(
  { plan, endedOn, loadBefore, log }: EndedCycle,
  startDate: string,
): { cycle: number; loadBefore: number | null } {
  const lived = plan.weeks.filter(
    ({ light, provisional, days }) =>
      !light && !provisional && days.every(({ date }) => date !== null && date < endedOn),
  );
  const carried = lived.findLast((week) => (weekShare(week, log) ?? 0) >= REGULAR_SHARE);
  const lightest = lived.length === 0 ? loadBefore : Math.min(...lived.map(({ load }) => load));
  const load = carried?.load ?? lightest;
  const isBreak = daysBetween(endedOn, startDate) >= LONG_GAP_DAYS;
  return { cycle: plan.cycle + 1, loadBefore: load !== null && isBreak ? load * LESS : load };
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
