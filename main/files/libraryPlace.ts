import { resolve } from 'node:path';
import envPaths from 'env-paths';
import { CodedError } from '../../shared/domain/errors.ts';

/** Where the library is: told on the command line, in MIDSTANCE_LIBRARY, or the platform's place for app data. @throws CodedError bad_usage */
export function libraryPlace(told: string | undefined, environment: NodeJS.ProcessEnv): string {
  // An empty path would be the folder that the program happens to stand in.
  if (told?.trim() === '') throw new CodedError('bad_usage', { detail: 'Name a folder after --library.' });
  const fromEnvironment = environment['MIDSTANCE_LIBRARY']?.trim() || undefined;
  return resolve(told ?? fromEnvironment ?? envPaths('Midstance', { suffix: '' }).data);
}
