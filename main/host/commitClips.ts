import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileRecord, isTold } from '../db/files.ts';
import { derivedFolder } from '../files/layout.ts';
import { type HostContext, isMissing } from './hostContext.ts';
import type { JobContext } from './jobs.ts';
import { lookAt, needsLook, type PreparedClip, type SeenFacts } from './prepareClip.ts';
import { removeStrays } from './removeFiles.ts';

/**
 * The short part of imports: moves the files to their places and stores their rows with whatever `write` stores, all in one
 * transaction and one turn of the library's files. Whatever goes wrong leaves neither rows nor files.
 */
export async function commitClips<T>(
  context: HostContext,
  clips: readonly PreparedClip[],
  job: JobContext,
  write: () => T,
): Promise<T> {
  for (;;) {
    // Content that the library knew when it was hashed may have been deleted meanwhile.
    const ready: PreparedClip[] = [];
    for (const clip of clips) ready.push(needsLook(context, clip) ? await lookAt(context, clip, job) : clip);
    const done = await context.inFileOrder(async () => {
      if (ready.some((clip) => needsLook(context, clip))) return undefined;
      job.signal.throwIfAborted();
      return { value: await placeAndStore(context, ready, write) };
    });
    if (done !== undefined) return done.value;
  }
}

async function placeAndStore<T>(
  context: HostContext,
  clips: readonly PreparedClip[],
  write: () => T,
): Promise<T> {
  const { library, services } = context;
  try {
    const rows: (() => void)[] = [];
    for (const clip of clips) {
      const row = await place(context, clip);
      if (row !== undefined) rows.push(row);
    }
    return library.db.transaction(() => {
      for (const store of rows) store();
      return write();
    });
  } catch (error) {
    await removeStrays(
      library,
      clips.map(({ sha256 }) => sha256),
    );
    throw error;
  }

  /** Moves what the library lacks of a file; how its row is to be stored, undefined where it stays as it is. */
  async function place(
    { library: { db, layout } }: HostContext,
    { sha256, path, home, derived, seen }: PreparedClip,
  ): Promise<(() => void) | undefined> {
    const known = db.files.find(sha256);
    const isNeeded = known === undefined || isTold(known) || isMissing(library, known);
    if (!isNeeded) return undefined;
    if (home.storage === 'copy') await rename(path, join(layout.videos, home.place));
    if (seen === undefined) return () => db.files.setPlace(sha256, home.storage, home.place);
    const folder = derivedFolder(layout, sha256);
    await rm(folder, { recursive: true, force: true });
    await rename(derived, folder);
    return () => storeSeen(seen, home);
  }

  function storeSeen(seen: SeenFacts, home: PreparedClip['home']): void {
    const { files, pose } = library.db;
    const before = files.find(seen.sha256);
    if (before === undefined) {
      files.insert({ ...seen, ...home }, services.now().toISOString());
      return;
    }
    // The same file twice among these clips, or one of which another coach had told.
    const isAsTold = !isTold(before) || isSameFilm(before, seen);
    files.replace({ ...seen, ...home, isNotAsTold: !isAsTold });
    if (!isAsTold) pose.removeOfFile(seen.sha256);
  }
}

/** Times of frames as they are stored and read again, s. */
const SAME_TIME_S = 1e-6;

/** Whether keypoints of the one are keypoints of the other: the same frames, at the same times, of the same size. */
function isSameFilm(told: FileRecord, seen: SeenFacts): boolean {
  const { times } = seen.frameTable;
  return (
    told.probe.width === seen.probe.width &&
    told.probe.height === seen.probe.height &&
    told.frameTable.times.length === times.length &&
    told.frameTable.times.every((time, i) => Math.abs(time - (times[i] ?? Number.NaN)) < SAME_TIME_S)
  );
}
