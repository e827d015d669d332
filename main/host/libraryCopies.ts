import { readdir, rm, stat, statfs } from 'node:fs/promises';
import { runDbTask } from '../db/dbTasks.ts';
import { isSnapshotDue, snapshotInstant, snapshotName, staleSnapshots } from '../files/snapshots.ts';
import { within } from '../files/within.ts';
import type { Library } from './library.ts';

/** Room on the disk, in sizes of the database, without which no copy is made. */
const ROOM_FOR_COPIES = 4;

/** Copies of the database in the library's folder `snapshots`: made when due, and without whoever was deleted. */
export function createLibraryCopies({ db, layout, log }: Library, now: () => Date) {
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: a copy that is being made must not miss that somebody is deleted. */
  function exclusive<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }
  const files = async (): Promise<string[]> =>
    (await readdir(layout.snapshots).catch(() => [])).filter((name) => snapshotInstant(name) !== undefined);
  const pathOf = (name: string): string => within(layout.snapshots, name);

  /** What a stop left half-made holds everybody too. */
  async function removeHalves(): Promise<void> {
    for (const name of await readdir(layout.snapshots).catch(() => []))
      if (name.endsWith('.partial')) await rm(pathOf(name), { force: true });
  }

  /** A copy must not take the last room from what the coach does. */
  async function hasRoom(): Promise<boolean> {
    const [{ bavail, bsize }, { size }] = [await statfs(layout.root), await stat(layout.database)];
    return bavail * bsize > size * ROOM_FOR_COPIES;
  }

  async function takeIfDue(): Promise<boolean> {
    await removeHalves();
    const present = await files();
    const isDue = isSnapshotDue(present, now()) && (await hasRoom());
    const name = snapshotName(now());
    if (isDue) await runDbTask({ kind: 'copy', database: layout.database, target: pathOf(name) });
    // Only when a new one is there: old ones never go for nothing.
    if (isDue)
      for (const stale of staleSnapshots([...present, name], now())) await rm(pathOf(stale), { force: true });
    return isDue;
  }

  /** A copy that cannot be cleaned is given up: who was deleted comes first. */
  async function cleanCopy(name: string, athletes: readonly string[]): Promise<void> {
    try {
      await runDbTask({ kind: 'forget', file: pathOf(name), athletes });
    } catch (error) {
      log.warn({ err: error }, 'a copy of the library was removed because it could not be cleaned');
      for (const beside of ['', '-journal', '-wal', '-shm']) await rm(pathOf(name) + beside, { force: true });
    }
  }

  return {
    /** Makes today's copy and lets old ones go. Answers whether one was made. @throws CodedError, errors of SQLite */
    takeIfDue: (): Promise<boolean> => exclusive(takeIfDue),
    /** Takes athletes who are deleted out of every copy; what a stop leaves is done at the next start. */
    forgetDeleted: (): Promise<void> =>
      exclusive(async () => {
        const athletes = db.forgotten.list();
        if (athletes.length === 0) return;
        await removeHalves();
        for (const name of await files()) await cleanCopy(name, athletes);
        for (const id of athletes) db.forgotten.remove(id);
      }),
    /** Waits for what is being written. */
    settle: (): Promise<unknown> => last,
  };
}
export type LibraryCopies = ReturnType<typeof createLibraryCopies>;
