import { createHash } from 'node:crypto';
import type { Athlete } from '../../shared/contract/librarySchemas.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { localDay } from '../../shared/domain/localDay.ts';
import type { ExportClip, ExportContext } from '../export/exporter.ts';
import { probeOf, videoPathOf } from './clipFile.ts';
import type { HostContext } from './hostContext.ts';
import type { Library } from './library.ts';
import { athletePlan } from './program/athletePlan.ts';

/** From this age on an athlete agrees for himself or herself. */
const ADULT_CONSENT_AGE = 16;

type PageContext = Omit<ExportContext, 'clips' | 'language'>;

/** How the coach wants pages to be. */
export function styleOf({ library: { db } }: HostContext) {
  const { paper, units, coachName, clubLine, logo, accent, houseDefinition } = db.settings.get();
  return { paper, units, coachName, clubLine, logo, accent, houseDefinition };
}

/** What the pages of a session tell beside its analysis. @throws CodedError not_found */
export function pageContext(host: HostContext, sessionId: string): PageContext {
  const { db } = host.library;
  const session = db.sessions.get(sessionId);
  const athlete = db.athletes.get(session.athleteId);
  const own = athletePlan(db, session.athleteId);
  const now = host.services.now();
  return {
    ...styleOf(host),
    athleteName: athlete.name,
    sessionDate: session.date,
    notes: session.notes,
    showFace: athlete.consent?.showFace ?? false,
    planId: own?.planId ?? session.id,
    madeAt: now.toISOString(),
    missingVideos: missingVideosOf(host, sessionId),
    ownPlan: own && { ...own, library: own.exercises, today: localDay(now) },
  };
}

/**
 * The same text for the same pages, a hash: with the analysis by its id and the plan by its number, and without any instant,
 * because clocks are set back.
 */
export function pageFactsOf({ madeAt: _, ownPlan, ...page }: PageContext, analysisId: string | null): string {
  const facts = [analysisId, page, ownPlan === undefined ? null : [ownPlan.sequence, ownPlan.today]];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

function seenIn({ db }: Library, runId: string | null): Pick<ExportClip, 'pose' | 'beside'> {
  if (runId === null) return { pose: undefined };
  const { data: pose, beside } = db.pose.seen(runId);
  return { pose, beside };
}

/** Clips of a session as pictures are made of them. */
export function clipsOf({ library }: HostContext, sessionId: string): ExportClip[] {
  const { drawings } = library.db.edits.state(sessionId);
  return library.db.clips.list(sessionId).map((clip) => {
    const file = library.db.files.get(clip.sha256);
    return {
      id: clip.id,
      path: videoPathOf(library, file),
      probe: probeOf(file, clip.turn),
      ...seenIn(library, clip.poseRunId),
      drawings: drawings.filter(({ clipId }) => clipId === clip.id),
    };
  });
}

/** Names of the clips that were measured and whose video is not there. */
const missingVideosOf = ({ library }: HostContext, sessionId: string): string[] =>
  library.db.clips
    .list(sessionId)
    .filter(({ poseRunId }) => poseRunId !== null)
    .filter(({ sha256 }) => videoPathOf(library, library.db.files.get(sha256)) === undefined)
    .map(({ fileName }) => fileName);

/** @throws CodedError consent_missing for an athlete who may be under 16 on that ISO date, without a guardian's consent */
export function refuseWithoutConsent({ birthYear, consent }: Athlete, date: string): void {
  const age = birthYear === null ? undefined : Number(date.slice(0, 4)) - birthYear;
  // Only the year is known: somebody who turns 16 in this year may be 15 today.
  if (age !== undefined && age <= ADULT_CONSENT_AGE && consent?.givenBy !== 'guardian')
    throw new CodedError('consent_missing');
}
