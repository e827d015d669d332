import { CodedError } from '../../shared/domain/errors.ts';

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** An error of the file system as one a user is told about; others pass unchanged. `file` is a name, not a path. */
export function codedFileError(error: unknown, file: string): unknown {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new CodedError('disk_full', {}, { cause: error });
    case 'ENOENT':
      return new CodedError('file_missing', { file }, { cause: error });
    case 'EACCES':
    case 'EPERM':
    case 'EISDIR':
    case 'EIO':
      return new CodedError('unreadable', { file }, { cause: error });
    default:
      return error;
  }
}
