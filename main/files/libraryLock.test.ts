import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockLibrary, STALE_MS } from './libraryLock.ts';
import { processStart } from './processStart.ts';

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

async function startOwner() {
  const child = spawn(process.execPath, ['--input-type=module', '-e', owner, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}
const ownerFile = () => join(folder, 'library.owner.json');
const lock = () => join(folder, 'library.lock');
/** As a process leaves it that was killed. */
function leave(): void {
  mkdirSync(lock());
  const { dev, ino, birthtimeNs } = statSync(lock(), { bigint: true });
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(
    ownerFile(),
    JSON.stringify({ pid, host: hostname(), startedAt: 'then', lock: `${dev}-${ino}-${birthtimeNs}` }),
  );
}
const told = (): Record<string, unknown> => JSON.parse(readFileSync(ownerFile(), 'utf8'));
const tell = (values: Record<string, unknown>) =>
  writeFileSync(ownerFile(), JSON.stringify({ ...told(), ...values }));
const setAge = (seconds: number) => {
  const time = Date.now() / 1000 - seconds;
  utimesSync(lock(), time, time);
};
const takeAndGive = async (now?: () => number): Promise<void> =>
  (await lockLibrary(folder, ignore, now === undefined ? {} : { now }))();
const refused = { code: 'library_locked' };
const AGES = [0, 10, 600, 1e6, -600, -1e8];

it('counts a lock as left after a minute at the earliest', () => {
  expect(STALE_MS).toBeGreaterThanOrEqual(60_000);
});

it('can be taken again after it was given back', async () => {
  const release = await lockLibrary(folder, ignore);
  await expect(lockLibrary(folder, ignore)).rejects.toMatchObject(refused);
  await release();
  await takeAndGive();
});

describe('a lock of a process on this computer', () => {
  it('is taken from nobody who is there, however old it is, suspended or not', async () => {
    const child = await startOwner();
    for (const age of AGES) {
      setAge(age);
      await expect(takeAndGive()).rejects.toMatchObject(refused);
    }
    child.kill('SIGSTOP');
    await expect(takeAndGive()).rejects.toMatchObject(refused);
    child.kill('SIGKILL');
    await once(child, 'close');
    await takeAndGive();
  });

  it.each(AGES)('is taken from one that is gone, renewed %d s ago', async (age) => {
    leave();
    setAge(age);
    await takeAndGive();
  });

  it('is taken where another process has got the number of its owner', async () => {
    leave();
    tell({ pid: process.pid });
    await takeAndGive();
  });

  it('is not taken where the owner is told by an older version and may be there', async () => {
    leave();
    writeFileSync(ownerFile(), JSON.stringify({ pid: process.pid, host: told()['host'] }));
    await expect(takeAndGive()).rejects.toMatchObject(refused);
    setAge(600);
    await expect(takeAndGive()).rejects.toMatchObject(refused);
  });

  it('speaks of itself: the word of an earlier owner does not open a new lock', async () => {
    leave();
    tell({ lock: 'another' });
    await expect(takeAndGive()).rejects.toMatchObject(refused);
    setAge(61);
    await takeAndGive();
  });
});

describe('a lock of which nobody here knows the owner', () => {
  it.each([
    ['of another computer', () => tell({ host: 'elsewhere' })],
    ['with an empty word', () => writeFileSync(ownerFile(), '')],
    ['without a word', () => rmSync(ownerFile())],
  ])('%s, counts by its age', async (_, change) => {
    leave();
    change();
    setAge(50);
    await expect(takeAndGive()).rejects.toMatchObject(refused);
    setAge(61);
    await takeAndGive();
  });

  it('from the future, is taken when it was not renewed between two starts a minute apart', async () => {
    leave();
    tell({ host: 'elsewhere' });
    setAge(-1e6);
    const now = Date.now();
    await expect(takeAndGive(() => now)).rejects.toMatchObject(refused);
    await expect(takeAndGive(() => now + 30_000)).rejects.toMatchObject(refused);
    setAge(-2e6);
    await expect(takeAndGive(() => now + 61_000)).rejects.toMatchObject(refused);
    await takeAndGive(() => now + 122_000);
  });
});

it('tells once that it was lost, and then leaves the new owner alone', async () => {
  let losses = 0;
  const release = await lockLibrary(folder, () => (losses += 1), { staleMs: 1000 });
  rmSync(lock(), { recursive: true });
  mkdirSync(lock());
  await expect.poll(() => losses, { timeout: 30_000 }).toBe(1);
  await release();
  expect(statSync(lock()).isDirectory()).toBe(true);
});

it('the start of a process tells it from others', async () => {
  const child = await startOwner();
  expect(processStart(process.pid)).toBe(processStart(process.pid));
  expect(processStart(child.pid ?? 0)).not.toBe(processStart(process.pid));
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(processStart(child.pid ?? 0)).toBeUndefined();
});
