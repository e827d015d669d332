import type { VideoChanges } from '../../../shared/contract/programApiSchemas.ts';
import { CodedError } from '../../../shared/domain/errors.ts';
import { videoChanges } from '../../../shared/program/videoChanges.ts';
import type { LibraryDb } from '../../db/libraryDb.ts';

/**
 * What the plan of a cycle answers, in the last session up to its first day and the last one in it.
 * @throws CodedError not_found for a plan that is not this athlete's
 */
export function cycleVideo(db: LibraryDb, athleteId: string, planId: string): VideoChanges {
  const plans = db.plans.list(athleteId);
  const at = plans.findIndex(({ id }) => id === planId);
  const stored = plans[at];
  if (stored === undefined) throw new CodedError('not_found');
  const start = stored.plan.start_date ?? stored.madeOn;
  const end = plans[at + 1]?.plan.start_date ?? undefined;
  const analyses = db.analyses.ofAthlete(athleteId);
  const before = analyses.find(({ sessionDate }) => sessionDate <= start);
  const after = analyses.find(
    ({ sessionDate }) => sessionDate > start && (end === undefined || sessionDate <= end),
  );
  const [first, last] = [before, after].map((one) => one && db.analyses.get(one.analysisId).analysis);
  return {
    before: before ?? null,
    after: after ?? null,
    changes: first && last ? videoChanges(stored.plan, first, last) : [],
  };
}
