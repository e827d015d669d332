import type { PlanBasis, PlanCycle, ProgramState } from '../../../shared/contract/programApiSchemas.ts';
import type { Assessment } from '../../../shared/domain/assessment.ts';
import { type Trend, trends } from '../../../shared/program/assessment.ts';
import { addDays } from '../../../shared/program/calendar.ts';
import { archAdvice, cycleChanges } from '../../../shared/program/cycles.ts';
import { type Standing, standingFrom } from '../../../shared/program/gates.ts';
import { type LogReading, openPains, readLog } from '../../../shared/program/readLog.ts';
import type { LibraryDb } from '../../db/libraryDb.ts';
import type { StoredPlan } from '../../db/plans.ts';
import { basisFrom, newerAnalysis } from './basis.ts';
import { type Asked, type Facts, hasBegun, livedUntil, loadFacts, nextPlan } from './facts.ts';
import { planChanges, remake } from './remake.ts';

/** The answer to everything about an athlete's programme. @throws CodedError not_found */
export function programState(db: LibraryDb, asked: Asked): ProgramState {
  const facts = loadFacts(db, asked);
  const { athleteId, today, plan, finished, options, changes } = facts;
  const analyses = db.analyses.ofAthlete(athleteId);
  const tests = [...facts.assessments, ...fromVideo(db, facts)];
  const advice = archAdvice(facts.assessments);
  const { standing, reading, pending } = readAsOfToday(db, facts, analyses);
  return {
    athleteId,
    today,
    options,
    current: plan === undefined ? null : cycleView(plan, tests, facts),
    finished: finished.map((cycle) => cycleView(cycle, tests, facts)),
    next: nextView(facts),
    pending,
    analyses,
    ...changes,
    assessments: [...facts.assessments],
    standing: standingView(standing),
    trends: trends(tests).map(trendView),
    archAdvice: advice === undefined ? null : { ...advice, sides: [...advice.sides] },
    gateOverrides: [...facts.gateOverrides],
    log: [...facts.log],
    reading: readingView(reading),
    pains: painsView(facts),
    clearances: [...facts.clearances],
  };
}

/** Where the athlete stands today, and what bringing the plan up to date would change. */
function readAsOfToday(
  db: LibraryDb,
  facts: Facts,
  analyses: readonly PlanBasis[],
): { standing: Standing; reading: LogReading; pending: ProgramState['pending'] } {
  const { plan, log, clearances, options, today, assessments, gateOverrides } = facts;
  if (plan === undefined) {
    const reading = readLog({ plan: null, log, clearances, calendar: options.calendar, today });
    const standing = standingFrom({ assessments, adherence: null, overrides: gateOverrides });
    return { standing, reading, pending: null };
  }
  const newer = newerAnalysis(plan, analyses);
  const { update, changes, isSame } = remake(
    facts,
    { ...plan, ...basisFrom(db, newer, plan) },
    newer === undefined ? 'update' : 'analysis',
  );
  const pending =
    isSame && newer === undefined ? null : { changes: planChanges(changes), newerAnalysis: newer ?? null };
  return { standing: update.standing, reading: update.reading, pending };
}

function nextView(facts: Facts): ProgramState['next'] {
  const { plan, today } = facts;
  if (plan === undefined) return nextPlan(facts, today);
  if (hasBegun(facts)) return null;
  const { cycle, loadBefore } = plan;
  return { cycle, loadBefore, earliestStart: nextPlan(facts, today).earliestStart };
}

/** The foot-off excursion of the analyses as tests of their day; their cycle is told by the date. */
function fromVideo(db: LibraryDb, { athleteId, plan, finished }: Facts): Assessment[] {
  return db.analyses.metricOfAthlete(athleteId, 'foot_off_excursion').map(({ date, side, value }) => ({
    ...{ id: 'video', date, kind: 'retest', observations: [], pain_next_morning: null, note: '' },
    cycle: finished.find(({ endedOn }) => endedOn !== null && date <= endedOn)?.cycle ?? plan?.cycle ?? 1,
    results: [{ test: 'foot_off_excursion', side, value, trials: [], condition: null }],
  }));
}

function cycleView(stored: StoredPlan, tests: readonly Assessment[], facts: Facts): PlanCycle {
  const { today } = facts;
  const { id, cycle, sequence, plan, sessionId, analysisId, basis, loadBefore } = stored;
  const { sessionDate, analysedAt } = basis;
  const isThere = sessionId !== null && analysisId !== null && sessionDate !== null && analysedAt !== null;
  const ofCycle = tests.filter((test) => test.cycle <= cycle);
  return {
    ...{ planId: id, cycle, sequence, plan, loadBefore },
    basis: isThere ? { sessionId, analysisId, sessionDate, createdAt: analysedAt } : null,
    madeOn: stored.madeOn,
    asOf: livedUntil(facts, stored.asOf),
    endedOn: stored.endedOn,
    lastChange: stored.lastChange,
    tests: cycleChanges(ofCycle, plan.start_date ?? stored.madeOn, today).map((change) => ({
      ...change,
      before: { ...change.before },
      after: { ...change.after },
    })),
  };
}

function painsView({ log, clearances, today }: Facts): ProgramState['pains'] {
  const open = openPains(log, clearances).filter(({ date }) => date <= today);
  return [...new Set(open.map(({ area }) => area))].map((area) => {
    const here = open.filter((pain) => pain.area === area);
    const since =
      here
        .map(({ date }) => date)
        .sort()
        .at(-1) ?? today;
    return {
      area,
      level: Math.max(...here.map(({ level }) => level)),
      since,
      clearableFrom: addDays(since, 1),
    };
  });
}

const standingView = ({ openPhase, gates, missing }: Standing): ProgramState['standing'] => ({
  openPhase,
  gates: gates.map((gate) => ({ ...gate, criteria: gate.criteria.map((one) => ({ ...one })) })),
  missing: [...missing],
});

const readingView = ({
  adaptation,
  questions,
  adherence,
  showReferral,
}: LogReading): ProgramState['reading'] => ({
  adaptation: {
    ...adaptation,
    stopped: [...adaptation.stopped],
    notes: adaptation.notes.map(({ code, params }) => ({ code, params: { ...params } })),
  },
  questions: questions.map((question) => ({ ...question, words: [...question.words] })),
  adherence: adherence ?? null,
  showReferral,
});

const trendView = ({ points, ...trend }: Trend): ProgramState['trends'][number] => ({
  ...trend,
  points: points.map((point) => ({ ...point })),
});
