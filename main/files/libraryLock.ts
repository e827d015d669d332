import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import lockfile from 'proper-lockfile';
import { z } from 'zod';
import { CodedError } from '../../shared/domain/errors.ts';
import { codedFileError } from './fileErrors.ts';

const ownerSchema = z.object({ pid: z.int().positive(), host: z.string() });
/** A lock that was not renewed for this long belongs to a process that is gone. */
const STALE_MS = 5000;

/**
 * Takes the library for this process alone. After a crash of the former owner it waits until that lock is stale.
 * @returns the function that gives the library back
 * @throws CodedError library_locked while another process has it; unreadable when the folder cannot be written
 */
export async function lockLibrary(folder: string, onLost: () => void): Promise<() => Promise<void>> {
  const ownerFile = join(folder, 'library.owner.json');
  const retries = ownerIsGone(ownerFile) ? { retries: 8, factor: 1, minTimeout: 1000 } : 0;
  try {
    mkdirSync(folder, { recursive: true });
    const release = await lockfile.lock(folder, {
      lockfilePath: join(folder, 'library.lock'),
      stale: STALE_MS,
      update: STALE_MS / 3,
      retries,
      onCompromised: onLost,
    });
    writeFileSync(ownerFile, JSON.stringify({ pid: process.pid, host: hostname() }));
    return release;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ELOCKED') {
      throw new CodedError('library_locked', {}, { cause: error });
    }
    throw codedFileError(error, basename(folder));
  }
}

/** Whether the last owner ran on this computer and runs no more; unknown counts as no. */
function ownerIsGone(ownerFile: string): boolean {
  try {
    const owner = ownerSchema.parse(JSON.parse(readFileSync(ownerFile, 'utf8')));
    if (owner.host !== hostname()) return false;
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
