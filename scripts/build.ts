import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { prepareWeights } from '../models/prepareWeights.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** One Vite configuration per target. */
const TARGETS = [
  'renderer',
  'main/electron',
  'main/electron/dbWorker',
  'main/electron/preload',
  'main/media',
].map((folder) => join(root, folder, 'vite.config.ts'));

/** Builds every target that has a configuration into `dist` and prepares the model weights. */
export async function buildAll(quiet = false): Promise<void> {
  prepareWeights();
  for (const configFile of TARGETS.filter((file) => existsSync(file))) {
    await build({ configFile, logLevel: quiet ? 'warn' : 'info' });
  }
}

if (import.meta.main) await buildAll();
