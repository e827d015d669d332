import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient, runJob } from '../../shared/contract/client.ts';
import type { Clip } from '../../shared/contract/clipSchemas.ts';
import {
  clipFrameUrl,
  clipProxyUrl,
  clipThumbnailUrl,
  clipVideoUrl,
  clipYuvUrl,
} from '../../shared/contract/mediaUrls.ts';
import type { DrawingInput } from '../../shared/domain/drawing.ts';
import type { QuarterTurn } from '../../shared/domain/quarterTurn.ts';
import { FRAME_STRIDE } from '../../shared/pose/track.ts';
import { findFfmpeg } from '../media/ffmpegPath.ts';
import { readFrames } from '../media/frames.ts';
import { probeClip } from '../media/probe.ts';
import { openTestHost, type TestHost } from './testHost.testkit.ts';
import { openMemoryWire, type Wire } from './wire.testkit.ts';

const SAMPLE_VIDEO = fileURLToPath(new URL('../../models/sample/sample.mp4', import.meta.url));
const SIZE = { width: 320, height: 240 };
const FRAMES = 24;
const MODEL = { model: 'full', modelSha256: 'ab'.repeat(32), backend: 'litert', settings: {} };

/** The runner as filmed, and with the camera lying: by how much each has to be turned clockwise, and ffmpeg's way to lay it so. */
const LYING = [
  [90, 'transpose=cclock'],
  [180, 'hflip,vflip'],
  [270, 'transpose=clock'],
] as const satisfies [QuarterTurn, string][];

let app: TestHost;
let wire: Wire;
let client: Client;
const clips = new Map<QuarterTurn, Clip>();

/** Without loss, so that a picture turned back is the same to the last bit. */
function film(name: string, filter: string): string {
  const file = join(app.folder, `${name}.mkv`);
  const filters = ['-vf', `scale=${SIZE.width}:${SIZE.height},${filter}`, '-frames:v', String(FRAMES)];
  execFileSync(findFfmpeg(), [
    '-y',
    '-v',
    'error',
    '-i',
    SAMPLE_VIDEO,
    '-an',
    ...filters,
    '-c:v',
    'ffv1',
    file,
  ]);
  return file;
}

async function imported(file: string): Promise<Clip> {
  const { id: athleteId } = await client.athletes.create({ name: 'Ann' });
  const { id: sessionId } = await client.sessions.create({ athleteId, date: '2026-01-02' });
  const { token } = await app.host.addChosenFile(file);
  return runJob(wire.transport, 'clips.import', { token, sessionId, role: 'side_left', mode: 'copy' });
}

beforeAll(async () => {
  app = await openTestHost();
  wire = await openMemoryWire(app.host);
  client = createClient(wire.transport);
  clips.set(0, await imported(film('upright', 'null')));
  for (const [turn, filter] of LYING) clips.set(turn, await imported(film(`lying ${turn}`, filter)));
}, 60_000);
afterAll(() => app.close());

const clipOf = (turn: QuarterTurn): Clip => {
  const clip = clips.get(turn);
  if (clip === undefined) throw new Error(`no clip lies by ${turn}`);
  return clip;
};
const turned = (id: string, turn: QuarterTurn): Promise<Clip> => client.clips.update({ id, patch: { turn } });
const bytesOf = async (path: string): Promise<Buffer> => {
  const response = await wire.fetch(path, {});
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};

async function measured(clipId: string, turn: QuarterTurn): Promise<string> {
  const { runId } = await client.pose.begin({ clipId, turn, ...MODEL });
  const data = Buffer.alloc(FRAMES * FRAME_STRIDE * 4).toString('base64');
  await client.pose.saveChunk({ runId, index: 0, firstFrame: 0, frames: FRAMES, data });
  await client.pose.finish({ runId });
  return runId;
}

describe.each(LYING.map(([turn]) => turn))('a clip that was filmed lying, turned by %i°', (turn) => {
  it('has the size, the frames, the stills and the film strip of the upright one, and its own bytes', async () => {
    const { id } = clipOf(turn);
    const video = await bytesOf(clipVideoUrl(id));
    expect(await turned(id, turn)).toMatchObject({ ...SIZE, turn, rotation: 0 });
    const upright = clipOf(0).id;
    const pictures = [
      ...[clipYuvUrl, clipFrameUrl].map((url) => (of: string) => url(of, 3)),
      ...[0, 9].map((i) => (of: string) => clipThumbnailUrl(of, i)),
    ];
    for (const url of pictures)
      expect((await bytesOf(url(id))).equals(await bytesOf(url(upright))), url(id)).toBe(true);
    expect((await bytesOf(clipVideoUrl(id))).equals(video)).toBe(true);
    // An address that names the turn stays with it.
    expect(
      (await bytesOf(clipThumbnailUrl(id, 0, turn))).equals(await bytesOf(clipThumbnailUrl(id, 0))),
    ).toBe(true);
    expect((await bytesOf(clipThumbnailUrl(id, 0, 0))).equals(await bytesOf(clipThumbnailUrl(id, 0)))).toBe(
      false,
    );
  });
});

