import type { Handlers } from '../../../shared/contract/handlers.ts';
import type { ProgramOptions, ProgramOptionsPatch } from '../../../shared/contract/programApiSchemas.ts';
import { CodedError } from '../../../shared/domain/errors.ts';
import { addDays, daysBetween } from '../../../shared/program/calendar.ts';
import type { StoredPlan } from '../../db/plans.ts';
import type { HostContext } from '../hostContext.ts';
import type { JobContext } from '../jobs.ts';
import { basisFrom, basisOfSession, newerAnalysis, noBasis } from './basis.ts';
import { type Change, changer } from './change.ts';
import { cycleVideo } from './cycleVideo.ts';
import { cycleAtHand, type Facts, hasBegun, livedUntil, nextPlan } from './facts.ts';
import { checkEffect, storedOverride } from './overrideRules.ts';
import { planFrom } from './remake.ts';
import { programState } from './stateView.ts';

type Names =
  `program.${'state' | 'videoChanges' | 'setOptions' | 'makePlan' | 'update' | 'addOverride' | 'undo' | 'redo' | 'finishCycle'}`;

/** Nobody plans further ahead than this. */
const AHEAD_DAYS = 366;

/** Options, plans and the coach's changes of them. */
export function planHandlers(context: HostContext): Pick<Handlers<JobContext>, Names> {
  const { services } = context;
  const { db } = context.library;
  const change: Change = changer(context);
  return {
    'program.state': (asked) => programState(db, asked),
    'program.videoChanges': ({ athleteId, planId }) => cycleVideo(db, athleteId, planId),
    'program.setOptions': ({ patch, ...asked }) =>
      change(asked, 'options', (facts) => {
        if (patch.weeks !== undefined) checkWeeks(facts, patch.weeks);
        db.programmes.setOptions(asked.athleteId, patched(facts.options, patch));
      }),
    'program.makePlan': ({ sessionId, startDate, ...asked }) =>
      change(asked, 'made', (facts) => {
        checkStart(facts, startDate);
        const takenAt = services.now().toISOString();
        if (sessionId !== null && db.sessions.get(sessionId).athleteId !== asked.athleteId)
          throw new CodedError('not_found');
        const basis =
          sessionId === null ? noBasis(db, asked.athleteId, takenAt) : basisOfSession(db, sessionId, takenAt);
        db.plans.save(newPlan(facts, startDate, basis, services.newId));
      }),
    'program.update': (asked) => {
      const atHand = db.plans.atHand(asked.athleteId);
      const newer = atHand && newerAnalysis(atHand, db.analyses.ofAthlete(asked.athleteId));
      return change(asked, newer === undefined ? 'update' : 'analysis', ({ plan }) => {
        if (plan === undefined) throw new CodedError('plan_missing');
        db.plans.save({ ...plan, ...basisFrom(db, newer, plan) });
      });
    },
    'program.addOverride': ({ change: wanted, ...asked }) =>
      change(asked, 'override', (facts) => {
        const { plan } = facts;
        if (plan === undefined) throw new CodedError('plan_missing');
        const override = storedOverride(wanted, services.newId());
        checkEffect(facts, plan, override);
        db.planOverrides.add(plan.id, override);
      }),
    'program.undo': (asked) =>
      change(asked, 'undo', ({ plan }) => {
        if (plan !== undefined) db.planOverrides.undo(plan.id);
      }),
    'program.redo': (asked) =>
      change(asked, 'redo', ({ plan }) => {
        if (plan !== undefined) db.planOverrides.redo(plan.id);
      }),
    'program.finishCycle': (asked) =>
      change(asked, 'update', (facts) => {
        const { plan, today } = facts;
        if (plan === undefined) throw new CodedError('plan_missing');
        if (!hasBegun(facts)) throw new CodedError('plan_not_begun', { date: plan.plan.start_date ?? '' });
        db.plans.save({ ...plan, endedOn: today > plan.asOf ? today : livedUntil(facts, plan.asOf) });
      }),
  };
}

/** Only the named fields. */
function patched(options: ProgramOptions, patch: ProgramOptionsPatch): ProgramOptions {
  const named = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...options, ...Object.fromEntries(named) };
}

/** @throws CodedError weeks_begun where the plan would end before the week at hand */
function checkWeeks(facts: Facts, weeks: number): void {
  const { plan, today } = facts;
  const start = plan?.plan.start_date;
  if (plan === undefined || start === undefined || start === null || !hasBegun(facts)) return;
  const day = today > plan.asOf ? today : livedUntil(facts, plan.asOf);
  const week = Math.min(plan.plan.weeks.length, Math.floor(daysBetween(start, day) / 7) + 1);
  if (weeks < week) throw new CodedError('weeks_begun', { week });
}

/** @throws CodedError plan_running, start_too_early, invalid_input */
function checkStart(facts: Facts, startDate: string): void {
  const { plan, today } = facts;
  if (plan !== undefined && hasBegun(facts)) throw new CodedError('plan_running', { cycle: plan.cycle });
  const { earliestStart } = nextPlan(facts, startDate);
  if (startDate < earliestStart) throw new CodedError('start_too_early', { date: earliestStart });
  if (startDate > addDays(today, AHEAD_DAYS))
    throw new CodedError('invalid_input', { detail: 'startDate: more than a year ahead' });
}

/** A plan on the day on which it is made; one whose first day is still to come keeps its id and the coach's changes. */
function newPlan(
  facts: Facts,
  startDate: string,
  basis: ReturnType<typeof noBasis>,
  newId: () => string,
): StoredPlan {
  const { athleteId, today, plan: replaced } = facts;
  const cycle = cycleAtHand(facts);
  const { loadBefore } = nextPlan(facts, startDate);
  const draft = { ...basis, base: null, eased: [], asOf: today, cycle, loadBefore, startDate };
  const { plan, eased } = planFrom(facts, draft);
  return {
    ...basis,
    ...{ id: replaced?.id ?? newId(), athleteId, cycle, loadBefore, plan, base: null },
    sequence: replaced === undefined ? 0 : replaced.sequence + 1,
    ...{ asOf: today, eased: { plan: [...eased], base: [] }, madeOn: today, endedOn: null },
    lastChange: { date: today, cause: 'made', changes: [] },
  };
}
