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
import { runJob } from '../../shared/contract/client.ts';
import { libraryLayout } from '../files/layout.ts';
import { stageRestored, takeRestored } from '../files/restored.ts';
import { openLibrary } from './library.ts';
import { openTestHost, type TestHost } from './testHost.testkit.ts';

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
    const video = damaged.lastIndexOf('ftyp');
    expect(video).toBeGreaterThan(0);
    damaged.writeUInt8(damaged.readUInt8(video + 40) ^ 1, video + 40);
    await refused(damaged, /damaged/);
    await refused(whole.subarray(0, whole.length - 30_000), /missing|damaged/);
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
