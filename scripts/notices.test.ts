import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NOTICES_FILE, noticesText, shippedPackages } from './notices.ts';

const notices = readFileSync(NOTICES_FILE, 'utf8');
const lock = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8');
const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

describe('THIRD_PARTY_NOTICES.md', () => {
  it('is what the installed packages make (otherwise: node scripts/notices.ts)', () => {
    expect(notices === noticesText()).toBe(true);
  });

  it('names every production dependency, direct and transitive, in the version of the lockfile', () => {
    const shipped = shippedPackages(lock);
    expect(shipped.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(dependencies)));
    for (const { name, version } of shipped) expect(notices).toContain(`- ${name} ${version} (`);
  });

  it('carries the texts that must go along', () => {
    expect(notices).toContain('Mozilla Public License Version 2.0');
    expect(notices).toContain('https://github.com/Vanilagy/mediabunny');
    expect(notices).toMatch(/Apache License\s+Version 2\.0, January 2004/);
    expect(notices).toContain('Copyright The MediaPipe Authors');
    expect(notices).toContain('GNU General Public License, version 3 or later');
  });

  it('leaves out what only tests and builds use', () => {
    const names = shippedPackages(lock).map(({ name }) => name);
    for (const tool of ['vitest', 'electron-builder', '@playwright/test', 'ffmpeg-static']) {
      expect(names).not.toContain(tool);
    }
  });
});
