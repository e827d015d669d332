import { dirname } from 'node:path';
import { CodedError } from '../../shared/domain/errors.ts';

/** Result code of SQLite, as its driver puts it on the error. */
const sqliteCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Why a database does not open, as a user is told; other errors pass unchanged. */
export function codedOpenError(error: unknown, file: string): unknown {
  const code = sqliteCode(error);
  const options = { cause: error };
  if (/^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(code)) return new CodedError('library_damaged', {}, options);
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new CodedError('library_locked', {}, options);
  if (code === 'SQLITE_FULL') return new CodedError('disk_full', {}, options);
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|IOERR)/.test(code))
    return new CodedError('library_unwritable', { folder: dirname(file) }, options);
  // A database of another program, or one whose tables are not those of its version.
  if (code === 'SQLITE_ERROR') return new CodedError('library_damaged', {}, options);
  return error;
}
