import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Configuration } from 'app-builder-lib';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placesOf } from '../main/electron/places.ts';
import { BUNDLE, bundleFfmpeg, FFMPEG_NAME } from './ffmpegBundle.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** What does not lie in the source tree, and the script that makes it. */
const PRODUCED: Readonly<Record<string, string>> = {
  'models/weights': 'models/prepareWeights.ts',
  'dist/ffmpeg': 'scripts/ffmpegBundle.ts',
  'dist/electron': 'main/electron/vite.config.ts',
  'dist/renderer': 'renderer/vite.config.ts',
};
/** Patterns of a list; electron-builder turns a list of files into one object with a filter. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return typeof value === 'object' && value !== null && 'filter' in value ? textsOf(value.filter) : [];
}
const setsOf = (value: Configuration['extraResources']) =>
  (Array.isArray(value) ? value : []).filter((item) => typeof item === 'object');

describe('electron-builder.yml', () => {
  let config: Configuration;
  beforeAll(async () => {
    config = await getConfig(root, 'electron-builder.yml', null);
  });

  it("is valid by electron-builder's own rules", async () => {
    await expect(validateConfiguration(config, new DebugLogger(false))).resolves.toBeUndefined();
    const wrong = { ...config, asarr: true };
    await expect(validateConfiguration(wrong, new DebugLogger(false))).rejects.toThrow('asarr');
  });

  it('makes the packages of three systems', () => {
    expect(config.win?.target).toEqual(['nsis', 'portable']);
    expect(config.mac?.target).toEqual(['dmg']);
    expect(config.linux?.target).toEqual(['AppImage', 'deb']);
  });

  it('publishes nothing and updates nothing', () => {
    expect(config.publish).toBeNull();
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(Object.keys(dependencies)).not.toContain('electron-updater');
  });

  it('keeps the app in an archive, and what must be a file outside of it', () => {
    expect(config.asar).toBe(true);
    const unpacked = textsOf(config.asarUnpack);
    expect(unpacked).toContain('**/*.node');
    for (const pattern of unpacked.filter((text) => text.startsWith('node_modules/'))) {
      expect(existsSync(join(root, pattern.replace('/**', '')))).toBe(true);
    }
    expect(unpacked).toContain('node_modules/@litertjs/core/wasm/**');
  });

  it('names only what is there or what a script makes', () => {
    const plain = textsOf(config.files)
      .filter((pattern) => !pattern.startsWith('!'))
      .map((pattern) => pattern.replace('/**', ''));
    const resources = setsOf(config.extraResources).map(({ from = '' }) => from);
    const left = textsOf(config.files)
      .filter(
        (pattern) => pattern.startsWith('!') && !pattern.includes('{') && !pattern.includes('ffmpeg-static'),
      )
      .map((pattern) => pattern.slice(1).replace('/**', ''));
    expect(plain.length * resources.length * left.length).toBeGreaterThan(0);
    for (const path of [...plain, ...resources, ...left]) {
      const maker = PRODUCED[path];
      expect(existsSync(join(root, maker ?? path)), path).toBe(true);
    }
    for (const [path, maker] of Object.entries(PRODUCED).filter(([path]) => path.startsWith('dist/'))) {
      expect(readFileSync(join(root, maker), 'utf8')).toContain(path.split('/')[1]);
    }
    expect(BUNDLE).toBe(join(root, 'dist/ffmpeg'));
  });

  it('packs only what the list names: a second list for one system would let everything else in', () => {
    for (const system of [config.win, config.mac, config.linux]) {
      expect(system).toBeDefined();
      expect(system?.files).toBeUndefined();
    }
  });

  it('opens cases by a double click, and takes no kind of video away from another program', () => {
    const endings = (told: unknown): string[] =>
      [told]
        .flat()
        .flatMap((one) => (one instanceof Object && 'ext' in one ? [one.ext].flat().map(String) : []));
    expect(endings(config.fileAssociations)).toEqual(['midstance']);
    expect(endings(config.win?.fileAssociations)).toEqual([]);
    for (const told of [config.mac?.fileAssociations, config.linux?.fileAssociations])
      expect(endings(told)).toEqual(expect.arrayContaining(['mp4', 'mov', 'mkv']));
    expect([config.mac?.fileAssociations].flat()).toEqual(
      expect.arrayContaining([expect.objectContaining({ rank: 'Alternate' })]),
    );
  });

  it('starts what the build makes', () => {
    expect(config.extraMetadata).toMatchObject({ main: 'dist/electron/main.js' });
  });

  it('puts the resources where the packaged app looks for them', () => {
    const resources = join('/', 'resources');
    const places = placesOf({
      root: join(resources, 'app.asar'),
      isPackaged: true,
      resources,
      platform: process.platform,
      userData: '/u',
    });
    const targets = setsOf(config.extraResources).map(({ to = '' }) => join(resources, to));
    expect(targets).toEqual(expect.arrayContaining([places.assets.weights, places.sample]));
    expect(targets.some((folder) => places.ffmpeg === join(folder, FFMPEG_NAME))).toBe(true);
  });

  it('leaves out no package that the main process imports', () => {
    const excluded = textsOf(config.files)
      .filter((pattern) => pattern.startsWith('!node_modules/'))
      .flatMap((pattern) => namesIn(pattern.slice('!node_modules/'.length).replace('/**', '')));
    expect(excluded).toContain('react-dom');
    const imported = importedPackages();
    expect(imported).toContain('better-sqlite3');
    expect(
      imported.filter((name) => excluded.includes(name) || excluded.includes(name.split('/')[0] ?? '')),
    ).toEqual([]);
  });
});

