import { CodedError } from '../../shared/domain/errors.ts';

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** The error of a full disk (or quota) as one a user is told about; others pass unchanged. */
export function codedDiskFull(error: unknown): unknown {
  const code = codeOf(error);
  return code === 'ENOSPC' || code === 'EDQUOT' ? new CodedError('disk_full', {}, { cause: error }) : error;
}

/** An error of the file system as one a user is told about; others pass unchanged. `file` is a name, not a path. */
export function codedFileError(error: unknown, file: string): unknown {
  const full = codedDiskFull(error);
  switch (codeOf(full)) {
    case 'ENOENT':
      return new CodedError('file_missing', { file }, { cause: error });
    case 'EACCES':
    case 'EPERM':
    case 'EISDIR':
    case 'EROFS':
    case 'EIO':
      return new CodedError('unreadable', { file }, { cause: error });
    default:
      return full;
  }
}

/** An error of the library's own folder; others as `codedFileError` says them. */
export function codedFolderError(error: unknown, folder: string): unknown {
  switch (codeOf(error)) {
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
    case 'ENOENT':
      return new CodedError('library_unwritable', { folder }, { cause: error });
    case 'ENOTDIR':
    case 'EEXIST':
      return new CodedError('library_not_folder', { folder }, { cause: error });
    case 'ENAMETOOLONG':
      return tooLong(folder, error);
    default:
      return codedFileError(error, folder);
  }
}

/** SQLite takes 512 bytes at most; the longest name of a library is that of a copy in its temporary folder. */
const MOST_PATH_BYTES =
  511 - '/temporary/restore-00000000-0000-0000-0000-000000000000/library.db-journal'.length;
const tooLong = (folder: string, cause?: unknown): CodedError =>
  new CodedError('path_too_long', { length: Buffer.byteLength(folder), limit: MOST_PATH_BYTES }, { cause });

/** @throws CodedError path_too_long */
export function checkPathLength(folder: string): void {
  if (Buffer.byteLength(folder) > MOST_PATH_BYTES) throw tooLong(folder);
}
