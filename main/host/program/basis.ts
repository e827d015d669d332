import type { PlanBasis } from '../../../shared/contract/programApiSchemas.ts';
import { CodedError } from '../../../shared/domain/errors.ts';
import { ownCadence } from '../../../shared/program/cadence.ts';
import type { LibraryDb } from '../../db/libraryDb.ts';
import type { StoredPlan } from '../../db/plans.ts';

type Basis = Pick<StoredPlan, 'sessionId' | 'analysisId' | 'basis'>;

/** The basis of a plan without an analysis: the general programme. */
export const noBasis = (takenAt: string): Basis => ({
  sessionId: null,
  analysisId: null,
  basis: { findings: [], cadenceSpm: null, sessionDate: null, analysedAt: null, takenAt },
});

/**
 * Findings and the runner's own cadence of the newest analysis of a session.
 * @throws CodedError not_found for a session without an analysis
 */
export function basisOfSession(db: LibraryDb, sessionId: string, takenAt: string): Basis {
  const latest = db.analyses.latest(sessionId);
  if (latest === undefined) throw new CodedError('not_found');
  const { findings, metrics } = latest.analysis;
  return {
    sessionId,
    analysisId: latest.id,
    basis: {
      findings,
      cadenceSpm: ownCadence(metrics),
      sessionDate: db.sessions.get(sessionId).date,
      analysedAt: latest.createdAt,
      takenAt,
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
      analysis.createdAt > basis.takenAt &&
      (basis.sessionDate === null || analysis.sessionDate >= basis.sessionDate),
  );
}

/** The newer basis where there is one, else the one that the plan has. */
export const basisFrom = (
  db: LibraryDb,
  newer: PlanBasis | undefined,
  { basis, ...plan }: StoredPlan,
): Basis =>
  newer === undefined
    ? { basis, sessionId: plan.sessionId, analysisId: plan.analysisId }
    : basisOfSession(db, newer.sessionId, newer.createdAt);
