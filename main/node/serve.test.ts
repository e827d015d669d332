import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sliceOf } from '../files/trust.testkit.ts';
import { type Served, serveProcesses } from './serve.testkit.ts';

const { folder, library, start, startWith } = serveProcesses();
const NOTHING_WRITTEN = /^Nothing can be written to .*Check/;
/** Read-only disks are made of memory, which only root may do. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0;
const video = `${'ab'.repeat(32)}.mp4`;

/** One sentence and what to do, no stack. */
async function expectRefusal(server: Served, exit: number, says: RegExp): Promise<void> {
  expect(await server.ended).toEqual([exit, null]);
  expect(server.output()).toMatch(says);
  expect(server.output().trim().split('\n')).toHaveLength(1);
  expect(server.output()).not.toMatch(/\n\s+at |\.ts:\d/);
}

it('prints its address, answers, and gives the library back when it is asked to stop', async () => {
  const server = start();
  expect(await server.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
  expect(await server.call('athletes.create', { name: 'Ann' })).toMatchObject({ ok: true });
  server.child.kill('SIGTERM');
  expect(await server.ended).toEqual([0, null]);
  expect(readdirSync(library()).filter((name) => /owner|lock/.test(name))).toEqual([]);
});

it('says in one sentence that the library is open elsewhere', async () => {
  await start().url();
  await expectRefusal(start(), 1, /^Another window of Midstance has this library open\. Close it/);
});

it('starts again after kill -9 with everything that was committed', async () => {
  const first = start();
  await first.call('athletes.create', { name: 'Ann' });
  first.child.kill('SIGKILL');
  await first.ended;
  expect(await start().call('athletes.list', {})).toMatchObject({ ok: true, value: [{ name: 'Ann' }] });
});

describe('started wrong, it says so in one sentence with a next step:', () => {
  const BAD_USAGE = [
    [['--library', '']],
    [['--port', '70000']],
    [['--what']],
    [['--library', ' ']],
    [['--take-copy', 'x', '--new-library']],
  ];
  it.each(sliceOf(BAD_USAGE, 1))('bad usage %j', async (args) => {
    const server = startWith(args);
    await expectRefusal(server, 2, /--help/);
    // No library began in the folder that it stood in.
    expect(readdirSync(folder())).toEqual([]);
  });

  it('a port that is in use, and the library is given back', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    await expectRefusal(start('--port', port), 1, new RegExp(`^Port ${port} cannot be used.*--port`));
    other.close();
    expect(await start().call('athletes.list', {})).toMatchObject({ ok: true });
  });

  it.each(sliceOf(['file/below', 'file'], 1))(
    'a path that is a file, or leads through one: %s',
    async (path) => {
      writeFileSync(join(folder(), 'file'), 'x');
      await expectRefusal(
        startWith(['--library', join(folder(), path)]),
        1,
        /is a file, not a folder\. Choose/,
      );
      expect(readFileSync(join(folder(), 'file'), 'utf8')).toBe('x');
    },
  );

  it('a folder in which nothing can be made', async () => {
    await expectRefusal(startWith(['--library', '/proc/midstance/library']), 1, NOTHING_WRITTEN);
  });

  it.skipIf(!canMount)('a disk that is read-only, with a library on it and without', async () => {
    const disk = join(folder(), 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', disk]);
    try {
      const first = startWith(['--library', join(disk, 'library')]);
      await first.call('athletes.create', { name: 'Ann' });
      first.child.kill('SIGTERM');
      await first.ended;
      execFileSync('mount', ['-o', 'remount,ro', disk]);
      await expectRefusal(startWith(['--library', join(disk, 'library')]), 1, NOTHING_WRITTEN);
      await expectRefusal(startWith(['--library', join(disk, 'other')]), 1, NOTHING_WRITTEN);
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  const LONG = ['x'.repeat(520), join(...Array.from({ length: 60 }, () => 'part56789'))];
  it.each(sliceOf(LONG, 1))(
    'a path of more than 500 characters, in one part or in many: %s',
    async (path) => {
      const server = startWith(['--library', join(folder(), path)]);
      await expectRefusal(server, 1, /^The path .* too long.*shorter/);
    },
  );

  it('a database that is damaged: with what can be done, and what is there stays', async () => {
    mkdirSync(library());
    const damaged = Buffer.alloc(8192, 'no database');
    writeFileSync(join(library(), 'library.db'), damaged);
    const server = start();
    await server.url();
    await expect.poll(server.output).toMatch(/^The database of the library is damaged\./m);
    expect(server.output()).not.toMatch(/\n\s+at /);
    expect(await server.call('athletes.list', {})).toMatchObject({ error: { code: 'library_damaged' } });
    expect(readFileSync(join(library(), 'library.db')).equals(damaged)).toBe(true);
  });

  const MARKERS: readonly [string, string][] = [
    ['restored.json', ''],
    ['restored.json', '{"aside":"../elsewhere","madeAt":""}'],
    ['library.owner.json', ''],
    ['library.generation.json', ''],
    ['library.generation.json', '[]'],
  ];
  it.each(sliceOf(MARKERS, 1))(
    'a marker file %s that says %j keeps nothing from opening',
    async (name, content) => {
      mkdirSync(join(library(), 'videos'), { recursive: true });
      mkdirSync(join(library(), 'restored'));
      writeFileSync(join(library(), name), content);
      writeFileSync(join(library(), 'restored', 'notes.txt'), 'foreign');
      const first = start();
      expect(await first.call('athletes.create', { name: 'Ann' })).toMatchObject({ ok: true });
      first.child.kill('SIGTERM');
      expect(await first.ended).toEqual([0, null]);
      expect(readFileSync(join(library(), 'restored', 'notes.txt'), 'utf8')).toBe('foreign');
    },
  );
});

describe('a filled folder without its database', () => {
  it('is refused with the newest copy, loses nothing, and opens with that copy', async () => {
    const first = start();
    await first.call('athletes.create', { name: 'Ann' });
    first.child.kill('SIGTERM');
    await first.ended;
    writeFileSync(join(library(), 'videos', video), 'video');
    // The app may have made one of its own meanwhile.
    rmSync(join(library(), 'snapshots'), { recursive: true, force: true });
    mkdirSync(join(library(), 'snapshots'));
    const copy = join(library(), 'snapshots', '2026-01-02T03-04-05Z.db');
    writeFileSync(copy, readFileSync(join(library(), 'library.db')));
    rmSync(join(library(), 'library.db'));

    const refused = start();
    await refused.url();
    await expect.poll(refused.output).toMatch(/--take-copy snapshot-2026-01-02T03-04-05Z\n/);
    expect(refused.output()).toMatch(/^The library folder .* but not its database\./m);
    expect(await refused.call('athletes.list', {})).toMatchObject({ error: { code: 'library_missing' } });
    refused.child.kill('SIGTERM');
    await refused.ended;
    expect(readdirSync(join(library(), 'videos'))).toEqual([video]);

    const taken = start('--take-copy', 'snapshot-2026-01-02T03-04-05Z');
    expect(await taken.call('athletes.list', {})).toMatchObject({ value: [{ name: 'Ann' }] });
    expect(readdirSync(join(library(), 'videos'))).toEqual([video]);
  });

  it('begins anew when it is told to, and still loses nothing', async () => {
    mkdirSync(join(library(), 'videos'), { recursive: true });
    writeFileSync(join(library(), 'videos', video), 'video');
    writeFileSync(join(library(), 'library.db'), '');
    for (const args of [['--new-library'], [], []]) {
      const server = start(...args);
      expect(await server.call('athletes.list', {})).toMatchObject({ ok: true, value: [] });
      server.child.kill('SIGTERM');
      await server.ended;
    }
    const found = readdirSync(join(library(), 'found'), { recursive: true, encoding: 'utf8' });
    expect(found.some((name) => name.endsWith(video))).toBe(true);
  });
});
