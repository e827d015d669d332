import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient, runJob } from '../../shared/contract/client.ts';
import type { ExportFormat } from '../../shared/contract/workSchemas.ts';
import { emptyChunk, putLook } from '../../shared/pose/blazepose/chunkData.ts';
import { FRAME_STRIDE } from '../../shared/pose/track.ts';
import { extractEntry, readStoredZip, writeStoredZip } from '../export/storedZip.ts';
import { openTestHost, SAMPLE, type TestHost } from './testHost.testkit.ts';
import { openMemoryWire, type Wire } from './wire.testkit.ts';

interface Coach {
  readonly app: TestHost;
  readonly wire: Wire;
  readonly client: Client;
}
let [sender, taker]: Coach[] = [];
let sessionId = '';
const signal = new AbortController().signal;

async function openCoach(): Promise<Coach> {
  const app = await openTestHost();
  const wire = await openMemoryWire(app.host);
  return { app, wire, client: createClient(wire.transport) };
}

beforeAll(async () => {
  [sender, taker] = [await openCoach(), await openCoach()];
  const { client, wire, app } = sender;
  const athlete = await client.athletes.create({
    name: 'Ann',
    heightM: 1.7,
    birthYear: 1990,
    notes: 'private',
  });
  const session = {
    athleteId: athlete.id,
    date: '2026-01-02',
    speedMps: 3,
    shoe: 'flat',
    notes: 'intervals',
  };
  sessionId = (await client.sessions.create(session)).id;
  const { token } = await app.host.addChosenFile(app.sample);
  const clip = await runJob(wire.transport, 'clips.import', {
    token,
    sessionId,
    role: 'side_left',
    mode: 'copy',
  });
  await client.clips.update({ id: clip.id, patch: { captureFps: 60, view: 'side' } });
  const model = { model: 'full', modelSha256: 'ab'.repeat(32), backend: 'litert', settings: {} };
  const { runId } = await client.pose.begin({ clipId: clip.id, ...model });
  const rows = Float32Array.from({ length: SAMPLE.frames * FRAME_STRIDE }, (_, i) =>
    i < 99 ? Number.NaN : i / 8,
  );
  const chunk = { index: 0, firstFrame: 0, frames: SAMPLE.frames };
  const stored = emptyChunk(chunk);
  stored.set(rows);
  // In some frames somebody was beside the runner.
  for (const frame of [4, 5, 6, 7]) putLook(stored, SAMPLE.frames, frame, 0.06);
  const data = Buffer.from(stored.buffer).toString('base64');
  await client.pose.saveChunk({ runId, ...chunk, data });
  await client.pose.finish({ runId });
  const shared = {
    clip: clip.id,
    side: 'L',
    type: 'initial_contact',
    auto_time_s: null,
    reason: null,
  } as const;
  await client.edits.add({ sessionId, edit: { ...shared, op: 'add', time_s: 0.1 } });
  await client.drawings.add({
    sessionId,
    drawing: {
      ...{ clipId: clip.id, tool: 'text', colour: 'yellow', frame: 3, fromFrame: 0, toFrame: 29 },
      ...{ points: [{ x: 10, y: 12.5, joint: null }], text: 'Look here', marks: [] },
    },
  });
  await runJob(wire.transport, 'analysis.run', { sessionId, startDate: null });
});
afterAll(() => Promise.all([sender?.app.close(), taker?.app.close()]));

/** The case as a file on the sender's disk. */
async function written(format: ExportFormat): Promise<string> {
  if (sender === undefined) throw new Error('no sender');
  const made = await runJob(sender.wire.transport, 'exports.run', { sessionId, formats: [format] });
  return join(sender.app.library, 'exports', made.exportId, made.files[0]?.name ?? '');
}

/** Hashes of the keypoints in a case, by their names. */
async function hashesIn(path: string): Promise<Map<string, string>> {
  const entries = (await readStoredZip(path, 100)).filter(({ name }) => name.endsWith('.f32'));
  const folder = mkdtempSync(join(tmpdir(), 'midstance-case-'));
  const hashes = new Map<string, string>();
  for (const [i, entry] of entries.entries())
    hashes.set(entry.name, await extractEntry(path, entry, join(folder, `part-${i}`)));
  rmSync(folder, { recursive: true });
  return hashes;
}

async function open(path: string) {
  if (taker === undefined) throw new Error('no taker');
  const { token } = await taker.app.host.addChosenFile(path);
  return runJob(taker.wire.transport, 'cases.import', { token });
}

