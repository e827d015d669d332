import { createHash } from 'node:crypto';
import {
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
import { buffer } from 'node:stream/consumers';
import { extract, type Header, pack } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runJob } from '../../shared/contract/client.ts';
import type { Clip } from '../../shared/contract/clipSchemas.ts';
import type { Output } from '../../shared/contract/handlers.ts';
import { connect, type Db } from '../db/connection.ts';
import { vetLibrary } from '../db/vetLibrary.ts';
import { openTestHost, type TestHost } from './testHost.testkit.ts';

const transport = ({ host }: TestHost) => ({ call: host.dispatch, onEvent: host.onEvent });
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
interface Part {
  readonly name: string;
  readonly bytes: Buffer;
  /** What the tar says of it, where that is another thing than a file. */
  readonly header?: Partial<Header>;
}

let giver: TestHost;
let taker: TestHost;
let parts: Part[];
let work: string;
let ids: { athleteId: string; sessionId: string };
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'midstance-hostile-'));
  giver = await openTestHost();
  ids = await runJob(transport(giver), 'sample.import', {});
  const { exportId, files } = await runJob(transport(giver), 'backup.make', {});
  parts = await partsOf(readFileSync(join(giver.library, 'exports', exportId, files[0]?.name ?? '')));
  taker = await openTestHost();
  await taker.host.dispatch('athletes.create', { name: 'Own athlete' });
});
afterAll(async () => {
  await giver.close();
  await taker.close();
  rmSync(work, { recursive: true });
});

/** The files of a backup without its manifest. */
async function partsOf(tar: Buffer): Promise<Part[]> {
  const found: Part[] = [];
  const reader = extract();
  reader.end(tar);
  for await (const entry of reader) found.push({ name: entry.header.name, bytes: await buffer(entry) });
  return found.filter(({ name }) => name !== 'manifest.json');
}

/** The backup with a database that was changed by hand, whose sums are all right. */
function withDatabase(change: (db: Db) => void): Part[] {
  const file = join(work, 'changed.db');
  writeFileSync(file, databaseOf(parts));
  const db = connect(file);
  db.pragma('foreign_keys = OFF');
  change(db);
  db.close();
  const bytes = readFileSync(file);
  return parts.map((part) => (part.name === 'library.db' ? { name: part.name, bytes } : part));
}

const databaseOf = (all: readonly Part[]): Buffer =>
  all.find(({ name }) => name === 'library.db')?.bytes ?? Buffer.alloc(0);

async function tarOf(all: readonly Part[], listed: readonly Part[] = all): Promise<Buffer> {
  const tar = pack();
  const manifest = {
    format: 'midstance-backup',
    version: 1,
    app_version: '1.2.3',
    made_at: '2026-03-01T09:00:00.000Z',
    files: listed.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })),
  };
  tar.entry({ name: 'manifest.json' }, JSON.stringify(manifest));
  for (const { name, bytes, header } of all) tar.entry({ ...header, name }, header ? Buffer.alloc(0) : bytes);
  tar.finalize();
  return buffer(tar);
}

async function restore(tar: Buffer, to = taker): Promise<Output<'backup.restore'>> {
  const file = join(work, 'given.tar');
  writeFileSync(file, tar);
  const { token } = await to.host.addChosenFile(file);
  return runJob(transport(to), 'backup.restore', { token });
}

/** Everything below a folder, as text. */
const listing = (folder: string): string[] => (readdirSync(folder, { recursive: true }) as string[]).sort();

async function isRefused(tar: Buffer, what: string): Promise<void> {
  const before = listing(taker.folder);
  await expect(restore(tar), what).rejects.toMatchObject({ code: 'bad_backup' });
  const without = (names: string[]) => names.filter((name) => !/logs|snapshots/.test(name));
  expect(without(listing(taker.folder)), what).toEqual(without(before));
  expect(await taker.host.dispatch('backup.waiting', {}), what).toMatchObject({ value: { madeAt: null } });
}

