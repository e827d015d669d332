import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Handlers } from '../../shared/contract/handlers.ts';
import type { Athlete } from '../../shared/contract/librarySchemas.ts';
import { exportUrl } from '../../shared/contract/mediaUrls.ts';
import type { ExportRecord } from '../../shared/contract/workSchemas.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import type { ExportRow } from '../db/exports.ts';
import type { ExportClip, ExportContext } from '../export/exporter.ts';
import { writeAtomic } from '../files/atomicWrite.ts';
import { diagnosticsZip } from '../files/diagnostics.ts';
import { codedFileError } from '../files/fileErrors.ts';
import { type HostContext, pathOfFile, probeOf } from './hostContext.ts';
import type { JobContext } from './jobs.ts';
import { athletePlan } from './program/athletePlan.ts';

type Names = `exports.${'run' | 'list'}` | 'diagnostics.save' | 'program.export';
/** From this age on an athlete agrees for himself or herself. */
const ADULT_CONSENT_AGE = 16;

const view = (row: ExportRow): ExportRecord => ({
  exportId: row.id,
  sessionId: row.sessionId,
  createdAt: row.createdAt,
  files: row.files.map((file) => ({ ...file, url: exportUrl(row.id, file.name) })),
});

/** Reports and data files, and the diagnostics. */
export function exportHandlers(context: HostContext): Pick<Handlers<JobContext>, Names> {
  const { library, services, events } = context;
  const { db, layout } = library;

  /** Lets `write` fill a temporary folder, then moves it to its place and commits it. */
  async function keep(
    job: JobContext,
    sessionId: string | null,
    write: (folder: string) => Promise<string[]>,
  ): Promise<ExportRecord> {
    const work = join(layout.temporary, `export-${job.jobId}`);
    const id = services.newId();
    try {
      await mkdir(work);
      const names = await write(work);
      job.signal.throwIfAborted();
      const files = await Promise.all(
        names.map(async (name) => ({ name, bytes: (await stat(join(work, name))).size })),
      );
      await rename(work, join(layout.exports, id));
      const row = { id, sessionId, files, createdAt: services.now().toISOString() };
      db.exports.insert(row);
      events.changed('exports');
      return view(row);
    } catch (error) {
      throw codedFileError(error, 'export');
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  return {
    'exports.run': async ({ sessionId, formats }, job) => {
      const latest = db.analyses.latest(sessionId);
      if (latest === undefined) throw new CodedError('not_found');
      const exportContext = contextOf(context, sessionId);
      return keep(job, sessionId, (folder) =>
        services.exportFiles(latest.analysis, exportContext, folder, formats, job),
      );
    },
    'program.export': ({ athleteId, formats, largePrint }, job) => {
      const found = athletePlan(db, athleteId);
      if (found === undefined) throw new CodedError('not_found');
      const athlete = db.athletes.get(athleteId);
      const madeAt = services.now().toISOString();
      refuseWithoutConsent(athlete, madeAt);
      const { paper, units } = db.settings.get();
      const { plan, planId, sequence, exercises } = found;
      const about = { athleteName: athlete.name, paper, units, planId, madeAt, sequence, largePrint };
      return keep(job, null, (folder) =>
        services.exportPlan(plan, { ...about, library: exercises }, folder, formats, job),
      );
    },
    'exports.list': ({ sessionId }) => db.exports.list(sessionId).map(view),
    'diagnostics.save': (_, job) =>
      keep(job, null, async (folder) => {
        const about = {
          version: services.appVersion,
          settings: db.settings.get(),
          counts: countsOf(context),
        };
        await writeAtomic(join(folder, 'midstance-diagnostics.zip'), diagnosticsZip(layout.logs, about));
        return ['midstance-diagnostics.zip'];
      }),
  };
}

function countsOf({ library: { db } }: HostContext) {
  const sessions = db.sessions.list(null);
  return {
    athletes: db.athletes.list().length,
    sessions: sessions.length,
    clips: sessions.reduce((sum, { clipCount }) => sum + clipCount, 0),
  };
}

/** @throws CodedError consent_missing for an athlete who may be under 16 on that ISO date, without a guardian's consent */
function refuseWithoutConsent({ birthYear, consent }: Athlete, date: string): void {
  const age = birthYear === null ? undefined : Number(date.slice(0, 4)) - birthYear;
  // Only the year is known: somebody who turns 16 in this year may be 15 today.
  if (age !== undefined && age <= ADULT_CONSENT_AGE && consent?.givenBy !== 'guardian')
    throw new CodedError('consent_missing');
}

/** @throws CodedError consent_missing */
function contextOf({ library, services }: HostContext, sessionId: string): ExportContext {
  const { db } = library;
  const session = db.sessions.get(sessionId);
  const athlete = db.athletes.get(session.athleteId);
  refuseWithoutConsent(athlete, session.date);
  const { paper, units } = db.settings.get();
  return {
    athleteName: athlete.name,
    sessionDate: session.date,
    notes: session.notes,
    showFace: athlete.consent?.showFace ?? false,
    paper,
    units,
    planId: session.id,
    madeAt: services.now().toISOString(),
    clips: db.clips.list(sessionId).map((clip): ExportClip => {
      const file = db.files.get(clip.sha256);
      return {
        id: clip.id,
        path: pathOfFile(library, file),
        probe: probeOf(file),
        pose: clip.poseRunId === null ? undefined : db.pose.track(clip.poseRunId),
      };
    }),
  };
}
