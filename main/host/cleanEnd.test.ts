import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { libraryLayout, makeFolders } from '../files/layout.ts';
import { checkAfterCrash, markOpen } from './cleanEnd.ts';
import { openLibrary } from './library.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'midstance-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that opens the library, fills it and is killed. */
async function killedWhileOpen(): Promise<void> {
  const module = fileURLToPath(new URL('./library.ts', import.meta.url));
  const program = `
    const { openLibrary } = await import(${JSON.stringify(module)});
    const { db } = await openLibrary(${JSON.stringify(folder)});
    const legs = { leftLengthM: null, rightLengthM: null, remark: null };
    for (let i = 0; i < 300; i++)
      db.athletes.create('athlete-' + i, { name: 'Runner ' + i, groups: [], heightM: null, birthYear: null,
        consent: null, legs, notes: 'x'.repeat(900) }, '2026-01-01T00:00:00.000Z');
    console.log('filled');
    setInterval(() => undefined, 1000);`;
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [line] = await once(createInterface(child.stdout), 'line');
  expect(line).toBe('filled');
  child.kill('SIGKILL');
  await once(child, 'exit');
  // The lock of a process that is gone waits to be stale; whose it is is not under test.
  rmSync(join(folder, 'library.lock'), { recursive: true, force: true });
}

describe('after an end that was none', () => {
  it('a whole database is opened with everything that was stored', async () => {
    await killedWhileOpen();
    expect(existsSync(join(folder, 'library.open'))).toBe(true);
    const library = await openLibrary(folder);
    expect(library.db.athletes.list()).toHaveLength(300);
    await library.close();
    expect(existsSync(join(folder, 'library.open'))).toBe(false);
  });

  it('a damage anywhere in it is told before it is opened, each time until it is mended', async () => {
    await killedWhileOpen();
    // Into one file, so that the damage is in it and not in the log beside.
    await (await openLibrary(folder)).close();
    const { database } = libraryLayout(folder);
    const bytes = readFileSync(database);
    const whole = Buffer.from(bytes);
    // A page in the middle, which no query of the start reads.
    bytes.fill(0x5a, Math.floor(bytes.length / 8192) * 4096, Math.floor(bytes.length / 8192) * 4096 + 4096);
    writeFileSync(database, bytes);
    writeFileSync(join(folder, 'library.open'), '');
    for (let i = 0; i < 2; i++)
      await expect(openLibrary(folder)).rejects.toMatchObject({ code: 'library_damaged' });
    writeFileSync(database, whole);
    const library = await openLibrary(folder);
    expect(library.db.athletes.list()).toHaveLength(300);
    await library.close();
  });

  it('what is no database is damaged, and without one there is nothing to look at', async () => {
    const layout = libraryLayout(folder);
    makeFolders(layout);
    markOpen(layout);
    await checkAfterCrash(layout);
    writeFileSync(layout.database, 'no database '.repeat(1000));
    await expect(checkAfterCrash(layout)).rejects.toMatchObject({ code: 'library_damaged' });
  });
});
