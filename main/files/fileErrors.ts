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