/** `{a,b}` and plain names; patterns deeper than a package are not about the package. */
const namesIn = (pattern: string): string[] =>
  pattern.startsWith('{') ? pattern.slice(1, -1).split(',') : pattern.includes('{') ? [] : [pattern];

/** Packages that the sources of the desktop's main process import. */
function importedPackages(): string[] {
  const folders = [
    'main/db',
    'main/media',
    'main/files',
    'main/export',
    'main/host',
    'main/electron',
    'shared',
  ];
  const files = execFileSync('git', ['ls-files', ...folders], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.ts$/.test(file) && !/\.(test|testkit)\.ts$|vite\.config/.test(file));
  const sources = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
  const names = [...sources.matchAll(/^import .*from '([^.][^']*)';$|^\} from '([^.][^']*)';$/gm)]
    .map(([, one, other]) => one ?? other ?? '')
    .filter((name) => !name.startsWith('node:') && name !== 'electron');
  return [...new Set(names)].sort();
}

describe.skipIf(process.platform === 'win32')('ffmpeg beside the app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ffmpeg-bundle-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('comes with licence, exact build and the offer of its source', () => {
    const from = join(folder, 'package');
    const to = join(folder, 'bundle');
    mkdirSync(from);
    expect(bundleFfmpeg(to, from)).toBe(false);
    expect(existsSync(to)).toBe(false);
    // Any ffmpeg answers to -version; this is the one of the machine behind a name of its own.
    const program = process.env['FFMPEG_PATH'] ?? 'ffmpeg';
    writeFileSync(join(from, FFMPEG_NAME), `#!/bin/sh\nexec ${program} "$@"\n`);
    chmodSync(join(from, FFMPEG_NAME), 0o755);
    writeFileSync(join(from, 'LICENSE'), 'GNU GENERAL PUBLIC LICENSE');
    expect(bundleFfmpeg(to, from)).toBe(true);
    const said = execFileSync(program, ['-hide_banner', '-version'], { encoding: 'utf8' }).trim();
    const build = readFileSync(join(to, 'BUILD.txt'), 'utf8');
    expect(build).toContain(said);
    expect(build).toContain('complete corresponding source');
    expect(readFileSync(join(to, 'LICENSE'), 'utf8')).toContain('GNU GENERAL PUBLIC LICENSE');
    expect(statSync(join(to, FFMPEG_NAME)).mode & 0o111).not.toBe(0);
  });
});
