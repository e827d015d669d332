import type { PlanBasis } from '../../../shared/contract/programApiSchemas.ts';
import { CodedError } from '../../../shared/domain/errors.ts';
import { ownCadence } from '../../../shared/program/cadence.ts';
import type { LibraryDb } from '../../db/libraryDb.ts';
import type { StoredPlan } from '../../db/plans.ts';

type Basis = Pick<StoredPlan, 'sessionId' | 'analysisId' | 'basis'>;

const seenOf = (db: LibraryDb, athleteId: string): string[] =>
  db.analyses.ofAthlete(athleteId).map(({ analysisId }) => analysisId);

/** The basis of a plan without an analysis: the general programme. */
export const noBasis = (db: LibraryDb, athleteId: string, takenAt: string): Basis => ({
  sessionId: null,
  analysisId: null,
  basis: {
    findings: [],
    cadenceSpm: null,
    sessionDate: null,
    analysedAt: null,
    takenAt,
    seen: seenOf(db, athleteId),
  },
});

/**
 * Findings and the runner's own cadence of the newest analysis of a session.
 * @throws CodedError not_found for a session without an analysis
 */
export function basisOfSession(db: LibraryDb, sessionId: string, takenAt: string): Basis {
  const latest = db.analyses.latest(sessionId);
  if (latest === undefined) throw new CodedError('not_found');
  const { findings, metrics } = latest.analysis;
  const { date: sessionDate, athleteId } = db.sessions.get(sessionId);
  return {
    sessionId,
    analysisId: latest.id,
    basis: {
      findings,
      cadenceSpm: ownCadence(metrics),
      sessionDate,
      analysedAt: latest.createdAt,
      takenAt,
      seen: seenOf(db, athleteId),
    },
  };
}

/** An analysis made since the plan took its own, of the same session or a later one; newest session first. */
export function newerAnalysis(
  { analysisId, basis }: StoredPlan,
  analyses: readonly PlanBasis[],
): PlanBasis | undefined {
  return analyses.find(
    (analysis) =>
      analysis.analysisId !== analysisId &&
      isNews(analysis, basis) &&
      (basis.sessionDate === null || analysis.sessionDate >= basis.sessionDate),
  );
}

/** By what the plan has seen rather than by the instant: the clock may have been set back since. */
const isNews = ({ analysisId, createdAt }: PlanBasis, { seen, takenAt }: StoredPlan['basis']): boolean =>
  seen === null ? createdAt > takenAt : !seen.includes(analysisId);

/** The newer basis where there is one, else the one that the plan has. */
export const basisFrom = (
  db: LibraryDb,
  newer: PlanBasis | undefined,
  { basis, ...plan }: StoredPlan,
): Basis =>
  newer === undefined
    ? { basis, sessionId: plan.sessionId, analysisId: plan.analysisId }
    : basisOfSession(db, newer.sessionId, newer.createdAt);
