import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient, runJob } from '../../shared/contract/client.ts';
import type { Clip } from '../../shared/contract/clipSchemas.ts';
import { FRAME_STRIDE } from '../../shared/pose/track.ts';
import { libraryLayout } from '../files/layout.ts';
import { stageRestored, takeRestored } from '../files/restored.ts';
import { openLibrary } from './library.ts';
import { openTestHost, SAMPLE, type TestHost } from './testHost.testkit.ts';

const transport = ({ host }: TestHost) => ({ call: host.dispatch, onEvent: host.onEvent });

describe('a backup of the library', () => {
  let app: TestHost;
  let ids: { athleteId: string; sessionId: string };
  beforeEach(async () => {
    app = await openTestHost();
    ids = await runJob(transport(app), 'sample.import', {});
  });
  afterEach(() => app.close());

  const backup = async (): Promise<string> => {
    const { exportId, files } = await runJob(transport(app), 'backup.make', {});
    expect(files.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^midstance-backup-\d{4}-\d\d-\d\d\.tar$/),
    ]);
    return join(app.library, 'exports', exportId, files[0]?.name ?? '');
  };
  const clipsIn = async ({ host }: TestHost) => {
    const reply = await host.dispatch('clips.list', { sessionId: ids.sessionId });
    return reply.ok ? (reply.value as Clip[]) : undefined;
  };
  const restore = async (file: string, to = app) => {
    const { token } = await to.host.addChosenFile(file);
    return runJob(transport(to), 'backup.restore', { token });
  };

  it('comes back in another library at its next start, with its videos and pictures, and the old one is kept', async () => {
    const other = await openTestHost();
    const file = await backup();
    const told = await restore(file, other);
    expect(told).toMatchObject({ athletes: 1, clips: 1 });
    const waiting = () => other.host.dispatch('backup.waiting', {});
    expect(await waiting()).toMatchObject({ value: { madeAt: told.madeAt } });
    // Thought better of, and done again.
    await other.host.dispatch('backup.forget', {});
    expect(await waiting()).toMatchObject({ value: { madeAt: null } });
    await restore(file, other);
    await other.host.close();
    const restored = await openLibrary(other.library);
    const [clip] = restored.db.clips.list(ids.sessionId);
    expect(restored.db.athletes.get(ids.athleteId).name).toBe('Sample runner');
    const video = join(restored.layout.videos, restored.db.files.get(clip?.sha256 ?? '').place);
    expect(createHash('sha256').update(readFileSync(video)).digest('hex')).toBe(clip?.sha256);
    expect(readdirSync(join(restored.layout.derived, clip?.sha256 ?? '')).length).toBeGreaterThan(0);
    const aside = readdirSync(other.library).find((name) => name.startsWith('before-restore-')) ?? '';
    expect(readdirSync(join(other.library, aside))).toContain('library.db');
    expect(existsSync(join(other.library, 'restored.json'))).toBe(false);
    await restored.close();
    rmSync(other.folder, { recursive: true, force: true });
  });

  it('is kept once: the next backup and the next start make room', async () => {
    await backup();
    await backup();
    const kept = () => readdirSync(join(app.library, 'exports')).length;
    expect(kept()).toBe(1);
    await app.host.close();
    await (await openLibrary(app.library)).close();
    expect(kept()).toBe(0);
    app = await openTestHost();
  });

  it('is refused where it is damaged, cut short, of another kind or of tomorrow, and nothing changes', async () => {
    const whole = readFileSync(await backup());
    const place = join(app.folder, 'given.tar');
    const refused = async (bytes: Buffer, why: RegExp) => {
      writeFileSync(place, bytes);
      await expect(restore(place)).rejects.toMatchObject({
        code: 'bad_backup',
        params: { why: expect.stringMatching(why) },
      });
    };
    const damaged = Buffer.from(whole);
    const page = damaged.indexOf('SQLite format 3') + 5000;
    damaged.writeUInt8(damaged.readUInt8(page) ^ 1, page);
    await refused(damaged, /damaged/);
    // Without its whole database there is nothing to take.
    await refused(whole.subarray(0, page), /missing/);
    await refused(Buffer.from('no tar at all'), /holds no library/);
    const tomorrow = Buffer.from(whole);
    tomorrow.write('"version":9', tomorrow.indexOf('"version":1'));
    await refused(tomorrow, /newer version/);
    const elsewhere = Buffer.from(whole);
    elsewhere.write('../../../', elsewhere.indexOf('"name":"derived') + 8);
    await refused(elsewhere, /holds no library/);
    expect(readdirSync(app.library).filter((name) => name.startsWith('restored'))).toEqual([]);
    expect(readdirSync(join(app.library, 'temporary'))).toEqual([]);
  });

  it('with a wrong bit, or broken off, brings what is whole and names the rest', async () => {
    const whole = readFileSync(await backup());
    const place = join(app.folder, 'given.tar');
    const video = whole.lastIndexOf('ftyp');
    expect(video).toBeGreaterThan(0);
    const flipped = Buffer.from(whole);
    flipped.writeUInt8(flipped.readUInt8(video + 40) ^ 1, video + 40);
    for (const bytes of [flipped, whole.subarray(0, video + 2000)]) {
      const other = await openTestHost();
      writeFileSync(place, bytes);
      const told = await restore(place, other);
      expect(told).toMatchObject({ athletes: 1, clips: 1 });
      expect(told.lost).toEqual([
        { fileName: 'run.mp4', athlete: 'Sample runner', date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
      ]);
      await other.host.close();
      const again = await openTestHost(undefined, { library: other.library });
      const [clip] = (await clipsIn(again)) ?? [];
      expect(clip).toMatchObject({ missing: true });
      expect(readdirSync(join(again.library, 'videos'))).toEqual([]);
      // And comes back with its video.
      const { token } = await again.host.addChosenFile(app.sample);
      const found = await runJob(transport(again), 'clips.findFile', { id: clip?.id ?? '', token });
      expect(found).toMatchObject({ missing: false, damaged: false });
      await again.close();
      rmSync(other.folder, { recursive: true, force: true });
    }
  });

  it('is written in spite of a damaged and a missing video, says whose they are, and comes back', async () => {
    const [clip] = (await clipsIn(app)) ?? [];
    const [video = ''] = readdirSync(join(app.library, 'videos'));
    const stored = join(app.library, 'videos', video);
    const bytes = readFileSync(stored);
    bytes.writeUInt8(bytes.readUInt8(900) ^ 4, 900);
    writeFileSync(stored, bytes);
    const made = await runJob(transport(app), 'backup.make', {});
    const named = { fileName: 'run.mp4', athlete: 'Sample runner' };
    expect(made.damaged).toEqual([expect.objectContaining({ ...named, state: 'damaged' })]);
    // The clip knows it now.
    expect((await clipsIn(app))?.[0]).toMatchObject({ id: clip?.id, damaged: true });
    const tar = join(app.library, 'exports', made.exportId, made.files[0]?.name ?? '');
    expect(await restore(tar)).toMatchObject({ clips: 1, lost: [named] });
    await app.host.dispatch('backup.forget', {});
    rmSync(stored);
    const without = await runJob(transport(app), 'backup.make', {});
    expect(without.damaged).toEqual([expect.objectContaining({ ...named, state: 'missing' })]);
  });

  it('lists no exports that did not come', async () => {
    const [clip] = (await clipsIn(app)) ?? [];
    const run = { model: 'full', modelSha256: 'ab'.repeat(32), backend: 'litert', settings: {} };
    const client = createClient(transport(app));
    const { runId } = await client.pose.begin({ clipId: clip?.id ?? '', ...run });
    const rows = new Float32Array(SAMPLE.frames * FRAME_STRIDE).fill(9);
    const data = Buffer.from(rows.buffer).toString('base64');
    await client.pose.saveChunk({ runId, index: 0, firstFrame: 0, frames: SAMPLE.frames, data });
    await client.pose.finish({ runId });
    await runJob(transport(app), 'analysis.run', { sessionId: ids.sessionId, startDate: null });
    await runJob(transport(app), 'exports.run', { sessionId: ids.sessionId, formats: ['analysis.json'] });
    const listed = (host: TestHost) => host.host.dispatch('exports.list', { sessionId: ids.sessionId });
    expect(await listed(app)).toMatchObject({ value: [{ files: [{ name: 'analysis.json' }] }] });
    const file = await backup();
    // By hand the folder can go too.
    for (const name of readdirSync(join(app.library, 'exports')))
      if (!file.includes(name)) rmSync(join(app.library, 'exports', name), { recursive: true });
    expect(await listed(app)).toMatchObject({ value: [] });
    await restore(file);
    await app.host.close();
    const again = await openTestHost(undefined, { library: app.library });
    expect(await listed(again)).toMatchObject({ value: [] });
    await again.host.close();
    app = await openTestHost();
  });

  it('finds a video again that lies elsewhere, and takes no other for it', async () => {
    const clip = (await app.host.dispatch('clips.list', { sessionId: ids.sessionId })) as {
      value: { id: string; sha256: string; missing: boolean }[];
    };
    const { id = '', sha256 = '' } = clip.value[0] ?? {};
    const [video = ''] = readdirSync(join(app.library, 'videos'));
    const moved = join(app.folder, 'renamed by hand.mp4');
    renameSync(join(app.library, 'videos', video), moved);
    const wrong = join(app.folder, 'wrong.mp4');
    writeFileSync(wrong, Buffer.concat([readFileSync(moved), Buffer.from('x')]));
    const find = async (file: string) =>
      runJob(transport(app), 'clips.findFile', { id, token: (await app.host.addChosenFile(file)).token });
    await expect(find(wrong)).rejects.toMatchObject({ code: 'other_file' });
    expect(await find(moved)).toMatchObject({ id, sha256, missing: false });
    expect(existsSync(moved)).toBe(true);
  });
});