describe('a case', () => {
  it.each([
    ['case.zip', false],
    ['case-no-video.zip', true],
  ] as const)('%s opens in another library with keypoints, edits and drawings', async (format, missing) => {
    const { client } = taker ?? (await openCoach());
    const { athleteId, sessionId: opened } = await open(await written(format));
    expect(await client.athletes.get({ id: athleteId })).toMatchObject({
      ...{ name: 'Ann', heightM: 1.7, birthYear: 1990, notes: '', consent: null },
    });
    expect(await client.sessions.get({ id: opened })).toMatchObject({
      speedMps: 3,
      shoe: 'flat',
      notes: 'intervals',
    });
    const [clip] = await client.clips.list({ sessionId: opened });
    expect(clip).toMatchObject({
      ...{ missing, fileName: 'Ann runs.mp4', role: 'side_left', view: 'side', captureFps: 60 },
      ...{
        frameCount: SAMPLE.frames,
        width: SAMPLE.width,
        poseRun: { state: 'finished', framesDone: SAMPLE.frames },
      },
    });
    const told = await client.edits.list({ sessionId: opened });
    expect(told.edits.map(({ edit }) => edit)).toMatchObject([{ clip: clip?.id, op: 'add', time_s: 0.1 }]);
    expect(told.drawings).toMatchObject([{ clipId: clip?.id, text: 'Look here' }]);
    const { analysisId } = await runJob(taker?.wire.transport ?? fail(), 'analysis.run', {
      sessionId: opened,
      startDate: null,
    });
    expect(analysisId).toMatch(/./);
    // Handed on it is the same: keypoints, and what the looks to the sides showed.
    const onward = await runJob(taker?.wire.transport ?? fail(), 'exports.run', {
      sessionId: opened,
      formats: [format],
    });
    const again = join(taker?.app.library ?? fail(), 'exports', onward.exportId, onward.files[0]?.name ?? '');
    const first = await hashesIn(await written(format));
    expect([...first.keys()]).toEqual(expect.arrayContaining(['clips/1/pose.f32', 'clips/1/sides.f32']));
    expect(await hashesIn(again)).toEqual(first);
    await client.athletes.delete({ id: athleteId });
  });

  it('is refused where it is damaged, of another kind or of tomorrow, and nothing is left or written elsewhere', async () => {
    const { app, client } = taker ?? (await openCoach());
    const good = await written('case.zip');
    const at = (name: string) => join(app.folder, name);
    const refuse = async (name: string, why: RegExp) => {
      await expect(open(at(name)), name).rejects.toMatchObject({
        code: 'bad_case',
        params: { why: expect.stringMatching(why) },
      });
    };
    copyFileSync(good, at('short.zip'));
    truncateSync(at('short.zip'), readFileSync(good).length - 40);
    await refuse('short.zip', /part of it is missing/);

    const flipped = readFileSync(good);
    flipped[Math.floor(flipped.length / 2)] = (flipped[Math.floor(flipped.length / 2)] ?? 0) ^ 0xff;
    writeFileSync(at('flipped.zip'), flipped);
    await refuse('flipped.zip', /is damaged/);

    writeFileSync(at('video.zip'), readFileSync(app.sample));
    await refuse('video.zip', /no zip/);
    writeFileSync(at('alien.zip'), zipSync({ 'hello.txt': Buffer.from('hello') }, { level: 0 }));
    await refuse('alien.zip', /no case/);
    writeFileSync(at('packed.zip'), zipSync({ 'manifest.json': Buffer.alloc(5000, '{') }));
    await refuse('packed.zip', /another program/);

    const parts = await partsOf(good, at('parts'));
    const manifest = JSON.parse(String(parts.get('manifest.json')));
    const rewrite = async (name: string, told: unknown, more: Record<string, Buffer> = {}) => {
      const all = new Map([
        ...parts,
        ['manifest.json', Buffer.from(JSON.stringify(told))],
        ...Object.entries(more),
      ]);
      const list = [...all].map(([entry, data]) => ({ name: entry, data }));
      await writeStoredZip(at(name), list, { signal, onBytes: () => undefined });
    };
    await rewrite('tomorrow.zip', { ...manifest, version: 2 });
    await refuse('tomorrow.zip', /newer version/);
    const evil = Buffer.from('evil');
    await rewrite('unlisted.zip', manifest, { '../../evil.txt': evil });
    await refuse('unlisted.zip', /not listed/);
    const listed = { name: '../../evil.txt', bytes: 4, sha256: 'a'.repeat(64) };
    await rewrite(
      'climbing.zip',
      { ...manifest, files: [...manifest.files, listed] },
      { '../../evil.txt': evil },
    );
    await refuse('climbing.zip', /not as this version/);
    const [clip] = manifest.clips;
    await rewrite('other.zip', { ...manifest, clips: [{ ...clip, sha256: 'c'.repeat(64) }] });
    await refuse('other.zip', /another one/);

    expect(await client.athletes.list({})).toEqual([]);
    expect(readdirSync(join(app.library, 'temporary'))).toEqual([]);
    expect(readdirSync(join(app.library, 'videos'))).toEqual([]);
    for (const folder of ['.', '..', join('library', 'temporary')])
      expect(existsSync(join(app.folder, folder, 'evil.txt'))).toBe(false);
  });
});

async function partsOf(zip: string, prefix: string): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  for (const [i, entry] of (await readStoredZip(zip, 100)).entries()) {
    await extractEntry(zip, entry, `${prefix}-${i}`);
    parts.set(entry.name, readFileSync(`${prefix}-${i}`));
  }
  return parts;
}

function fail(): never {
  throw new Error('no wire');
}
