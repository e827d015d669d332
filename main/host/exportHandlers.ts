import { existsSync } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Handlers } from '../../shared/contract/handlers.ts';
import { exportUrl } from '../../shared/contract/mediaUrls.ts';
import type { ExportFormat, ExportRecord } from '../../shared/contract/workSchemas.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { localDay } from '../../shared/domain/localDay.ts';
import { analyzeSession } from '../../shared/gait/analyzeSession.ts';
import type { ExportRow } from '../db/exports.ts';
import { refuseWithoutVideos } from '../export/missingVideos.ts';
import { moveIntoPlace, writeAtomic } from '../files/atomicWrite.ts';
import { diagnosticsZip } from '../files/diagnostics.ts';
import { codedFileError } from '../files/fileErrors.ts';
import type { LibraryLayout } from '../files/layout.ts';
import { workPath } from '../files/layout.ts';
import { isPlainName, within } from '../files/within.ts';
import { analysisInput } from './analysisInput.ts';
import { clipsOf, pageContext, pageFactsOf, refuseWithoutConsent, styleOf } from './exportContext.ts';
import type { HostContext } from './hostContext.ts';
import type { JobContext } from './jobs.ts';
import { athletePlan } from './program/athletePlan.ts';
import { writeCase } from './writeCase.ts';

type Names = `exports.${'run' | 'list'}` | 'diagnostics.save' | 'program.export';
const view = (row: ExportRow, pageFacts: string): ExportRecord => ({
  exportId: row.id,
  sessionId: row.sessionId,
  createdAt: row.createdAt,
  outdated: row.pageFacts !== pageFacts,
  files: row.files.map((file) => ({ ...file, url: exportUrl(row.id, file.name) })),
});

const isCase = (format: ExportFormat): boolean => format === 'case.zip' || format === 'case-no-video.zip';

const isThere = ({ exports }: LibraryLayout, { id, files }: ExportRow): boolean =>
  [id, ...files.map(({ name }) => name)].every(isPlainName) &&
  files.every(({ name }) => existsSync(within(exports, id, name)));

/** Lets `write` fill a temporary folder, then moves it to its place and commits it. */
export async function keepExport(
  { library: { db, layout }, services, events, inFileOrder }: HostContext,
  job: JobContext,
  sessionId: string | null,
  pageFacts: string,
  write: (folder: string) => Promise<string[]>,
): Promise<ExportRecord> {
  const work = workPath(layout, 'export', job.jobId);
  const id = services.newId();
  try {
    await mkdir(work);
    const names = await write(work);
    job.signal.throwIfAborted();
    const files = await Promise.all(
      names.map(async (name) => ({ name, bytes: (await stat(join(work, name))).size })),
    );
    const row = { id, sessionId, files, createdAt: services.now().toISOString(), pageFacts };
    await inFileOrder(async () => {
      const place = within(layout.exports, id);
      await moveIntoPlace(work, place);
      try {
        db.exports.insert(row);
      } catch (error) {
        await rm(place, { recursive: true, force: true });
        // The session was deleted meanwhile.
        if (sessionId !== null) db.sessions.get(sessionId);
        throw error;
      }
    });
    events.changed('exports');
    return view(row, pageFacts);
  } catch (error) {
    throw codedFileError(error, 'export');
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Reports and data files, and the diagnostics. */
export function exportHandlers(context: HostContext): Pick<Handlers<JobContext>, Names> {
  const { library, services } = context;
  const { db, layout } = library;
  return {
    'exports.run': async ({ sessionId, formats, language }, job) => {
      const latest = db.analyses.latest(sessionId);
      if (latest === undefined) throw new CodedError('not_found');
      const page = pageContext(context, sessionId);
      refuseWithoutConsent(db.athletes.get(db.sessions.get(sessionId).athleteId), page.sessionDate);
      refuseWithoutVideos(page, formats);
      const results = () =>
        analyzeSession(analysisInput(library, sessionId, null, services.appVersion)).results;
      const whole = { ...page, language, clips: clipsOf(context, sessionId), results };
      return keepExport(context, job, sessionId, pageFactsOf(page, latest.id), async (folder) => {
        const others = formats.filter((format) => !isCase(format));
        const names =
          others.length === 0 ? [] : await services.exportFiles(latest.analysis, whole, folder, others, job);
        for (const format of formats.filter(isCase)) {
          const options = { withVideo: format === 'case.zip', signal: job.signal, progress: job.progress };
          names.push(await writeCase(context, sessionId, latest.analysis, folder, options));
        }
        return names;
      });
    },
    'program.export': ({ athleteId, formats, largePrint, language }, job) => {
      const found = athletePlan(db, athleteId);
      if (found === undefined) throw new CodedError('not_found');
      const athlete = db.athletes.get(athleteId);
      const now = services.now();
      const madeAt = now.toISOString();
      refuseWithoutConsent(athlete, localDay(now));
      const { plan, planId, sequence, exercises } = found;
      const about = {
        ...{ ...styleOf(context), athleteName: athlete.name },
        ...{ planId, madeAt, sequence, largePrint, language },
      };
      return keepExport(context, job, null, '', (folder) =>
        services.exportPlan(plan, { ...about, library: exercises }, folder, formats, job),
      );
    },
    'exports.list': ({ sessionId }) => {
      // After a restore, or by hand, their files may be gone: what cannot be opened is not offered.
      const rows = db.exports.list(sessionId).filter((row) => isThere(layout, row));
      const pageFacts =
        rows.length === 0
          ? ''
          : pageFactsOf(pageContext(context, sessionId), db.analyses.latest(sessionId)?.id ?? null);
      return rows.map((row) => view(row, pageFacts));
    },
    'diagnostics.save': (_, job) =>
      keepExport(context, job, null, '', async (folder) => {
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
