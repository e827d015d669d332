import { rm } from 'node:fs/promises';
import { type FileRecord, isTold } from '../db/files.ts';
import { moveIntoPlace } from '../files/atomicWrite.ts';
import { setFolderOwner } from '../files/cleanup.ts';
import { clearFound } from '../files/found.ts';
import { derivedFolder } from '../files/layout.ts';
import { within } from '../files/within.ts';
import { fileState } from './clipFile.ts';
import type { HostContext } from './hostContext.ts';
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
    if (done === undefined) continue;
    for (const { sha256 } of ready) await restoreStrip(context, sha256);
    return done.value;
  }
}

/** The film strip of a video that the library knew comes back with it. */
async function restoreStrip({ library, strips }: HostContext, sha256: string): Promise<void> {
  await strips.restore(library.db.files.get(sha256)).catch((error: unknown) => {
    library.log.warn({ err: error }, 'film strip not made');
  });
}

interface Placed {
  readonly store: () => void;
  /** What the library knew of the content; undefined for new content. */
  readonly known: FileRecord | undefined;
  readonly home: PreparedClip['home'];
  readonly sha256: string;
}

async function placeAndStore<T>(
  context: HostContext,
  clips: readonly PreparedClip[],
  write: () => T,
): Promise<T> {
  const { db, layout } = context.library;
  const placed: Placed[] = [];
  const { value, owner } = await (async () => {
    try {
      for (const clip of clips) placed.push(...(await place(context, clip)));
      return db.transaction(() => {
        for (const { store } of placed) store();
        return { value: write(), owner: db.advance() };
      });
    } catch (error) {
      removeStrays(
        context.library,
        clips.map(({ sha256 }) => sha256),
      );
      throw error;
    }
  })();
  // An older copy of the database does not know these videos, and is told so by the folder.
  await setFolderOwner(layout, owner);
  for (const { known, home, sha256 } of placed) {
    // The bytes are in their place now; found ones of the same content would only lie there.
    if (home.storage === 'copy') clearFound(layout, new Set([sha256]));
    // A damaged copy under another ending goes.
    if (known?.storage === 'copy' && !(home.storage === 'copy' && home.place === known.place))
      await rm(within(layout.videos, known.place), { force: true });
  }
  return value;
}

/** Moves what the library lacks of a file, and how its row is to be stored; nothing where it stays as it is. */
async function place(
  { library, services }: HostContext,
  { sha256, bytes, path, home, derived, seen, isKept }: PreparedClip,
): Promise<Placed[]> {
  const { db, layout } = library;
  const known = db.files.find(sha256);
  if (known !== undefined && !isTold(known) && isKept && fileState(library, known) === 'whole') return [];
  if (home.storage === 'copy') await moveIntoPlace(path, within(layout.videos, home.place));
  if (seen === undefined)
    return [{ known, home, sha256, store: () => db.files.setPlace(sha256, { ...home, bytes }) }];
  const folder = derivedFolder(layout, sha256);
  await rm(folder, { recursive: true, force: true });
  await moveIntoPlace(derived, folder);
  const at = services.now().toISOString();
  return [{ known, home, sha256, store: () => storeSeen(library.db, seen, home, at) }];
}

function storeSeen(
  { files, pose }: HostContext['library']['db'],
  seen: SeenFacts,
  home: PreparedClip['home'],
  createdAt: string,
): void {
  const before = files.find(seen.sha256);
  if (before === undefined) {
    files.insert({ ...seen, ...home }, createdAt);
    return;
  }
  // The same file twice among these clips, or one of which another coach had told.
  const isAsTold = !isTold(before) || isSameFilm(before, seen);
  files.replace({ ...seen, ...home, isNotAsTold: !isAsTold });
  if (!isAsTold) pose.removeOfFile(seen.sha256);
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
