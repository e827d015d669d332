import type { ProgramOptions } from '../../../shared/contract/programApiSchemas.ts';
import type { Assessment, GateOverride } from '../../../shared/domain/assessment.ts';
import type { LogEntry, PainClearance } from '../../../shared/domain/drillLog.ts';
import { addDays, daysBetween } from '../../../shared/program/calendar.ts';
import { nextCycle } from '../../../shared/program/cycles.ts';
import { type Library as ExerciseLibrary, libraryWith } from '../../../shared/program/library.ts';
import type { LibraryDb } from '../../db/libraryDb.ts';
import type { OverrideState } from '../../db/planOverrides.ts';
import type { StoredPlan } from '../../db/plans.ts';

/** Who is asked about, and on which day where the coach is. */
export interface Asked {
  readonly athleteId: string;
  /** ISO date. */
  readonly today: string;
}

/** Everything that is stored of an athlete's programme. */
export interface Facts extends Asked {
  readonly options: ProgramOptions;
  /** The plan at hand. */
  readonly plan: StoredPlan | undefined;
  /** Cycles that are over, oldest first. */
  readonly finished: readonly StoredPlan[];
  /** Changes of the plan at hand. */
  readonly changes: OverrideState;
  readonly assessments: readonly Assessment[];
  /** Of the cycle at hand, or of the next one where none is. */
  readonly gateOverrides: readonly GateOverride[];
  readonly log: readonly LogEntry[];
  readonly clearances: readonly PainClearance[];
  readonly exercises: ExerciseLibrary;
}

const NO_CHANGES: OverrideState = { overrides: [], canUndo: false, canRedo: false };

/** @throws CodedError not_found for an athlete who is not in the library */
export function loadFacts(db: LibraryDb, { athleteId, today }: Asked): Facts {
  db.athletes.get(athleteId);
  const plans = db.plans.list(athleteId);
  const plan = plans.find(({ endedOn }) => endedOn === null);
  const finished = plans.filter(({ endedOn }) => endedOn !== null);
  return {
    athleteId,
    today,
    options: db.programmes.options(athleteId),
    plan,
    finished,
    changes: plan === undefined ? NO_CHANGES : db.planOverrides.state(plan.id),
    assessments: db.assessments.list(athleteId),
    gateOverrides: db.assessments.gateOverrides(athleteId, cycleAtHand({ plan, finished })),
    log: db.drillLog.list(athleteId),
    clearances: db.drillLog.clearances(athleteId),
    exercises: libraryWith(db.exercises.overlay()),
  };
}

/** Number of the cycle at hand, or of the next one where none is. */
export const cycleAtHand = ({ plan, finished }: Pick<Facts, 'plan' | 'finished'>): number =>
  plan?.cycle ?? (finished.at(-1)?.cycle ?? 0) + 1;

/** Number of the cycle that a test belongs to: one made after a cycle's end closes it. */
export const cycleOfTests = ({ plan, finished }: Pick<Facts, 'plan' | 'finished'>): number =>
  plan?.cycle ?? finished.at(-1)?.cycle ?? 1;

export const hasBegun = ({ plan, today }: Pick<Facts, 'plan' | 'today'>): boolean =>
  plan !== undefined && (plan.plan.start_date ?? plan.madeOn) <= today;

/** A log with no longer gap leads on: nobody logs a single day months ahead. */
const LOG_GAP_DAYS = 14;

/**
 * Until when a day that is stored was lived. Where it lies ahead of today, a clock was ahead then or is behind now: the log
 * tells which. As far as its days follow each other they were lived, and stay as they were; what lies beyond bars nothing.
 * @param stored ISO date
 * @returns the stored day, or an earlier one that is not before today
 */
export function livedUntil({ today, log }: Pick<Facts, 'today' | 'log'>, stored: string): string {
  if (stored <= today) return stored;
  const ahead = log.map(({ date }) => date).filter((date) => date > today);
  let lived = today;
  for (const date of ahead.sort()) if (daysBetween(lived, date) <= LOG_GAP_DAYS) lived = date;
  const next = lived === today ? today : addDays(lived, 1);
  return next < stored ? next : stored;
}

/** How far back the first plan may start, for athletes who began on paper. */
const BACK_DAYS = 28;

/** What a plan that starts on a day would begin: its cycle, its load to start from, and its first possible day. */
export function nextPlan(facts: Facts, startDate: string) {
  const last = facts.finished.at(-1);
  if (last === undefined)
    return { cycle: 1, loadBefore: null, earliestStart: addDays(facts.today, -BACK_DAYS) };
  const { plan, loadBefore } = last;
  const endedOn = livedUntil(facts, last.endedOn ?? last.asOf);
  return {
    ...nextCycle({ plan, endedOn, loadBefore, log: facts.log }, startDate),
    earliestStart: endedOn,
  };
}
