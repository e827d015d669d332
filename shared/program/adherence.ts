import type { LogEntry } from '../domain/drillLog.ts';
import type { Plan, PlanDay, PlanWeek } from '../domain/plan.ts';
import { isMain } from './dose.ts';

const CREDIT = { done: 1, partly: 0.5, skipped: 0 } as const;

/** Share of a day's drills that was done, 0-1, from what was written down; nothing written is nothing done. */
function dayShare({ date, items }: PlanDay, log: readonly LogEntry[]): number {
  const entries = log.filter((entry) => entry.date === date);
  const whole = entries.filter(({ exercise }) => exercise === null).map(({ done }) => CREDIT[done]);
  if (whole.length > 0) return Math.max(...whole);
  const main = items.filter(isMain);
  const credits = main.map((item) =>
    Math.max(
      0,
      ...entries.filter(({ exercise }) => exercise === item.exercise).map(({ done }) => CREDIT[done]),
    ),
  );
  return credits.reduce<number>((sum, credit) => sum + credit, 0) / Math.max(1, main.length);
}

const isSession = ({ date, items }: PlanDay): boolean => date !== null && items.some(isMain);

/** From this share on the work counts as regular (seed P3). */
export const REGULAR_SHARE = 0.8;

/** Share of a week's sessions that was done, 0-1; undefined for a week without one. */
export function weekShare({ days }: Pick<PlanWeek, 'days'>, log: readonly LogEntry[]): number | undefined {
  const sessions = days.filter(isSession).map((day) => dayShare(day, log));
  return sessions.length === 0
    ? undefined
    : sessions.reduce((sum, share) => sum + share, 0) / sessions.length;
}

export interface Adherence {
  /** Share of the last up to three whole weeks' sessions that was done, 0-1. */
  readonly share: number;
  /** Whole weeks that it looks back on, 1-3. */
  readonly weeks: number;
  /** Whole weeks of the plan so far with at least 80 % done. */
  readonly habitWeeks: number;
}

/** Undefined before the first whole week with a session is over and while the plan has no dates. */
export function adherenceOf(plan: Plan, log: readonly LogEntry[], today: string): Adherence | undefined {
  const shares = plan.weeks
    .filter(({ days }) => days.every(({ date }) => date !== null && date < today))
    .flatMap((week) => weekShare(week, log) ?? []);
  const last = shares.slice(-3);
  if (last.length === 0) return undefined;
  return {
    share: last.reduce((sum, share) => sum + share, 0) / last.length,
    weeks: last.length,
    habitWeeks: shares.filter((share) => share >= REGULAR_SHARE).length,
  };
}

/** Days with a session that lie between the last one done and today; 0 when the last session was done. */
export function missedSessions(
  plan: Plan,
  log: readonly LogEntry[],
  today: string,
): { sessions: number; since: string | undefined } {
  const sessions = plan.weeks
    .flatMap(({ days }) => days)
    .filter((day) => isSession(day) && (day.date ?? '') < today);
  const last = sessions.findLastIndex((day) => dayShare(day, log) > 0);
  const missed = sessions.slice(last + 1);
  return { sessions: missed.length, since: missed[0]?.date ?? undefined };
}