describe('a restored library that is taken in', () => {
  it('is none where only the word of it was written: the library stays, and nothing is put aside', () => {
    const root = mkdtempSync(join(tmpdir(), 'midstance-restored-'));
    try {
      writeFileSync(join(root, 'library.db'), 'old');
      const told = { aside: 'before-restore-2026-03-02T10-00-00Z', madeAt: '2026-03-01T09:00:00.000Z' };
      writeFileSync(join(root, 'restored.json'), JSON.stringify(told));
      expect(takeRestored(libraryLayout(root))).toBe(false);
      expect(readdirSync(root)).toEqual(['library.db']);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });

  it('ends in one piece wherever the start before was stopped', async () => {
    const root = mkdtempSync(join(tmpdir(), 'midstance-restored-'));
    const layout = libraryLayout(root);
    const write = (folder: string, word: string) => {
      for (const part of ['videos', 'derived', 'exports']) {
        mkdirSync(join(folder, part), { recursive: true });
        writeFileSync(join(folder, part, word), word);
      }
      writeFileSync(join(folder, 'library.db'), word);
    };
    try {
      for (let stop = 0; stop < 8; stop++) {
        rmSync(root, { recursive: true, force: true });
        mkdirSync(root);
        write(root, 'old');
        writeFileSync(join(root, 'library.db-wal'), 'old');
        write(join(root, 'work'), 'new');
        await stageRestored(
          layout,
          join(root, 'work'),
          '2026-03-01T09:00:00.000Z',
          '2026-03-02T10:00:00.123Z',
        );
        const aside = join(root, 'before-restore-2026-03-02T10-00-00Z');
        // As far as a start came that was stopped after so many moves.
        const moves: [string, string][] = [[join(root, 'library.db-wal'), join(aside, 'library.db-wal')]];
        for (const part of ['videos', 'derived', 'exports', 'library.db']) {
          moves.push([join(root, part), join(aside, part)], [join(root, 'restored', part), join(root, part)]);
        }
        mkdirSync(aside, { recursive: true });
        for (const [from, to] of moves.slice(0, stop)) renameSync(from, to);
        expect(takeRestored(layout)).toBe(true);
        expect(readFileSync(layout.database, 'utf8'), `stopped after ${stop}`).toBe('new');
        expect(readFileSync(join(aside, 'library.db'), 'utf8')).toBe('old');
        expect(readdirSync(layout.videos)).toEqual(['new']);
        expect(existsSync(join(root, 'library.db-wal'))).toBe(false);
        expect(takeRestored(layout)).toBe(false);
        expect(readFileSync(layout.database, 'utf8')).toBe('new');
      }
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
