import fs, { readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import lockfile from 'proper-lockfile';
import { z } from 'zod';
import { CodedError } from '../../shared/domain/errors.ts';
import { codedFolderError } from './fileErrors.ts';
import { makeFolder } from './makeFolder.ts';
import { isThere, processStart } from './processStart.ts';

/** Who has the lock; `startedAt` and `lock` are not there where an older version wrote it. */
const ownerSchema = z.object({
  pid: z.int().positive(),
  host: z.string(),
  /** Of the process; null where the system does not tell. */
  startedAt: z.string().nullable().default(null),
  /** Which lock this speaks of: it may be left from another. */
  lock: z.string().nullable().default(null),
});
type Owner = z.output<typeof ownerSchema>;

/** A lock of which nobody knows the owner counts as left when it was not renewed for this long. */
export const STALE_MS = 60_000;
/** proper-lockfile itself never takes a lock from anybody: a time alone does not tell that its owner is gone. */
const NEVER_MS = 1000 * 60 * 60 * 24 * 3650;

export interface LockLimits {
  readonly staleMs?: number;
  readonly now?: () => number;
}

/**
 * Takes the library for this process alone.
 * @param onLost called when the lock is not ours any more: it was taken, or its folder went away
 * @returns the function that gives the library back
 * @throws CodedError library_locked while another process has it; library_unwritable, library_not_folder and what
 *   `codedFolderError` may say
 */
export async function lockLibrary(
  folder: string,
  onLost: () => void,
  { staleMs = STALE_MS, now = Date.now }: LockLimits = {},
): Promise<() => Promise<void>> {
  const places = { lock: join(folder, 'library.lock'), owner: join(folder, 'library.owner.json') };
  let own: string | undefined;
  const take = () =>
    lockfile.lock(folder, {
      fs: removingOnly(() => own === undefined || own === idOf(places.lock)),
      lockfilePath: places.lock,
      stale: NEVER_MS,
      update: staleMs / 3,
      onCompromised: onLost,
    });
  try {
    makeFolder(folder);
    const release = await take().catch((error: unknown) => {
      if (!isHeld(error) || !setAside(places, staleMs, now())) throw error;
      return take();
    });
    own = idOf(places.lock);
    writeFileSync(places.owner, JSON.stringify(ownOwner(own)));
    return async () => {
      if (own === idOf(places.lock)) rmSync(places.owner, { force: true });
      // It may have been taken, or have gone away with its folder.
      await release().catch(() => undefined);
    };
  } catch (error) {
    if (isHeld(error)) throw new CodedError('library_locked', {}, { cause: error });
    throw codedFolderError(error, folder);
  }
}

/**
 * The file system for proper-lockfile, which removes its lock when it is released and when the process ends: not one that is
 * somebody else's by then.
 */
const removingOnly = (isOurs: () => boolean): typeof fs => ({
  ...fs,
  rmdir: ((path: fs.PathLike, done: fs.NoParamCallback) =>
    isOurs() ? fs.rmdir(path, done) : done(null)) as typeof fs.rmdir,
  rmdirSync: (path) => {
    if (isOurs()) fs.rmdirSync(path);
  },
});

const isHeld = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ELOCKED';

const ownOwner = (lock: string | undefined): Owner => ({
  pid: process.pid,
  host: hostname(),
  startedAt: processStart(process.pid) ?? null,
  lock: lock ?? null,
});

/** Tells one lock from another in the same place; numbers of files are given again, so the moment of its making goes with it. */
function idOf(lock: string): string | undefined {
  const found = statSync(lock, { throwIfNoEntry: false, bigint: true });
  return found && `${found.dev}-${found.ino}-${found.birthtimeNs}`;
}

/** Puts a lock that was left behind out of the way; whether it did. */
function setAside(places: { lock: string; owner: string }, staleMs: number, now: number): boolean {
  const before = statSync(places.lock, { throwIfNoEntry: false });
  const id = idOf(places.lock);
  if (before === undefined || id === undefined) return true;
  const age = now - before.mtimeMs;
  if (!isLeft(ownerFrom(places.owner), id, age, staleMs)) {
    const isUnchanged =
      age < -staleMs && seenBefore(`${places.lock}.seen.json`, `${id} ${before.mtimeMs}`, now, staleMs);
    if (!isUnchanged || isOwnerHere(ownerFrom(places.owner))) return false;
  }
  const aside = `${places.lock}.left-${process.pid}`;
  try {
    renameSync(places.lock, aside);
    // Somebody else may have done the same, and locked, in between: that lock goes back.
    if (idOf(aside) !== id) {
      renameSync(aside, places.lock);
      return false;
    }
    rmdirSync(aside);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether nobody has this lock any more. An owner on this computer is asked for, and while it is there no age counts: it may be
 * suspended. Of another computer only the age is known.
 * @param age since the lock was renewed, milliseconds; below zero for a time that is still to come
 */
function isLeft(owner: Owner | undefined, lock: string, age: number, staleMs: number): boolean {
  if (owner?.host === hostname()) {
    const isOfThis = owner.lock === lock;
    const isGone =
      !isThere(owner.pid) || (owner.startedAt !== null && processStart(owner.pid) !== owner.startedAt);
    if (isOfThis) return isGone;
    // It speaks of an earlier lock: whoever has this one may be about to say so.
    return isGone && Math.abs(age) >= staleMs;
  }
  return age >= staleMs;
}

const isOwnerHere = (owner: Owner | undefined): boolean => owner?.host === hostname() && isThere(owner.pid);

const seenSchema = z.object({ lock: z.string(), at: z.number() });

/**
 * Whether exactly this lock was seen here at an earlier start, long enough ago. A time that is still to come never gets old by
 * itself, but whoever has the lock renews it.
 */
function seenBefore(file: string, lock: string, now: number, staleMs: number): boolean {
  let seen: z.output<typeof seenSchema> | undefined;
  try {
    seen = seenSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    seen = undefined;
  }
  if (seen?.lock === lock && seen.at <= now) return now - seen.at >= staleMs;
  writeFileSync(file, JSON.stringify({ lock, at: now }));
  return false;
}

function ownerFrom(file: string): Owner | undefined {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
