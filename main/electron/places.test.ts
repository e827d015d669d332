import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { placesOf } from './places.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('finds the files of the project when it is not packaged', () => {
  const places = placesOf({ root, isPackaged: false, resources: '/none', platform: 'linux', userData: '/u' });
  for (const path of [places.assets.litert, places.assets.mediapipe, places.sample, places.notices]) {
    expect(existsSync(path), path).toBe(true);
  }
  expect(places.assets.weights).toBe(join(root, 'models', 'weights'));
  expect(places.ffmpeg).toBeUndefined();
});

it.each([
  ['win32', 'ffmpeg.exe'],
  ['darwin', 'ffmpeg'],
  ['linux', 'ffmpeg'],
] as const)('packaged for %s, takes big files and ffmpeg from beside the archive', (platform, name) => {
  const resources = join('/', 'app', 'resources');
  const places = placesOf({
    root: join(resources, 'app.asar'),
    isPackaged: true,
    resources,
    platform,
    userData: '/u',
  });
  expect(places.ffmpeg).toBe(join(resources, 'ffmpeg', name));
  expect(places.assets.weights).toBe(join(resources, 'models', 'weights'));
  expect(places.preload).toBe(join(resources, 'app.asar', 'dist', 'electron', 'preload.cjs'));
});
