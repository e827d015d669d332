import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../main/node/serve.ts';
import { areWeightsReady } from '../models/prepareWeights.ts';
import { buildAll } from './build.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = [
  'renderer',
  'shared',
  'models/runtime',
  'models/manifest.json',
  'main/electron',
  'package.json',
];
const BINARY_HOST = 'https://github.com';
const REACH_MS = 2000;

/** Latest change of a file or of anything in a folder, milliseconds; 0 for what is not there. */
function changedAt(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const entries = readdirSync(path).map((name) => changedAt(join(path, name)));
  return Math.max(found.mtimeMs, ...entries);
}

function isBuilt(): boolean {
  const built = changedAt(join(root, 'dist', 'renderer', 'index.html'));
  return areWeightsReady() && SOURCES.every((source) => changedAt(join(root, source)) < built);
}

/** Electron's program, when it is installed. */
function electronProgram(): string | undefined {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  const program = existsSync(pathFile) ? join(folder, 'dist', readFileSync(pathFile, 'utf8')) : undefined;
  return program !== undefined && existsSync(program) ? program : undefined;
}

/** Fetches Electron's program where its host answers; without a network this gives up after two seconds. */
async function fetchElectron(): Promise<void> {
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  if (!existsSync(installer)) return;
  try {
    await fetch(BINARY_HOST, { method: 'HEAD', signal: AbortSignal.timeout(REACH_MS) });
  } catch {
    return;
  }
  console.error('Fetching Electron (once)…');
  spawnSync(process.execPath, [installer], { stdio: ['ignore', 'ignore', 'ignore'] });
}

const hasDisplay =
  process.platform !== 'linux' ||
  process.env['DISPLAY'] !== undefined ||
  process.env['WAYLAND_DISPLAY'] !== undefined;

if (!isBuilt()) {
  console.error('Building the app…');
  await buildAll(true);
}
const desktopEntry = join(root, 'dist', 'electron', 'main.js');
const wantsDesktop = hasDisplay && existsSync(desktopEntry) && !process.argv.includes('--browser');
if (wantsDesktop && electronProgram() === undefined) await fetchElectron();
const program = wantsDesktop ? electronProgram() : undefined;
if (program === undefined) {
  const args = process.argv.slice(2).filter((arg) => arg !== '--browser');
  await serve(args, { openBrowser: hasDisplay });
} else {
  const run = spawnSync(program, [desktopEntry, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
}
