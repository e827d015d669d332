import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient, runJob } from '../../shared/contract/client.ts';
import type { Clip } from '../../shared/contract/clipSchemas.ts';
import { clipThumbnailUrl } from '../../shared/contract/mediaUrls.ts';
import { connect } from '../db/connection.ts';
import { openTestHost, type TestHost } from './testHost.testkit.ts';
import { openMemoryWire, type Wire } from './wire.testkit.ts';

const DAY_MS = 86_400_000;
let app: TestHost;
let wire: Wire;
let client: Client;
let now: Date;
beforeEach(async () => {
  now = new Date('2026-03-02T08:00:00Z');
  app = await openTestHost(undefined, { now: () => now });
  wire = await openMemoryWire(app.host);
  client = createClient(wire.transport);
});
afterEach(() => app.close());

const later = (days: number) => {
  now = new Date(now.getTime() + days * DAY_MS);
};
const snapshots = () => readdirSync(join(app.library, 'snapshots')).sort();
const flip = (file: string, at: number) => {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
};

describe('copies of the library', () => {
  it('are made once a day, can be opened, and are without an athlete who is deleted', async () => {
    const { id } = await client.athletes.create({ name: 'Wilhelmina Quist', notes: 'Achilles 2024' });
    await client.athletes.create({ name: 'Bertil Ohm' });
    await app.host.upkeep();
    await app.host.upkeep();
    expect(snapshots()).toEqual(['2026-03-02T08-00-00Z.db']);
    later(1);
    await app.host.upkeep();
    // A clock that is set back makes a copy of its own and takes none away.
    later(-300);
    await app.host.upkeep();
    expect(snapshots()).toHaveLength(3);
    const names = (file: string) => {
      const db = connect(join(app.library, 'snapshots', file));
      try {
        return db.prepare('SELECT name FROM athletes ORDER BY name').pluck().all();
      } finally {
        db.close();
      }
    };
    expect(snapshots().map(names)).toEqual(Array(3).fill(['Bertil Ohm', 'Wilhelmina Quist']));
    // One that cannot be cleaned any more, and half of one.
    writeFileSync(join(app.library, 'snapshots', '2026-01-01T00-00-00Z.db'), 'Wilhelmina Quist');
    writeFileSync(join(app.library, 'snapshots', '2026-01-02T00-00-00Z.db.partial'), 'Wilhelmina Quist');

    await client.athletes.delete({ id });

    expect(snapshots().map(names)).toEqual(Array(3).fill(['Bertil Ohm']));
    const below = (folder: string): string[] =>
      readdirSync(folder).flatMap((name) => {
        const path = join(folder, name);
        return statSync(path).isDirectory() ? below(path) : [path];
      });
    for (const path of below(app.library))
      for (const word of ['Wilhelmina', 'Achilles'])
        expect(readFileSync(path).includes(word), `${word} in ${path}`).toBe(false);
  });
});

describe('a stored video', () => {
  let clip: Clip;
  let video: string;
  const take = async (mode: 'copy' | 'reference' = 'copy') => {
    const { token } = await app.host.addChosenFile(app.sample);
    return runJob(wire.transport, 'clips.import', {
      token,
      sessionId: clip.sessionId,
      role: 'side_left',
      mode,
    });
  };
  const codes = async () => {
    const { problems, damaged, missing } = await client.clips.get({ id: clip.id });
    return {
      codes: problems.map(({ code }) => code).filter((code) => /video|moved/.test(code)),
      damaged,
      missing,
    };
  };
  const notices = async () => (await client.app.info({})).notices.map(({ code }) => code);
  beforeEach(async () => {
    const { sessionId } = await runJob(wire.transport, 'sample.import', {});
    clip = (await client.clips.list({ sessionId }))[0] as Clip;
    video = join(app.library, 'videos', `${clip.sha256}.mp4`);
  });

  it('with one wrong bit is found in idle time, told, not measured from, and mended by the true one', async () => {
    const whole = readFileSync(video);
    await app.host.upkeep();
    expect(await codes()).toEqual({ codes: [], damaged: false, missing: false });
    flip(video, whole.length - 100);
    // Not again before it is due.
    await app.host.upkeep();
    expect((await codes()).damaged).toBe(false);
    later(31);
    await app.host.upkeep();
    expect(await codes()).toEqual({ codes: ['video_damaged'], damaged: true, missing: false });
    expect(await notices()).toContain('videos_damaged');
    const run = { model: 'full', modelSha256: 'ab'.repeat(32), backend: 'litert', settings: {} };
    await expect(client.pose.begin({ clipId: clip.id, ...run })).rejects.toMatchObject({
      code: 'file_damaged',
    });
    expect((await take()).id).toBe(clip.id);
    expect(readFileSync(video).equals(whole)).toBe(true);
    expect(await codes()).toEqual({ codes: [], damaged: false, missing: false });
    expect(await notices()).not.toContain('videos_damaged');
  });

  it('with a wrong bit that nobody has seen yet is mended by importing the true one', async () => {
    const whole = readFileSync(video);
    flip(video, 1000);
    await take();
    expect(readFileSync(video).equals(whole)).toBe(true);
  });

  it('that was replaced or cut is told at once, is not shown, and is mended', async () => {
    truncateSync(video, 5000);
    expect(await codes()).toEqual({ codes: ['video_damaged'], damaged: true, missing: false });
    const address = new URL(`http://x/media/clips/${clip.id}/video`);
    const { signal } = new AbortController();
    await expect(app.host.bytes(address, signal)).rejects.toMatchObject({ code: 'file_damaged' });
    const { token } = await app.host.addChosenFile(app.sample);
    expect(await runJob(wire.transport, 'clips.findFile', { id: clip.id, token })).toMatchObject({
      damaged: false,
    });
    expect(statSync(video).size).toBe(clip.bytes);
  });

  it('that is put back by hand is whole again at the next look of a later start', async () => {
    const whole = readFileSync(video);
    truncateSync(video, 5000);
    await app.host.upkeep();
    writeFileSync(video, whole);
    expect((await codes()).damaged).toBe(true);
    later(31);
    await app.host.upkeep();
    expect((await codes()).damaged).toBe(false);
  });

  it('gives its film strip again where that is gone, once for all pictures that are asked for', async () => {
    const strip = join(app.library, 'derived', clip.sha256);
    const before = readFileSync(join(strip, 'thumbnail-003.jpg'));
    rmSync(strip, { recursive: true });
    const { signal } = new AbortController();
    const pictures = Array.from({ length: clip.thumbnailCount }, (_, i) =>
      app.host.bytes(new URL(clipThumbnailUrl(clip.id, i), 'http://x'), signal),
    );
    for (const media of await Promise.all(pictures))
      expect(media.kind === 'file' && existsSync(media.path)).toBe(true);
    expect(readFileSync(join(strip, 'thumbnail-003.jpg')).equals(before)).toBe(true);
    // And by importing the video again.
    rmSync(strip, { recursive: true });
    mkdirSync(strip);
    await take();
    expect(readdirSync(strip)).toHaveLength(clip.thumbnailCount);
  });
});