describe('a turn', () => {
  it('has a proxy of its own for each turn', async () => {
    const { id } = clipOf(90);
    await turned(id, 0);
    expect((await runJob(wire.transport, 'clips.makeProxy', { id })).hasProxy).toBe(true);
    expect((await turned(id, 90)).hasProxy).toBe(false);
    expect((await runJob(wire.transport, 'clips.makeProxy', { id })).hasProxy).toBe(true);
    const file = join(app.folder, 'proxy');
    writeFileSync(file, await bytesOf(clipProxyUrl(id)));
    const probe = await probeClip(file);
    expect(probe).toMatchObject({ ...SIZE, rotation: 0 });
    const upright = await bytesOf(clipYuvUrl(clipOf(0).id, 0, 1));
    for await (const { y } of readFrames(file, probe, { count: 1 })) {
      const luma = y.subarray(0, SIZE.width * SIZE.height);
      const error = luma.reduce((sum, value, i) => sum + Math.abs(value - (upright[i] ?? 0)), 0);
      expect(error / luma.length).toBeLessThan(4);
    }
    expect((await turned(id, 0)).hasProxy).toBe(true);
  }, 60_000);

  it('has keypoints of its own, and the earlier ones count again where it is taken back', async () => {
    const { id, sessionId } = clipOf(180);
    const person = { x: 10.1, y: 20.7, timeS: 0.5 };
    await turned(id, 0);
    await client.clips.update({ id, patch: { person } });
    const before = await measured(id, 0);
    await runJob(wire.transport, 'analysis.run', { sessionId, startDate: null });
    const lying = await turned(id, 180);
    expect(lying.poseRun).toBeNull();
    expect(lying.cameraChecks).toBeNull();
    // The same place of the picture, which the other way up is another.
    expect(lying.person?.x).toBeCloseTo(SIZE.width - person.x, 9);
    expect(lying.person?.y).toBeCloseTo(SIZE.height - person.y, 9);
    expect((await client.analysis.latest({ sessionId }))?.outdated).toBe(true);
    await expect(client.pose.begin({ clipId: id, turn: 0, ...MODEL })).rejects.toMatchObject({
      code: 'invalid_input',
    });
    const after = await measured(id, 180);
    expect(after).not.toBe(before);
    const back = await turned(id, 0);
    expect(back.poseRun).toMatchObject({ runId: before, state: 'finished' });
    expect(back.person).toEqual(person);
    expect((await client.analysis.latest({ sessionId }))?.outdated).toBe(false);
    expect(await client.pose.begin({ clipId: id, turn: 0, ...MODEL })).toMatchObject({ finished: true });
    expect((await turned(id, 180)).poseRun?.runId).toBe(after);
  });

  it('is undone and done again, with the keypoints of each', async () => {
    const { id, sessionId } = clipOf(180);
    const clip = () => client.clips.get({ id });
    await turned(id, 0);
    const before = (await clip()).poseRun?.runId;
    const after = (await turned(id, 180)).poseRun?.runId;
    await client.edits.undo({ sessionId });
    expect(await clip()).toMatchObject({ turn: 0, poseRun: { runId: before } });
    await client.edits.redo({ sessionId });
    expect(await clip()).toMatchObject({ turn: 180, poseRun: { runId: after } });
    // Telling another rate is another step, and leaves the turn.
    await client.clips.update({ id, patch: { captureFps: 240 } });
    await client.edits.undo({ sessionId });
    expect(await clip()).toMatchObject({ turn: 180, captureFps: null });
  });

  it('is refused over what lies at places of the picture, until that is taken away', async () => {
    const { id, sessionId } = clipOf(90);
    const drawing: DrawingInput = {
      ...{ clipId: id, tool: 'text', colour: 'yellow', frame: 3, fromFrame: 0, toFrame: FRAMES - 1 },
      ...{ points: [{ x: 10, y: 12.5, joint: null }], text: 'Look here', marks: [] },
    };
    await turned(id, 90);
    await client.drawings.add({ sessionId, drawing });
    const refused = { code: 'turn_over_marks', params: { file: 'lying 90.mkv' } };
    await expect(turned(id, 0)).rejects.toMatchObject(refused);
    await client.edits.undo({ sessionId });
    const edit = {
      ...({ clip: id, op: 'place', joint: 29, frame: 3, from_frame: 2, to_frame: 4 } as const),
      ...{ x_px: 300, y_px: 100, auto_x_px: 290, auto_y_px: 90 },
    } as const;
    await client.edits.add({ sessionId, edit });
    await expect(turned(id, 0)).rejects.toMatchObject(refused);
    expect((await turned(id, 90)).turn).toBe(90);
    await client.edits.undo({ sessionId });
    expect((await turned(id, 0)).turn).toBe(0);
  });

  it.each(['case.zip', 'case-no-video.zip'] as const)('travels in %s with its keypoints', async (format) => {
    const { id, sessionId } = clipOf(180);
    const { poseRun, person } = await turned(id, 180);
    await runJob(wire.transport, 'analysis.run', { sessionId, startDate: null });
    const { exportId, files } = await runJob(wire.transport, 'exports.run', { sessionId, formats: [format] });
    const other = await openTestHost();
    const taker = await openMemoryWire(other.host);
    const theirs = createClient(taker.transport);
    const path = join(app.library, 'exports', exportId, files[0]?.name ?? '');
    const { token } = await other.host.addChosenFile(path);
    const taken = await runJob(taker.transport, 'cases.import', { token });
    const [clip] = await theirs.clips.list({ sessionId: taken.sessionId });
    expect(clip).toMatchObject({ ...SIZE, turn: 180, person, poseRun: { state: 'finished' } });
    expect(poseRun?.state).toBe('finished');
    const begun = await theirs.pose.begin({ clipId: clip?.id ?? '', turn: 180, ...MODEL });
    expect(begun).toMatchObject({ finished: true, runId: clip?.poseRun?.runId });
    await taker.close();
    await other.close();
  });
});
