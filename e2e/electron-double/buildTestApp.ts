import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A folder like the project's, with the page of `backends/` as its built renderer, built as the app's own is. */
export async function buildTestApp(folder: string, { electron = false } = {}): Promise<void> {
  mkdirSync(join(folder, 'dist'), { recursive: true });
  for (const name of ['models', 'node_modules', 'package.json'])
    symlinkSync(join(root, name), join(folder, name));
  await build({
    configFile: join(root, 'renderer', 'vite.config.ts'),
    root: fileURLToPath(new URL('backends', import.meta.url)),
    logLevel: 'error',
    build: { outDir: join(folder, 'dist', 'renderer'), emptyOutDir: true },
  });
  if (!electron) return;
  for (const config of ['main/electron', 'main/electron/preload', 'main/media']) {
    await build({
      configFile: join(root, config, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: join(folder, 'dist', 'electron'), emptyOutDir: false },
    });
  }
}