describe('a backup whose database was made by somebody else', () => {
  const run =
    (sql: string, ...values: unknown[]) =>
    (db: Db) =>
      void db.prepare(sql).run(...values);
  const hash = () => parts.flatMap(({ name }) => /^videos\/([0-9a-f]{64})/.exec(name)?.[1] ?? [])[0] ?? '';
  it.each<[string, (db: Db) => void]>([
    [
      'a hash that is a way out',
      (db) => {
        db.prepare("UPDATE files SET sha256 = '../../documents', place = '../../documents'").run();
        db.prepare("UPDATE clips SET file_sha256 = '../../documents'").run();
      },
    ],
    ['a place outside', run("UPDATE files SET place = '../../../secret.mp4'")],
    ['a place of another video', run('UPDATE files SET place = ?', `${'ef'.repeat(32)}.mp4`)],
    ['an id of a way', run("UPDATE athletes SET id = '../athlete'")],
    ['a trigger', (db) => db.exec('CREATE TRIGGER t AFTER INSERT ON clips BEGIN DELETE FROM athletes; END')],
    [
      'a view',
      (db) => db.exec('DROP TABLE exercise_changes; CREATE VIEW exercise_changes AS SELECT 1 AS exercise'),
    ],
    ['a further table', (db) => db.exec('CREATE TABLE more (a)')],
    [
      'a table without its checks',
      (db) => db.exec('DROP TABLE settings; CREATE TABLE settings (id, value_json)'),
    ],
    ['a computed index', (db) => db.exec('CREATE INDEX i ON clips (lower(file_name))')],
    ['another version than its schema', (db) => db.pragma('user_version = 3')],
    ['no version', (db) => db.pragma('user_version = 0')],
    [
      'a clip of nobody',
      run(
        "INSERT INTO clips (id, session_id, file_sha256, file_name, role, view, created_at) SELECT 'clip-2222', 'nobody-1', file_sha256, file_name, role, view, created_at FROM clips",
      ),
    ],
    ['a setting that is none', run('INSERT OR REPLACE INTO settings VALUES (1, ?)', '{"language":7}')],
    ['an athlete that is none', run("UPDATE athletes SET legs_json = '{'")],
    ['a video of no frames', run("UPDATE files SET frame_times = x''")],
    [
      'more frames than there are',
      (db) =>
        void db
          .prepare(
            "INSERT INTO pose_runs VALUES ('run-00001', ?, 'm', ?, 'b', '{}', 9000000, 'finished', '')",
          )
          .run(hash(), hash()),
    ],
  ])('is refused with %s', async (what, change) => {
    const file = join(work, 'vetted.db');
    writeFileSync(file, databaseOf(withDatabase(change)));
    const options = { name: 'given.tar', videos: [], references: [] };
    expect(() => vetLibrary(file, options), what).toThrowError(
      expect.objectContaining({ code: 'bad_backup' }),
    );
    // And the same file as it was is not.
    writeFileSync(file, databaseOf(parts));
    expect(vetLibrary(file, options)).toMatchObject({ athletes: 1, clips: 1 });
  });

  it('is refused with a database that cannot be opened or is none', async () => {
    const at = (bytes: Buffer) =>
      parts.map((part) => (part.name === 'library.db' ? { name: part.name, bytes } : part));
    const whole = databaseOf(parts);
    // The header is right, and what is behind it nothing.
    await isRefused(
      await tarOf(at(Buffer.concat([whole.subarray(0, 100), Buffer.alloc(whole.length - 100, 7)]))),
      'header',
    );
    const page = Buffer.from(whole);
    page.fill(0xff, 4096 * 3, 4096 * 4);
    await isRefused(await tarOf(at(page)), 'page');
    await isRefused(await tarOf(at(Buffer.from('no database'))), 'text');
    await isRefused(await tarOf(at(Buffer.alloc(0))), 'empty');
  });

  it('brings no exports and no files of this computer, and never an ending that is a program', async () => {
    const secret = join(work, 'secret.txt');
    writeFileSync(secret, 'secret');
    const change = (db: Db) => {
      const files = JSON.stringify([
        { name: 'secret.txt', bytes: 6 },
        { name: 'run.bat', bytes: 6 },
      ]);
      db.prepare("INSERT INTO exports VALUES ('../../secret', NULL, ?, '2026-01-01T00:00:00.000Z', '')").run(
        files,
      );
      db.prepare("UPDATE files SET storage = 'reference', place = ?").run('/etc/passwd');
    };
    // An id that is a way is no id.
    await isRefused(await tarOf(withDatabase(change)), 'export id');
    const other = await openTestHost();
    const told = await restore(
      await tarOf(
        withDatabase((db) => {
          change(db);
          db.prepare("UPDATE exports SET id = 'export-0001'").run();
        }),
      ),
      other,
    );
    expect(told.lost).toHaveLength(1);
    await other.host.close();
    const again = await openTestHost(undefined, { library: other.library });
    const reply = await again.host.dispatch('clips.list', { sessionId: ids.sessionId });
    const [clip] = reply.ok ? (reply.value as Clip[]) : [];
    expect(clip).toMatchObject({ missing: true, storage: 'reference' });
    const bytes = (path: string) =>
      again.host.bytes(new URL(`http://x${path}`), new AbortController().signal);
    await expect(bytes(`/media/clips/${clip?.id}/video`)).rejects.toMatchObject({ code: 'file_missing' });
    for (const path of ['/media/exports/export-0001/run.bat', '/media/exports/..%2F..%2Fsecret/secret.txt'])
      await expect(bytes(path)).rejects.toMatchObject({ code: 'not_found' });
    await again.close();
    rmSync(other.folder, { recursive: true, force: true });
  });

  it('keeps an original elsewhere only where this library knew it', async () => {
    const reply = await giver.host.dispatch('clips.list', { sessionId: ids.sessionId });
    const clip = reply.ok ? (reply.value as Clip[])[0] : undefined;
    const asReference = (db: Db) =>
      void db.prepare("UPDATE files SET storage = 'reference', place = ?").run(giver.sample);
    const there = connect(join(giver.library, 'library.db'));
    asReference(there);
    there.close();
    expect(await restore(await tarOf(withDatabase(asReference)), giver)).toMatchObject({ lost: [] });
    await giver.host.dispatch('backup.forget', {});
    expect(await restore(await tarOf(withDatabase(asReference)))).toMatchObject({
      lost: [{ fileName: clip?.fileName }],
    });
    await taker.host.dispatch('backup.forget', {});
  });

  it('takes a video under the ending of a program as one without an ending', async () => {
    const change = (db: Db) => void db.prepare("UPDATE files SET place = sha256 || '.bat'").run();
    const renamed = withDatabase(change).map((part) => ({
      ...part,
      name: part.name.replace(/\.mp4$/, '.bat'),
    }));
    expect(await restore(await tarOf(renamed))).toMatchObject({ lost: [] });
    expect(readdirSync(join(taker.library, 'restored', 'videos'))).toEqual([hash()]);
    await taker.host.dispatch('backup.forget', {});
  });
});

