import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient, runJob } from '../../shared/contract/client.ts';
import { runDbTask } from '../db/dbTasks.ts';
import { filledLibrary } from '../db/testLibrary.testkit.ts';
import { folderOwner } from '../files/cleanup.ts';
import { libraryLayout, makeFolders } from '../files/layout.ts';
import { type OpenOptions, openLibrary } from './library.ts';
import { openTestHost } from './testHost.testkit.ts';
import { openMemoryWire } from './wire.testkit.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'midstance-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const layout = () => libraryLayout(folder);
const video = (letter: string): string => `${letter.repeat(64)}.mp4`;
const ID = '0190f1c2-0000-7000-8000-000000000001';
const put = (path: string, content = 'x'): void => {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
};
const reopen = async (options?: OpenOptions) => {
  const library = await openLibrary(folder, options);
  const copies = library.db.files.copies();
  await library.close();
  return copies;
};
/** Every file below the folder with its content, without what a database and a log keep for themselves. */
function contents(below: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(below, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !/library\.|midstance.*log$/.test(entry.name))
      found.set(path.slice(below.length + 1), readFileSync(path, 'utf8'));
  }
  return found;
}
/** A library that was opened and closed twice with these videos unknown to its database. */
async function filledWith(...names: string[]): Promise<void> {
  await reopen();
  for (const name of names) put(join(layout().videos, name));
}

it('leaves everything alone that is not of its own form, however often it starts', async () => {
  const foreign = [
    ...['videos/holiday.mp4', 'videos/deep/er.mov', `videos/${'A'.repeat(64)}.mp4`, 'videos/abc.mp4'],
    ...['exports/taxes/2025.pdf', 'exports/report.html', 'derived/notes.txt', 'temporary/thesis.docx'],
    ...['temporary/upload', 'found/keys.txt', 'restored/photo.jpg', 'before-restore-mine/a.txt', 'a.txt'],
    ...['before-restore-2026/b.txt', 'snapshots/mine.db', `videos/${'a'.repeat(64)}.mp4.part`],
  ];
  for (const path of foreign) put(join(folder, path), path);
  for (let start = 0; start < 3; start += 1) {
    await reopen();
    const now = contents(folder);
    expect(foreign.filter((path) => now.get(path) !== path)).toEqual([]);
  }
});

