// Brings a machine to the point where the app and its tests run. No dependencies, plain Node 18+.
// Silent and instant when nothing is missing; the app itself never downloads anything.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';

/** Node 24 from the registry: better-sqlite3 13 needs 22.14 or later, whatever Node started us. */
export const node24 = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** First existing file of the name in PATH, or undefined. */
function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, windows ? `${name}.exe` : name);
    if (folder !== '' && existsSync(file)) return file;
  }
  return undefined;
}

/** Path of ffmpeg: FFMPEG_PATH, the optional ffmpeg-static package, then PATH. */
export function findFfmpeg() {
  const bundled = join(root, 'node_modules', 'ffmpeg-static', windows ? 'ffmpeg.exe' : 'ffmpeg');
  return [process.env.FFMPEG_PATH, bundled].find((file) => file && existsSync(file)) ?? onPath('ffmpeg');
}

/** Path of a Chromium-family browser that can be driven, or undefined. */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && existsSync(given)) return given;
  const usual = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ];
  return (
    ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(onPath).find(Boolean) ??
    usual.find((file) => existsSync(file))
  );
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function installPackages() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = join(root, 'node_modules', '.midstance-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(node24)) return;
  console.error('Installing packages (npm ci)…');
  const run = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: windows,
  });
  if (run.status !== 0)
    fail(
      'npm ci did not finish. Check the network connection to the npm registry and run the command again.',
    );
  if (!existsSync(node24)) {
    // npm may be set to skip install scripts; the script of the `node` package only fetches its own binary package.
    spawnSync('npm', ['rebuild', 'node'], { cwd: root, stdio: ['ignore', 2, 2], shell: windows });
  }
  if (!existsSync(node24))
    fail(
      'Node 24 is missing: allow the install script of the npm package "node", then run the command again.',
    );
  writeFileSync(stamp, wanted);
}

function debianAsRoot() {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0 && onPath('apt-get') !== undefined;
}

/** Installs what `missing` maps (tool -> Debian packages), or says in one sentence what the user has to install. */
function installTools(missing) {
  const tools = Object.keys(missing);
  if (tools.length === 0) return;
  if (!debianAsRoot()) {
    fail(
      `Midstance needs ${tools.join(' and ')}: install ${tools.length > 1 ? 'them' : 'it'} with your system's package manager (or set FFMPEG_PATH / CHROMIUM_PATH), then run the command again.`,
    );
  }
  console.error(`Installing ${tools.join(' and ')} (apt-get)…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { stdio: ['ignore', 'ignore', 2], env };
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', ...Object.values(missing).flat()],
      options,
    );
  } catch {
    fail(
      `apt-get could not install ${tools.join(' and ')}. Run apt-get update, look at its message, then run the command again.`,
    );
  }
}

/** Takes the pose weights out of their npm package when they are not there yet. */
function prepareWeights() {
  if (existsSync(join(root, 'models', 'weights', '.complete'))) return;
  const run = spawnSync(node24, [join(root, 'models', 'prepareWeights.ts')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (run.status !== 0)
    fail(
      'The pose model could not be prepared from its package. Delete node_modules and run the command again.',
    );
}

/** @param {{ browser?: boolean }} needs whether the command needs a Chromium to drive */
export function setup({ browser = false } = {}) {
  installPackages();
  const missing = {};
  if (!findFfmpeg()) missing.ffmpeg = ['ffmpeg'];
  if (browser && !findChromium()) missing.Chromium = ['chromium', 'fonts-dejavu-core'];
  installTools(missing);
  prepareWeights();
}