describe('a backup whose archive was made by somebody else', () => {
  it('is refused with links, devices, folders and names that are no parts of it', async () => {
    const outside = join(taker.folder, 'outside');
    mkdirSync(outside, { recursive: true });
    const nothing = Buffer.alloc(0);
    const name = `videos/${'cd'.repeat(32)}.mp4`;
    const headers: Partial<Header>[] = [
      { type: 'symlink', linkname: '/etc/passwd' },
      { type: 'symlink', linkname: outside },
      { type: 'link', linkname: '../../library.db' },
      { type: 'character-device' },
      { type: 'block-device' },
      { type: 'fifo' },
      { type: 'directory' },
    ];
    for (const header of headers) {
      const odd = { name, bytes: nothing, header };
      await isRefused(await tarOf([...parts, odd]), String(header.type));
      // Before everything else, so that what follows would go through it.
      await isRefused(await tarOf([odd, ...parts]), `${header.type} first`);
    }
    for (const way of [
      '../outside/x',
      '/tmp/x',
      'videos/../../outside/x',
      '..\\outside\\x',
      'videos/x.mp4',
      'library.db-wal',
    ]) {
      const odd = { name: way, bytes: Buffer.from('x') };
      await isRefused(await tarOf([...parts, odd]), way);
      await isRefused(await tarOf([...parts, odd], parts), `${way}, not listed`);
    }
    expect(readdirSync(outside)).toEqual([]);
    expect(existsSync(join(taker.library, 'restored.json'))).toBe(false);
  });
});
