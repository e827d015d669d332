import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Handlers } from '../../shared/contract/handlers.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { checkedCounts } from '../db/libraryDb.ts';
import { type BackupPart, unpackBackup, writeBackup } from '../files/backupFile.ts';
import { codedFileError } from '../files/fileErrors.ts';
import { forgetRestored, stageRestored, waitingRestored } from '../files/restored.ts';
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
        await rm(join(layout.exports, id), { recursive: true, force: true });
      return keepExport(context, job, null, '', async (folder) => {
        const madeAt = services.now().toISOString();
        const copy = join(layout.temporary, `backup-${job.jobId}.db`);
        const name = `midstance-backup-${madeAt.slice(0, 10)}.tar`;
        try {
          db.copyTo(copy);
          const parts = [{ name: 'library.db', path: copy }, ...(await mediaOf(context))];
          const about = { app_version: services.appVersion, made_at: madeAt };
          await writeBackup(join(folder, name), about, parts, { signal: job.signal, onBytes: onBytes(job) });
          return [name];
        } finally {
          await rm(copy, { force: true });
        }
      });
    },
    'backup.waiting': () => ({ madeAt: waitingRestored(layout) ?? null }),
    'backup.forget': () => {
      forgetRestored(layout);
      events.changed('library');
      return {};
    },
    'backup.restore': async ({ token }, job) => {
      const source = incoming.get(token);
      const work = join(layout.temporary, `restore-${job.jobId}`);
      try {
        if (source.received !== source.bytes)
          throw new CodedError('invalid_input', { detail: 'upload not complete' });
        await mkdir(work);
        const told = await unpackBackup(source.path, source.name, work, {
          signal: job.signal,
          onBytes: onBytes(job),
        });
        const counts = checkedCounts(join(work, 'library.db'), source.name);
        job.signal.throwIfAborted();
        await stageRestored(layout, work, told.made_at, services.now().toISOString());
        events.changed('library');
        return { madeAt: told.made_at, ...counts };
      } catch (error) {
        throw codedFileError(error, source.name);
      } finally {
        await rm(work, { recursive: true, force: true });
        await incoming.discard(token);
      }
    },
  };
}

/** Copies of videos, and the film strips, which nothing makes anew; proxies are. Referenced originals stay where they are. */
async function mediaOf({ library: { db, layout } }: HostContext): Promise<BackupPart[]> {
  const hashes = [...db.files.hashes()].sort();
  const strips: BackupPart[] = [];
  for (const sha256 of hashes) {
    const names = await readdir(join(layout.derived, sha256)).catch(() => []);
    for (const name of names.filter((one) => /^thumbnail-\d{3}\.jpg$/.test(one)).sort())
      strips.push({ name: `derived/${sha256}/${name}`, path: join(layout.derived, sha256, name) });
  }
  const present = new Set(await readdir(layout.videos));
  const videos = hashes.flatMap((sha256) => {
    const { storage, place } = db.files.get(sha256);
    return storage === 'copy' && present.has(place)
      ? [{ name: `videos/${place}`, path: join(layout.videos, place), sha256 }]
      : [];
  });
  return [...strips, ...videos];
}