describe('files that the database does not know', () => {
  it('are put aside with a date, from the second start of that database on, and nothing is removed', async () => {
    const own = [
      ...[`videos/${video('a')}`, `derived/${'b'.repeat(64)}/thumbnail-000.jpg`, `exports/${ID}/report.html`],
      `temporary/import-${ID}/video`,
    ];
    for (const path of own) put(join(folder, path), path);
    await expect(openLibrary(folder)).rejects.toMatchObject({ code: 'library_missing' });
    await reopen({ choice: { kind: 'new' } });
    expect(own.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
    await reopen({ now: () => new Date('2026-03-04T05:06:07.890Z') });
    const now = contents(folder);
    for (const path of own) {
      expect(now.get(path)).toBeUndefined();
      expect(now.get(`found/2026-03-04T05-06-07Z/${path}`)).toBe(path);
    }
  });

  it.each([
    ['gone', () => rmSync(layout().database)],
    ['of no bytes', () => writeFileSync(layout().database, '')],
  ])('stay where the database is %s: that is refused until the coach chooses', async (_, happen) => {
    await filledWith(video('a'), video('b'));
    happen();
    const before = contents(folder);
    for (let start = 0; start < 3; start += 1)
      await expect(openLibrary(folder)).rejects.toMatchObject({ code: 'library_missing' });
    expect(contents(folder)).toEqual(before);
  });

  it('stay where an older copy of the database took its place, and come back to the newer one', async () => {
    const db = filledLibrary(join(folder, 'library.db'));
    db.files.setPlace('ab'.repeat(32), { storage: 'copy', place: `${'ab'.repeat(32)}.mp4`, bytes: 9 });
    db.close();
    makeFolders(layout());
    put(join(layout().videos, `${'ab'.repeat(32)}.mp4`), 'the video');
    await reopen();
    copyFileSync(layout().database, join(folder, 'newer'));
    // Of before the video was imported.
    await reopen();
    const older = await openLibrary(folder);
    older.db.clips.remove('clip-0001');
    older.db.files.removeUnused();
    await older.close();
    copyFileSync(layout().database, join(folder, 'older'));
    copyFileSync(join(folder, 'newer'), layout().database);
    for (let i = 0; i < 4; i += 1) await reopen();
    copyFileSync(join(folder, 'older'), layout().database);
    await reopen();
    expect(readdirSync(layout().videos)).toEqual([`${'ab'.repeat(32)}.mp4`]);
    // Now it is the one that owns the folder, and puts aside what it does not know.
    await reopen();
    expect(readdirSync(layout().videos)).toEqual([]);
    expect([...contents(layout().found).values()]).toEqual(['the video']);
    copyFileSync(join(folder, 'newer'), layout().database);
    await reopen();
    expect([...contents(layout().videos)]).toEqual([[`${'ab'.repeat(32)}.mp4`, 'the video']]);
    expect(readdirSync(layout().found)).toEqual([]);
  });

  it('stay where the database of another library took its place', async () => {
    await filledWith(video('a'));
    const other = join(folder, 'other');
    for (let i = 0; i < 5; i += 1) await (await openLibrary(other)).close();
    copyFileSync(join(other, 'library.db'), layout().database);
    await reopen();
    expect(readdirSync(layout().videos)).toEqual([video('a')]);
  });
});

describe('a copy of the database', () => {
  it('is taken in place of a damaged one, which is kept, wherever that is stopped', async () => {
    await reopen();
    const athlete = { name: 'Ann', groups: [], heightM: null, birthYear: null, consent: null, notes: '' };
    const legs = { leftLengthM: null, rightLengthM: null, remark: null };
    const library = await openLibrary(folder);
    library.db.athletes.create('athlete-1', { ...athlete, legs }, '2026-01-02T03:04:05.000Z');
    mkdirSync(join(folder, 'snapshots'), { recursive: true });
    const target = join(folder, 'snapshots', '2026-01-02T03-04-05Z.db');
    await runDbTask({ kind: 'copy', database: layout().database, target });
    await library.close();
    writeFileSync(layout().database, Buffer.alloc(20_000, 'damaged'));
    await expect(openLibrary(folder)).rejects.toMatchObject({ code: 'library_damaged' });
    const id = 'snapshot-2026-01-02T03-04-05Z';
    const now = () => new Date('2026-05-06T07:08:09.000Z');
    const taken = await openLibrary(folder, { choice: { kind: 'copy', id }, now });
    expect(taken.db.athletes.list().map(({ name }) => name)).toEqual(['Ann']);
    await taken.close();
    const kept = readFileSync(join(folder, 'replaced-2026-05-06T07-08-09Z', 'library.db'), 'utf8');
    expect(kept).toMatch(/^damaged/);
    // Stopped between the two: the present one is aside, the next one not in its place yet.
    cpSync(layout().database, join(folder, 'library.db.next'));
    rmSync(layout().database);
    await reopen();
    expect(existsSync(join(folder, 'library.db.next'))).toBe(false);
  });

  it('that is damaged itself, or not there, changes nothing', async () => {
    await reopen();
    put(join(folder, 'snapshots', '2026-01-02T03-04-05Z.db'), 'y'.repeat(5000));
    const before = readFileSync(layout().database);
    for (const [id, code] of [
      ['snapshot-2026-01-02T03-04-05Z', 'copy_damaged'],
      ['snapshot-2026-01-02T03-04-06Z', 'not_found'],
      ['../library', 'not_found'],
    ] as const) {
      const choice = { kind: 'copy' as const, id };
      await expect(openLibrary(folder, { choice })).rejects.toMatchObject({ code });
    }
    expect(readFileSync(layout().database).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.startsWith('replaced'))).toEqual([]);
    await reopen();
  });

  it('from before a backup was restored brings its videos back', async () => {
    await reopen();
    const aside = join(folder, 'before-restore-2026-01-02T03-04-05Z');
    const db = filledLibrary(join(folder, 'its.db'));
    db.files.setPlace('ab'.repeat(32), { storage: 'copy', place: `${'ab'.repeat(32)}.mp4`, bytes: 9 });
    db.close();
    put(join(aside, 'videos', `${'ab'.repeat(32)}.mp4`), 'its video');
    copyFileSync(join(folder, 'its.db'), join(aside, 'library.db'));
    await reopen({ choice: { kind: 'copy', id: 'before-restore-2026-01-02T03-04-05Z' } });
    expect([...contents(layout().videos).values()]).toEqual(['its video']);
  });
});

