import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient, runJob } from '../../shared/contract/client.ts';
import { clipFrameUrl, clipProxyUrl } from '../../shared/contract/mediaUrls.ts';
import { emptyChunk } from '../../shared/pose/blazepose/chunkData.ts';
import { sliceOf } from '../files/trust.testkit.ts';
import { openLibrary } from './library.ts';
import { makeSampleClip, openTestHost, type TestHost } from './testHost.testkit.ts';
import { openMemoryWire, type Wire } from './wire.testkit.ts';

let app: TestHost;
let wire: Wire;
let client: Client;
let sessionId = '';
beforeEach(async () => {
  app = await openTestHost();
  wire = await openMemoryWire(app.host);
  client = createClient(wire.transport);
  const athlete = await client.athletes.create({ name: 'Ann' });
  sessionId = (await client.sessions.create({ athleteId: athlete.id, date: '2026-01-02' })).id;
});
afterEach(() => app.close());

const filesIn = (...parts: string[]) => readdirSync(join(app.library, ...parts));
async function importFile(
  path: string,
  mode: 'copy' | 'reference' = 'copy',
  into = sessionId,
  signal?: AbortSignal,
) {
  const { token } = await app.host.addChosenFile(path);
  const input = { token, sessionId: into, role: 'unassigned', mode } as const;
  return runJob(wire.transport, 'clips.import', input, signal === undefined ? {} : { signal });
}

describe('importing', () => {
  it('leaves nothing of a file that cannot be used, and says why', async () => {
    const write = (name: string, data: string | Uint8Array) => {
      writeFileSync(join(app.folder, name), data);
      return join(app.folder, name);
    };
    const video = readFileSync(app.sample);
    const bad = [
      [write('empty.mp4', ''), 'empty_file'],
      [write('text.mp4', 'not a video'.repeat(100)), 'not_a_video'],
      [write('cut.mp4', video.subarray(0, video.length / 2)), 'truncated'],
    ] as const;
    for (const [path, code] of bad) {
      await expect(importFile(path)).rejects.toMatchObject({
        code,
        params: { file: path.split('/').at(-1) },
      });
    }
    await expect(app.host.addChosenFile(join(app.folder, 'gone.mp4'))).rejects.toMatchObject({
      code: 'file_missing',
    });
    expect([...filesIn('videos'), ...filesIn('derived'), ...filesIn('temporary')]).toEqual([]);
    expect(await client.clips.list({ sessionId })).toEqual([]);
  });

  it('can be cancelled while it waits or runs and leaves nothing', async () => {
    const stop = new AbortController();
    const first = importFile(app.sample, 'copy', sessionId, stop.signal);
    const second = importFile(app.sample, 'copy', sessionId, stop.signal);
    stop.abort();
    await expect(first).rejects.toMatchObject({ code: 'cancelled' });
    await expect(second).rejects.toMatchObject({ code: 'cancelled' });
    expect([...filesIn('videos'), ...filesIn('derived'), ...filesIn('temporary')]).toEqual([]);
  });

  it('keeps one file for two sessions, until the last clip is deleted', async () => {
    const other = await client.sessions.create({
      athleteId: (await client.athletes.list({}))[0]?.id ?? '',
      date: '2026-02-03',
    });
    const one = await importFile(app.sample);
    const two = await importFile(app.sample, 'copy', other.id);
    expect(two.id).not.toBe(one.id);
    expect(filesIn('videos')).toEqual([`${one.sha256}.mp4`]);
    await client.clips.delete({ id: one.id });
    expect(filesIn('videos')).toHaveLength(1);
    await client.sessions.delete({ id: other.id });
    expect([...filesIn('videos'), ...filesIn('derived')]).toEqual([]);
  });

  it('references a file where it is, tells when it vanished, and never deletes it', async () => {
    const original = join(app.folder, 'original.mp4');
    copyFileSync(app.sample, original);
    const clip = await importFile(original, 'reference');
    expect(clip).toMatchObject({ storage: 'reference', missing: false });
    expect(filesIn('videos')).toEqual([]);
    const moved = join(app.folder, 'moved.mp4');
    copyFileSync(original, moved);
    rmSync(original);
    expect(await client.clips.get({ id: clip.id })).toMatchObject({
      missing: true,
      problems: expect.arrayContaining([{ code: 'file_moved', params: {} }]),
    });
    expect((await importFile(moved, 'reference')).id).toBe(clip.id);
    expect((await client.clips.get({ id: clip.id })).missing).toBe(false);
    await client.clips.delete({ id: clip.id });
    expect(existsSync(moved)).toBe(true);
  });

  it('makes a proxy again when its file was deleted', async () => {
    const clip = await importFile(app.sample);
    const proxy = () => filesIn('derived', clip.sha256).filter((name) => name.startsWith('proxy'));
    const pictures = async () =>
      Buffer.from(await (await wire.fetch(`/media/clips/${clip.id}/yuv?from=0&count=9`)).arrayBuffer());
    const original = await pictures();
    expect(original.length).toBe(9 * 64 * 48 * 1.5);
    const made = await runJob(wire.transport, 'clips.makeProxy', { id: clip.id });
    // Keypoints come from these: a proxy, which is coded anew, must not change them.
    expect((await pictures()).equals(original)).toBe(true);
    expect([made.hasProxy, proxy()]).toEqual([true, ['proxy.mp4']]);
    rmSync(join(app.library, 'derived', clip.sha256, 'proxy.mp4'));
    expect((await client.clips.get({ id: clip.id })).hasProxy).toBe(false);
    const gone = await wire.fetch(clipProxyUrl(clip.id));
    expect(gone.status).toBe(404);
    expect((await runJob(wire.transport, 'clips.makeProxy', { id: clip.id })).hasProxy).toBe(true);
    expect(proxy()).toEqual(['proxy.mp4']);
  });

  it('can stop making a proxy and leaves nothing', async () => {
    const clip = await importFile(app.sample);
    const stop = new AbortController();
    const making = runJob(wire.transport, 'clips.makeProxy', { id: clip.id }, { signal: stop.signal });
    stop.abort();
    await expect(making).rejects.toMatchObject({ code: 'cancelled' });
    expect(filesIn('temporary')).toEqual([]);
    expect(filesIn('derived', clip.sha256).filter((name) => name.startsWith('proxy'))).toEqual([]);
  });

  it('keeps the frames that a damaged file really holds', async () => {
    const bytes = readFileSync(app.sample);
    // The data of the pictures begin after the box's head; noise in their middle breaks one of them or more.
    const data = bytes.indexOf('mdat') + 4;
    const middle = data + Math.floor((bytes.readUInt32BE(data - 8) - 8) * 0.6);
    bytes.fill(0, middle, middle + 60);
    const damaged = join(app.folder, 'damaged.mp4');
    writeFileSync(damaged, bytes);
    const clip = await importFile(damaged);
    const last = await wire.fetch(clipFrameUrl(clip.id, clip.frameCount - 1));
    expect(last.status).toBe(200);
  });

  it('will not export for an athlete who may be under 16 without a guardian', async () => {
    const athlete = (await client.athletes.list({}))[0];
    await client.athletes.update({ id: athlete?.id ?? '', patch: { birthYear: 2012 } });
    const clip = await importFile(app.sample);
    const model = { model: 'm', modelSha256: 'ab'.repeat(32), backend: 'b', settings: {} };
    const { runId } = await client.pose.begin({ clipId: clip.id, ...model });
    // As the tracker makes it: the keypoints and all of its state.
    const chunk = { index: 0, firstFrame: 0, frames: 30 };
    const data = Buffer.from(emptyChunk(chunk).buffer).toString('base64');
    await client.pose.saveChunk({ runId, ...chunk, data });
    await client.pose.finish({ runId });
    await runJob(wire.transport, 'analysis.run', { sessionId, startDate: null });
    const write = () => runJob(wire.transport, 'exports.run', { sessionId, formats: ['analysis.json'] });
    await expect(write()).rejects.toMatchObject({ code: 'consent_missing' });
    const consent = { givenBy: 'guardian', guardianName: 'Bo', date: '2026-01-01', showFace: false } as const;
    await client.athletes.update({ id: athlete?.id ?? '', patch: { consent } });
    expect((await write()).files).toHaveLength(1);
  });
});

