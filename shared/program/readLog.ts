import type { LogEntry, PainClearance } from '../domain/drillLog.ts';
import type { BodyArea, Plan, PlanNote } from '../domain/plan.ts';
import { type Adherence, adherenceOf, missedSessions, REGULAR_SHARE } from './adherence.ts';
import { addDays, daysBetween } from './calendar.ts';
import { painWords } from './painWords.ts';
import type { Adaptation, CalendarEntry } from './planInput.ts';

/** A note with a pain word waits for its one answer: where, and how much from 0 to 10. */
export interface PainQuestion {
  readonly entry: string;
  readonly date: string;
  readonly words: readonly string[];
}

export interface LogReading {
  readonly adaptation: Adaptation;
  readonly questions: readonly PainQuestion[];
  readonly adherence: Adherence | undefined;
  /** The fixed safety text is shown on top: pain was answered with yes and not cleared. */
  readonly showReferral: boolean;
}

export interface LogInput {
  /** Null before the first plan: soreness, pain and illness count without one. */
  readonly plan: Plan | null;
  readonly log: readonly LogEntry[];
  readonly clearances: readonly PainClearance[];
  readonly calendar: readonly CalendarEntry[];
  /** ISO date. */
  readonly today: string;
}

/** How long soreness counts, days, and from which level on the work becomes less (PROGRAMME.md 9). */
const WINDOW_DAYS = 7;
const MILD = 2;
/** Seed P11 and the fixed plan text: sore soles and calves halve the volume. */
const HALVE: readonly BodyArea[] = ['sole', 'calf', 'heel', 'achilles'];
const HALF = 0.5;
export const LESS = 0.8;
const HARD_RPE = 8;
export const LONG_GAP_DAYS = 14;

/** What the log asks of the plan: to hold, to ease, to stop places. It never asks for more. */
export function readLog(input: LogInput): LogReading {
  const { plan, today } = input;
  const log = input.log.filter(({ date }) => date <= today);
  const recent = log.filter(({ date }) => daysBetween(date, today) < WINDOW_DAYS);
  const questions = openQuestions(log);
  const pains = openPains(log, input.clearances);
  const stopped = [...new Set(pains.map(({ area }) => area))].filter((area) => area !== 'other').sort();
  const adherence = plan === null ? undefined : adherenceOf(plan, log, today);
  const asks = [
    ...sorenessAsks(recent),
    ...pains.map(({ area }) => ({
      ease: 1,
      note: note(area === 'other' ? 'pain_elsewhere' : 'pain_stop', { area }),
    })),
    ...(questions.length > 0 ? [{ ease: 1, note: note('pain_unanswered', {}) }] : []),
    ...effortAsks(recent),
    ...(plan === null ? [] : absenceAsks(plan, log, today, adherence)),
    ...illnessAsks(input.calendar, today),
  ];
  const worstSoreness = Math.max(0, ...recent.flatMap(({ soreness }) => soreness.map(({ level }) => level)));
  return {
    adaptation: {
      hold: asks.length > 0,
      ease: Math.min(1, ...asks.map(({ ease }) => ease)),
      stopped,
      painFree: pains.length === 0 && questions.length === 0 && worstSoreness <= MILD,
      notes: asks.map((ask) => ask.note),
    },
    questions,
    adherence,
    showReferral: pains.length > 0,
  };
}

/** Whether soreness that asks for less work was reported in the last days. */
export const wasSore = (log: readonly LogEntry[], today: string, days: number): boolean =>
  log.some(
    ({ date, soreness }) =>
      date <= today && daysBetween(date, today) < days && soreness.some(({ level }) => level > MILD),
  );

const note = (code: string, params: PlanNote['params']): PlanNote => ({ code, params });

function openQuestions(log: readonly LogEntry[]): PainQuestion[] {
  return log.flatMap(({ id, date, note, pain_answer }) => {
    const words = painWords(note);
    return words.length > 0 && pain_answer === null ? [{ entry: id, date, words }] : [];
  });
}

export interface OpenPain {
  readonly area: BodyArea;
  readonly level: number;
  readonly date: string;
}

/** Answers with yes that the coach has not cleared on a later day. */
export function openPains(log: readonly LogEntry[], clearances: readonly PainClearance[]): OpenPain[] {
  return log.flatMap(({ date, pain_answer }) => {
    if (!pain_answer?.pain) return [];
    const { area, level } = pain_answer;
    const cleared = clearances.some(
      (given) => given.area === area && given.date > date && given.reason.trim() !== '',
    );
    return cleared ? [] : [{ area, level, date }];
  });
}

/** The worst soreness of each place in the last week. */
function sorenessAsks(recent: readonly LogEntry[]) {
  const worst = new Map<BodyArea, number>();
  for (const { area, level } of recent.flatMap(({ soreness }) => soreness))
    if (level > 0) worst.set(area, Math.max(level, worst.get(area) ?? 0));
  return [...worst].map(([area, level]) => {
    const ease = level <= MILD ? 1 : HALVE.includes(area) ? HALF : LESS;
    return { ease, note: note(ease < 1 ? 'soreness_ease' : 'soreness_hold', { area, level }) };
  });
}

function effortAsks(recent: readonly LogEntry[]) {
  const efforts = recent.flatMap(({ rpe }) => rpe ?? []);
  const mean = efforts.reduce((sum, rpe) => sum + rpe, 0) / Math.max(1, efforts.length);
  return efforts.length > 0 && mean >= HARD_RPE
    ? [{ ease: 1, note: note('effort_high', { rpe: Math.round(mean * 10) / 10 }) }]
    : [];
}

/** Seed P3: regular work is shown before the load rises. A long gap starts again with less. */
function absenceAsks(plan: Plan, log: readonly LogEntry[], today: string, adherence: Adherence | undefined) {
  const { since } = missedSessions(plan, log, today);
  const days = since === undefined ? 0 : daysBetween(since, today);
  if (days >= LONG_GAP_DAYS) return [{ ease: LESS, note: note('missed_long', { days }) }];
  if (adherence && adherence.share < REGULAR_SHARE)
    return [{ ease: 1, note: note('adherence_low', { percent: Math.round(100 * adherence.share) }) }];
  return [];
}

function illnessAsks(calendar: readonly CalendarEntry[], today: string) {
  const ill = calendar.some(
    ({ kind, from, to }) => kind === 'ill' && from <= today && to >= addDays(today, -WINDOW_DAYS),
  );
  return ill ? [{ ease: LESS, note: note('illness', {}) }] : [];
}
