import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockLibrary } from './libraryLock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'midstance-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ignore = () => undefined;
const owner = `
  const { lockLibrary } = await import(${JSON.stringify(fileURLToPath(new URL('./libraryLock.ts', import.meta.url)))});
  await lockLibrary(process.argv[1], () => {});
  process.stdout.write('locked');
  setInterval(() => {}, 1000);`;

it('a second writer is refused at once while the first one lives, and let in after it was killed', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', owner, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const asked = Date.now();
  await expect(lockLibrary(folder, ignore)).rejects.toMatchObject({ code: 'library_locked' });
  expect(Date.now() - asked).toBeLessThan(1500);
  child.kill('SIGKILL');
  await once(child, 'close');
  const release = await lockLibrary(folder, ignore);
  await release();
}, 20_000);

it('can be taken again after it was given back', async () => {
  const release = await lockLibrary(folder, ignore);
  await expect(lockLibrary(folder, ignore)).rejects.toMatchObject({ code: 'library_locked' });
  await release();
  await (await lockLibrary(folder, ignore))();
});