const kit = fileURLToPath(new URL('./testHost.testkit.ts', import.meta.url));
const importer = (library: string, sample: string) => `
  const at = (name) => import(${JSON.stringify(kit)}.replace('testHost.testkit.ts', name));
  const { createHost } = await at('createHost.ts');
  const { openLibrary } = await at('library.ts');
  const { createMediaService } = await at('mediaService.ts');
  const { processClock } = await at('clock.ts');
  const { randomUUID } = await import('node:crypto');
  const services = { media: createMediaService(), newId: randomUUID, now: processClock(), appVersion: '1' };
  const host = createHost(services, await openLibrary(${JSON.stringify(library)}));
  const call = async (method, input) => (await host.dispatch(method, input)).value;
  const athlete = await call('athletes.create', { name: 'Ann' });
  const session = await call('sessions.create', { athleteId: athlete.id, date: '2026-01-02' });
  host.onEvent((event) => event.type === 'job.progress' && process.stdout.write(event.progress.stage + '\\n'));
  const { token } = await host.addChosenFile(${JSON.stringify(sample)});
  await call('clips.import', { token, sessionId: session.id, role: 'rear', mode: 'copy' });`;

it.each(sliceOf(['film_strip', 'copy', 'frame_table'], 1))(
  'kill -9 during the stage %s of an import loses nothing committed, and the next start cleans up',
  async (stage) => {
    const folder = mkdtempSync(join(tmpdir(), 'midstance-test-'));
    const library = join(folder, 'library');
    const child = spawn(
      process.execPath,
      ['--input-type=module', '-e', importer(library, makeSampleClip(folder))],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === stage) child.kill('SIGKILL');
    });
    const [, signal] = await once(child, 'close');
    expect(signal).toBe('SIGKILL');
    expect(readdirSync(join(library, 'temporary'))).toHaveLength(1);
    appendFileSync(join(library, 'videos', `${'c'.repeat(64)}.mp4`), 'moved but never committed');
    const opened = await openLibrary(library);
    const [session] = opened.db.sessions.list(null);
    expect(session?.clipCount).toBe(0);
    for (const name of ['temporary', 'videos', 'derived'])
      expect(readdirSync(join(library, name))).toEqual([]);
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  },
);
