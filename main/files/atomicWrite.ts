import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CodedError } from '../../shared/domain/errors.ts';
import { codedFileError } from './fileErrors.ts';
import { hashFile } from './hashing.ts';

/** Names that differ within a process and between two that write to one folder. */
let written = 0;
const partialOf = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${process.pid}-${++written}.part`);
const PARTIAL = /^\..+\.\d+-\d+\.part$/;

/** Removes what a killed program had half written in a folder. To be called while nobody else writes there. */
export function removePartials(folder: string): void {
  for (const name of readdirSync(folder)) if (PARTIAL.test(name)) rmSync(join(folder, name), { force: true });
}

/**
 * Writes beside the file, syncs and renames: a reader sees the old file or the new one, never a part, and what was said to
 * be written is there after a power cut.
 * @throws CodedError disk_full, unreadable, file_missing; then the file is as it was
 */
export async function writeAtomic(path: string, data: string | Uint8Array): Promise<void> {
  const partial = partialOf(path);
  try {
    await fillNew(partial, async (out) => writeAll(out, data));
    await rename(partial, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(partial, { force: true });
    throw codedFileError(error, basename(path));
  }
}

/**
 * Makes a new file of what `fill` writes and syncs it; where anything fails the file goes again. For folders that take
 * their place as a whole.
 * @throws what `fill` throws, and errors of the file system as they are
 */
export async function fillNew(path: string, fill: (out: FileHandle) => Promise<void>): Promise<void> {
  const out = await open(path, 'wx');
  try {
    await fill(out);
    // Node's fsync is F_FULLFSYNC on macOS (libuv, uv__fs_fsync): there a plain one leaves the bytes in the drive's cache.
    await out.sync();
    await out.close();
  } catch (error) {
    await out.close().catch(() => undefined);
    await rm(path, { force: true });
    throw error;
  }
}

/** What a file takes of the bytes that it is given. */
interface Sink {
  write(bytes: Uint8Array, from: number, length: number): Promise<{ bytesWritten: number }>;
}

/** Every byte, however often the system takes only a part of them: on a nearly full disk it does, and says nothing. */
export async function writeAll(out: Sink, data: string | Uint8Array): Promise<void> {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await out.write(bytes, done, bytes.length - done);
    if (bytesWritten === 0) throw Object.assign(new Error('no byte was written'), { code: 'ENOSPC' });
    done += bytesWritten;
  }
}

/**
 * Moves a finished file or folder of the same disk to its place: its bytes are synced before it has its name, and the name
 * after. Files in a folder were synced when they were written.
 */
export async function moveIntoPlace(from: string, to: string): Promise<void> {
  if ((await stat(from)).isFile()) await syncFile(from);
  await rename(from, to);
  await syncFolder(dirname(to));
}

/**
 * Copies a file to where the user wants it, whole or not at all, and reads it back.
 * @throws CodedError disk_full, unreadable, file_missing; copy_differs where other bytes were read than written
 */
export async function copyWhole(from: string, to: string): Promise<void> {
  const partial = partialOf(to);
  try {
    const source = await hashFile(from, { copyTo: partial });
    if ((await hashFile(partial)).sha256 !== source.sha256)
      throw new CodedError('copy_differs', { file: basename(to) });
    await rename(partial, to);
    await syncFolder(dirname(to));
  } catch (error) {
    await rm(partial, { force: true });
    throw codedFileError(error, basename(to));
  }
}

async function syncFile(path: string): Promise<void> {
  // Opened for writing, because Windows refuses to flush what was opened for reading.
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** What NTFS and some network disks answer to the wish to sync a folder: there a rename needs none. */
const NO_FOLDER_SYNC: ReadonlySet<unknown> = new Set([
  'EISDIR',
  'EPERM',
  'EACCES',
  'EINVAL',
  'ENOTSUP',
  'EBADF',
]);

const cannotBeSynced = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && NO_FOLDER_SYNC.has(error.code);

/** Makes the names in a folder lasting, where the system can. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!cannotBeSynced(error)) throw error;
  }
}

/** A file's bytes, or the names in a folder, made lasting before anything else happens: for what runs before the app or beside it. */
export function syncNow(path: string): void {
  const isFolder = statSync(path).isDirectory();
  try {
    const handle = openSync(path, isFolder ? 'r' : 'r+');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (!(isFolder && cannotBeSynced(error))) throw error;
  }
}

/** `moveIntoPlace` of a file, at once. */
export function moveIntoPlaceNow(from: string, to: string): void {
  syncNow(from);
  renameSync(from, to);
  syncNow(dirname(to));
}
