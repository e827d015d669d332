import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { CodedError, type ErrorCode } from '../../shared/domain/errors.ts';

/** Words of SQLite that mean one thing, by the beginning of its code: the longest that fits counts. */
const MEANINGS: readonly (readonly [string, ErrorCode])[] = [
  ['SQLITE_FULL', 'disk_full'],
  ['SQLITE_CORRUPT', 'library_damaged'],
  ['SQLITE_NOTADB', 'library_damaged'],
  // The file was unlinked or renamed under the open database.
  ['SQLITE_READONLY_DBMOVED', 'library_lost'],
  ['SQLITE_READONLY', 'unreadable'],
  ['SQLITE_CANTOPEN', 'unreadable'],
  ['SQLITE_PERM', 'unreadable'],
  ['SQLITE_IOERR_CORRUPTFS', 'library_damaged'],
  ['SQLITE_IOERR_DATA', 'library_damaged'],
  ['SQLITE_IOERR', 'library_lost'],
];
/** Where a full disk answers with an error of input and output: the log's index and what is cut or synced. */
const OF_WRITING = /^SQLITE_IOERR_(WRITE|SHMSIZE|SHMOPEN|SHMMAP|FSYNC|DIR_FSYNC|TRUNCATE|CLOSE)$/;
const LITTLE_BYTES = 65_536;

/**
 * An error of the database as one that a user is told about; others pass unchanged.
 * @param folder of the library: where writing failed without a reason, the room that is left there tells it
 */
export function codedDbError(error: unknown, folder: string): unknown {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return error;
  const { code } = error;
  if (OF_WRITING.test(code) && isFull(folder)) return new CodedError('disk_full', {}, { cause: error });
  const meant = MEANINGS.find(([beginning]) => code.startsWith(beginning));
  return meant === undefined ? error : new CodedError(meant[1], { file: 'library' }, { cause: error });
}

/** Why a database does not open, as a user is told; other errors pass unchanged. */
export function codedOpenError(error: unknown, file: string): unknown {
  const folder = dirname(file);
  const known = codedDbError(error, folder);
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return known;
  const options = { cause: error };
  if (/^SQLITE_(BUSY|LOCKED)/.test(error.code)) return new CodedError('library_locked', {}, options);
  // A database of another program, or one whose tables are not those of its version.
  if (/^SQLITE_(ERROR$|FORMAT)/.test(error.code)) return new CodedError('library_damaged', {}, options);
  const isUnwritable = known instanceof CodedError && /^(unreadable|library_lost)$/.test(known.code);
  return isUnwritable ? new CodedError('library_unwritable', { folder }, options) : known;
}

function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < LITTLE_BYTES;
  } catch {
    return false;
  }
}