it('a deletion that was stopped after its rows is finished at the next start, and leaves nothing in what is found', async () => {
  const sha256 = 'ab'.repeat(32);
  makeFolders(layout());
  const made = filledLibrary(layout().database);
  made.files.setPlace(sha256, { storage: 'copy', place: `${sha256}.mp4`, bytes: 9 });
  made.close();
  await reopen();
  put(join(layout().videos, `${sha256}.mp4`));
  put(join(layout().derived, sha256, 'thumbnail-000.jpg'));
  put(join(layout().videos, video('c')));
  expect(await reopen()).toEqual(new Set([`${sha256}.mp4`]));
  const library = await openLibrary(folder);
  const [athlete] = library.db.athletes.list();
  library.db.transaction(() => {
    library.db.athletes.remove(athlete?.id ?? '');
    library.db.forgotten.add(athlete?.id ?? '');
  });
  await library.close();
  put(join(layout().exports, ID, 'report.html'));
  put(join(folder, 'library.db.v9.bak'));

  expect(await reopen()).toEqual(new Set());
  const names = [...contents(folder).keys()].filter((name) => !name.startsWith('logs'));
  expect(names).toEqual([expect.stringMatching(new RegExp(`^found/[^/]+/videos/${video('c')}$`))]);
  expect(existsSync(join(folder, 'library.db.v9.bak'))).toBe(false);
});

it('a video that is imported comes out of what was found, and deleting its athlete clears what was found of it', async () => {
  const app = await openTestHost();
  try {
    const wire = await openMemoryWire(app.host);
    const client = createClient(wire.transport);
    const places = libraryLayout(app.library);
    const sha256 = createHash('sha256').update(readFileSync(app.sample)).digest('hex');
    const generation = folderOwner(places)?.generation ?? 0;
    const { id: athleteId } = await client.athletes.create({ name: 'Ann' });
    const { id: sessionId } = await client.sessions.create({ athleteId, date: '2026-01-02' });
    const foundFolder = join(places.found, '2025-01-02T03-04-05Z');
    const lay = () => {
      put(join(foundFolder, 'videos', `${sha256}.mp4`), 'a copy');
      put(join(foundFolder, 'videos', video('c')), 'another');
      put(join(foundFolder, 'exports', ID, 'report.html'), 'Ann');
      put(join(foundFolder, 'temporary', `import-${ID}`, 'video'), 'Ann');
    };
    lay();
    const { token } = await app.host.addChosenFile(app.sample);
    await runJob(wire.transport, 'clips.import', { token, sessionId, role: 'side_left', mode: 'copy' });
    expect([...contents(places.found).values()].sort()).toEqual(['Ann', 'Ann', 'another']);
    // An older copy of the database would not know the video: the folder says so.
    expect(folderOwner(places)?.generation).toBe(generation + 1);
    lay();
    expect((await client.library.state({})).found).toMatchObject({ files: 4, since: '2025-01-02T03:04:05Z' });
    await client.athletes.delete({ id: athleteId });
    expect([...contents(places.found).values()]).toEqual(['another']);
    await client.library.removeFound({});
    expect((await client.library.state({})).found).toBeNull();
    expect(readdirSync(places.found)).toEqual([]);
  } finally {
    await app.close();
  }
});
