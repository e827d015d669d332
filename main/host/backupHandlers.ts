import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { backupMadeSchema } from '../../shared/contract/backupSchemas.ts';
import type { Handlers } from '../../shared/contract/handlers.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { localDay } from '../../shared/domain/localDay.ts';
import { runDbTask } from '../db/dbTasks.ts';
import { type BackupPart, writeBackup } from '../files/backupFile.ts';
import { codedFileError } from '../files/fileErrors.ts';
import { workPath } from '../files/layout.ts';
import { forgetRestored, stageRestored, waitingRestored } from '../files/restored.ts';
import { unpackBackup } from '../files/unpackBackup.ts';
import { within } from '../files/within.ts';
import { isMissing, pathOfFile } from './clipFile.ts';
import { keepExport } from './exportHandlers.ts';
import type { HostContext } from './hostContext.ts';
import type { JobContext } from './jobs.ts';

/** The whole library in one file, and back. */
export function backupHandlers(
  context: HostContext,
): Pick<Handlers<JobContext>, `backup.${'make' | 'restore' | 'waiting' | 'forget'}`> {
  const { library, services, incoming, events } = context;
  const { db, layout } = library;
  const onBytes = (job: JobContext) => (done: number, total: number) =>
    job.progress({ stage: 'copy', done, total });
  return {
    'backup.make': async (_, job) => {
      for (const id of db.exports.removeBackups())
        await rm(within(layout.exports, id), { recursive: true, force: true });
      const damaged: NamedVideo[] = [];
      const made = await keepExport(context, job, null, '', async (folder) => {
        const now = services.now();
        const madeAt = now.toISOString();
        const copy = workPath(layout, 'backup', job.jobId);
        const name = `midstance-backup-${localDay(now)}.tar`;
        try {
          await runDbTask({ kind: 'copy', database: layout.database, target: copy });
          const { parts, missing } = await mediaOf(context);
          const all = [{ name: 'library.db', path: copy }, ...parts];
          const about = { app_version: services.appVersion, made_at: madeAt };
          const work = { signal: job.signal, onBytes: onBytes(job) };
          const wrong = await writeBackup(join(folder, name), about, all, work);
          damaged.push(...toldDamaged(context, wrong, madeAt), ...namesOf(context, missing, 'missing'));
          return [name];
        } finally {
          await rm(copy, { force: true });
        }
      });
      return { ...made, damaged };
    },
    'backup.waiting': () => ({ madeAt: waitingRestored(layout) ?? null }),
    'backup.forget': () => {
      forgetRestored(layout);
      events.changed('library');
      return {};
    },
    'backup.restore': async ({ token }, job) => {
      const source = incoming.get(token);
      const work = workPath(layout, 'restore', job.jobId);
      try {
        if (source.received !== source.bytes)
          throw new CodedError('invalid_input', { detail: 'upload not complete' });
        await mkdir(work);
        const { manifest, videos } = await unpackBackup(source.path, source.name, work, {
          signal: job.signal,
          onBytes: onBytes(job),
        });
        const options = { name: source.name, videos, references: db.files.references() };
        const vetted = await runDbTask({ kind: 'vet', file: join(work, 'library.db'), options }, job.signal);
        job.signal.throwIfAborted();
        await stageRestored(layout, work, manifest.made_at, services.now().toISOString());
        events.changed('library');
        return { madeAt: manifest.made_at, ...vetted };
      } catch (error) {
        throw codedFileError(error, source.name);
      } finally {
        await rm(work, { recursive: true, force: true });
        await incoming.discard(token);
      }
    },
  };
}

type NamedVideo = z.output<typeof backupMadeSchema>['damaged'][number];

/**
 * Copies of videos, and the film strips, so that nothing has to be decoded again; proxies are made anew. Referenced originals
 * stay where they are.
 */
async function mediaOf({ library }: HostContext): Promise<{ parts: BackupPart[]; missing: string[] }> {
  const { db, layout } = library;
  const strips: BackupPart[] = [];
  const videos: BackupPart[] = [];
  const missing: string[] = [];
  for (const sha256 of [...db.files.hashes()].sort()) {
    const folder = within(layout.derived, sha256);
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((one) => /^thumbnail-\d{3}\.jpg$/.test(one)).sort())
      strips.push({ name: `derived/${sha256}/${name}`, path: within(folder, name) });
    const file = db.files.get(sha256);
    if (file.storage !== 'copy') continue;
    if (isMissing(library, file)) missing.push(sha256);
    else videos.push({ name: `videos/${file.place}`, path: pathOfFile(library, file), sha256 });
  }
  return { parts: [...strips, ...videos], missing };
}

/** Says of what was found while writing by whose clip it is, and keeps it on the clip. */
function toldDamaged(context: HostContext, names: readonly string[], at: string): NamedVideo[] {
  const hashes = names.flatMap((name) => /^videos\/([0-9a-f]{64})/.exec(name)?.[1] ?? []);
  for (const sha256 of hashes) context.library.db.files.setChecked(sha256, at, true);
  if (hashes.length > 0) context.events.changed('clips', 'library');
  return namesOf(context, hashes, 'damaged');
}

const namesOf = (
  { library: { db } }: HostContext,
  hashes: readonly string[],
  state: NamedVideo['state'],
): NamedVideo[] =>
  hashes.flatMap((sha256) =>
    db.clips.ofFile(sha256).map((clip) => {
      const session = db.sessions.get(clip.sessionId);
      const { name: athlete } = db.athletes.get(session.athleteId);
      return { fileName: clip.fileName, athlete, date: session.date, state };
    }),
  );
