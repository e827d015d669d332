import { join } from 'node:path';
import { CodedError } from '../../shared/domain/errors.ts';

/** A name of one file or folder: no way out of a folder, on any system, and no stream or device of Windows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be in a name
const PLAIN = /^(?!\.{1,2}$)[^\u0000-\u001f/\\:]{1,255}$/;

export const isPlainName = (name: string): boolean => PLAIN.test(name);

/**
 * The one way from stored names (ids, hashes, names in rows, cases and backups) to a path: below `folder`, or none.
 * @throws CodedError not_found for a name that is no plain name
 */
export function within(folder: string, ...names: readonly string[]): string {
  if (names.length === 0 || !names.every(isPlainName)) throw new CodedError('not_found');
  return join(folder, ...names);
}
