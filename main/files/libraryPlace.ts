import { resolve } from 'node:path';
import envPaths from 'env-paths';

/** Where the library is: told on the command line, in MIDSTANCE_LIBRARY, or the platform's place for app data. */
export const libraryPlace = (told: string | undefined, environment: NodeJS.ProcessEnv): string =>
  resolve(told ?? environment['MIDSTANCE_LIBRARY'] ?? envPaths('Midstance', { suffix: '' }).data);
