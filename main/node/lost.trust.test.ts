import { copyFileSync, cpSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { libraryLayout } from '../files/layout.ts';
import { STALE_MS } from '../files/libraryLock.ts';
import { isTrustRun, sliceOf } from '../files/trust.testkit.ts';
import { openLibrary } from '../host/library.ts';
import { serveProcesses } from './serve.testkit.ts';

const { folder, library, start } = serveProcesses();
const elsewhere = () => join(folder(), 'elsewhere');

/** What may happen to a folder that is open, and where what was stored lies afterwards. */
const ACCIDENTS = [
  { name: 'moved', happen: () => renameSync(library(), elsewhere()), kept: elsewhere },
  { name: 'deleted', happen: () => rmSync(library(), { recursive: true, force: true }), kept: undefined },
  {
    name: 'replaced by a copy',
    happen() {
      renameSync(library(), elsewhere());
      cpSync(elsewhere(), library(), { recursive: true });
    },
    kept: elsewhere,
  },
  { name: 'without its database', happen: () => rmSync(libraryLayout(library()).database), kept: undefined },
  {
    name: 'with another database in place of its own',
    happen() {
      const { database } = libraryLayout(library());
      mkdirSync(elsewhere());
      renameSync(database, join(elsewhere(), 'library.db'));
      copyFileSync(join(elsewhere(), 'library.db'), database);
    },
    kept: undefined,
  },
  {
    name: 'with a file in its place',
    happen() {
      renameSync(library(), elsewhere());
      writeFileSync(library(), 'x');
    },
    kept: elsewhere,
  },
  {
    name: 'without its log of changes',
    happen: () => rmSync(`${libraryLayout(library()).database}-wal`),
    kept: undefined,
  },
] as const;

it.each(sliceOf(ACCIDENTS, 2))(
  'a library $name while edits come in acknowledges nothing more',
  async ({ happen, kept }) => {
    const server = start();
    const acknowledged: string[] = [];
    const enter = async (name: string): Promise<string | undefined> => {
      const reply = await server.call('athletes.create', { name });
      if (reply.ok) acknowledged.push(name);
      return reply.error?.code;
    };
    for (let i = 0; i < 5; i += 1) await enter(`before ${i}`);
    expect(acknowledged).toHaveLength(5);
    // Some are under way while it happens.
    const underWay = Array.from({ length: 5 }, (_, i) => enter(`meanwhile ${i}`));
    happen();
    await Promise.all(underWay);
    const codes: (string | undefined)[] = [];
    for (let i = 0; i < 20; i += 1) codes.push(await enter(`after ${i}`));
    expect(codes).toEqual(Array.from({ length: 20 }, () => 'library_lost'));
    expect(await server.call('library.state', {})).toMatchObject({ value: { isLost: true } });
    expect(await server.call('sample.import', {})).toMatchObject({ error: { code: 'library_lost' } });
    expect(await server.call('uploads.begin', { name: 'a.mp4', bytes: 1 })).toMatchObject({ ok: false });
    server.child.kill('SIGTERM');
    await server.ended;
    if (kept === undefined) return;
    const opened = await openLibrary(kept());
    const names = new Set(opened.db.athletes.list().map(({ name }) => name));
    expect(acknowledged.filter((name) => !names.has(name))).toEqual([]);
    await opened.close();
  },
);

it('an open window hears of the loss without entering anything', async () => {
  const server = start();
  await server.call('athletes.create', { name: 'Ann' });
  renameSync(library(), elsewhere());
  const isLost = async () => (await server.call('library.state', {})).value;
  await expect.poll(isLost, { timeout: 150_000 }).toMatchObject({ isLost: true });
});

/** Shorter than a real one where a slice is enough; the limit is shortened with it. */
const SUSPENDED = isTrustRun
  ? [
      { seconds: 12, staleMs: STALE_MS },
      { seconds: 90, staleMs: STALE_MS },
    ]
  : [{ seconds: 2, staleMs: 1000 }];

it.each(SUSPENDED)(
  'a process that is suspended for $seconds s keeps the library to itself',
  async ({ seconds, staleMs }) => {
    const server = start();
    await server.call('athletes.create', { name: 'Before' });
    server.child.kill('SIGSTOP');
    await wait(seconds * 1000);
    await expect(openLibrary(library(), { lock: { staleMs } })).rejects.toMatchObject({
      code: 'library_locked',
    });
    server.child.kill('SIGCONT');
    expect(await server.call('athletes.create', { name: 'After' })).toMatchObject({ ok: true });
    expect(await server.call('athletes.list', {})).toMatchObject({
      value: [{ name: 'After' }, { name: 'Before' }],
    });
  },
  200_000,
);

it('one that was taken from a suspended process is never written by both', async () => {
  const server = start();
  await server.call('athletes.create', { name: 'First' });
  server.child.kill('SIGSTOP');
  // As another computer would that sees neither the process nor a fresh lock.
  rmSync(join(library(), 'library.lock'), { recursive: true });
  rmSync(join(library(), 'library.owner.json'));
  const second = await openLibrary(library());
  const legs = { leftLengthM: null, rightLengthM: null, remark: null };
  const athlete = {
    name: 'Second',
    groups: [],
    heightM: null,
    birthYear: null,
    consent: null,
    legs,
    notes: '',
  };
  second.db.athletes.create('athlete-2', athlete, '2026-01-02T03:04:05.000Z');
  server.child.kill('SIGCONT');
  const reply = await server.call('athletes.create', { name: 'Third' });
  expect(reply).toMatchObject({ ok: false, error: { code: 'library_lost' } });
  server.child.kill('SIGTERM');
  await server.ended;
  expect(second.db.athletes.list().map(({ name }) => name)).toEqual(['First', 'Second']);
  // What the first one gave back was not its any more.
  expect(statSync(join(library(), 'library.lock')).isDirectory()).toBe(true);
  await second.close();
});
