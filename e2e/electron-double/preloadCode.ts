import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const config = fileURLToPath(new URL('../../main/electron/preload/vite.config.ts', import.meta.url));

/** The preload script as it ships: the app's own build of it, one CommonJS text that asks only for `electron`. */
export async function preloadCode(): Promise<string> {
  const built = await build({ configFile: config, logLevel: 'error', build: { write: false } });
  for (const output of Array.isArray(built) ? built : [built]) {
    if (!('output' in output)) continue;
    for (const file of output.output) if (file.type === 'chunk') return file.code;
  }
  throw new Error('the preload script was not built');
}
