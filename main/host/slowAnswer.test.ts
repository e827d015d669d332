import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient, runJob } from '../../shared/contract/client.ts';
import type { ClipInput } from '../../shared/domain/analysis.ts';
import { filmedAt, hasTruth, rbdsClip } from '../../shared/gait/rbds.testkit.ts';
import { FRAME_STRIDE } from '../../shared/pose/track.ts';
import { analyze } from '../../shared/report/analyze.ts';
import { sliceOf } from '../files/trust.testkit.ts';
import { findFfmpeg } from '../media/ffmpegPath.ts';
import { openTestHost, type TestHost } from './testHost.testkit.ts';
import { openMemoryWire, type Wire } from './wire.testkit.ts';

/** PAL: 25 pictures a second, whatever the camera took. */
const STORED_HZ = 25;
const SECONDS = 8;
/** The made picture is a tenth of the one in which the runner was seen. */
const SCALE = 0.1;
const SIZE = { width: 200, height: 100 };

let app: TestHost;
let wire: Wire;
let client: Client;
let filmed: (hz: number) => ClipInput;
beforeAll(async () => {
  if (!hasTruth) return;
  app = await openTestHost(analyze);
  wire = await openMemoryWire(app.host);
  client = createClient(wire.transport);
  const { clip } = rbdsClip('RBDS0041_2.5ms');
  filmed = (hz) => filmedAt(clip, hz, STORED_HZ, SECONDS);
});
afterAll(() => app?.close());

/**
 * A session with a clip that says nothing of its slow motion, and the runner's keypoints stored with it.
 * @param framesPerPicture of the file; what the network makes of a picture that is stored again is the same
 */
async function sessionFilmedAt(
  hz: number,
  framesPerPicture = 1,
): Promise<{ sessionId: string; clipId: string }> {
  const { pose: seen, frameTable } = filmed(hz);
  const frames = frameTable.times.length * framesPerPicture;
  const pose = { data: new Float32Array(frames * FRAME_STRIDE) };
  for (let frame = 0; frame < frames; frame++) {
    const first = Math.floor(frame / framesPerPicture) * FRAME_STRIDE;
    pose.data.set(seen.data.subarray(first, first + FRAME_STRIDE), frame * FRAME_STRIDE);
  }
  const file = join(app.folder, `slow ${hz} times ${framesPerPicture}.mp4`);
  const rate = STORED_HZ * framesPerPicture;
  const source = `color=gray:size=${SIZE.width}x${SIZE.height}:rate=${rate}`;
  const encode = ['-frames:v', String(frames), '-pix_fmt', 'yuv420p', '-preset', 'ultrafast'];
  execFileSync(findFfmpeg(), ['-y', '-v', 'error', '-f', 'lavfi', '-i', source, ...encode, file]);
  const athlete = await client.athletes.create({ name: `Filmed at ${hz}` });
  const { id: sessionId } = await client.sessions.create({ athleteId: athlete.id, date: '2026-01-02' });
  const { token } = await app.host.addChosenFile(file);
  const input = { token, sessionId, role: 'side_right', mode: 'copy' } as const;
  const { id: clipId } = await runJob(wire.transport, 'clips.import', input, {});
  const model = { model: 'full', modelSha256: 'a'.repeat(64), backend: 'litert', settings: {} };
  const { runId, finished } = await client.pose.begin({ clipId, ...model });
  // The same file was seen in an earlier session already.
  if (finished) return { sessionId, clipId };
  const data = pose.data.map((value, i) => (i % 3 === 2 ? value : value * SCALE));
  for (let first = 0, index = 0; first < frames; first += 100, index++) {
    const part = data.slice(first * FRAME_STRIDE, (first + 100) * FRAME_STRIDE);
    await client.pose.saveChunk({
      ...{ runId, index, firstFrame: first, frames: part.length / FRAME_STRIDE },
      data: Buffer.from(part.buffer).toString('base64'),
    });
  }
  await client.pose.finish({ runId });
  return { sessionId, clipId };
}

const measure = (sessionId: string) =>
  runJob(wire.transport, 'analysis.run', { sessionId, startDate: null }, {});

async function measured(sessionId: string) {
  const latest = await client.analysis.latest({ sessionId });
  const contact = latest?.analysis.metrics.find(({ id, side }) => id === 'contact_time' && side === 'R');
  const cadence = latest?.analysis.metrics.find(({ id }) => id === 'cadence');
  return {
    ...{ contactMs: contact?.value ?? Number.NaN, cadence: cadence?.value ?? Number.NaN },
    ...{ outdated: latest?.outdated, clip: latest?.analysis.clips[0] },
  };
}

describe.skipIf(!hasTruth)('the answer to slow motion (needs media beside the project)', () => {
  const RATES = [
    [100, 4],
    [200, 8],
  ] as const;
  it.each(sliceOf(RATES, 1))(
    '%i frames/s stored as 25 without a word in the file is a question with the truth in it',
    async (hz, factor) => {
      const { sessionId, clipId } = await sessionFilmedAt(hz);
      await expect(measure(sessionId)).rejects.toMatchObject({ code: 'slow_motion_unknown' });
      const { timing } = await client.clips.get({ id: clipId });
      expect(timing?.source).toBe('open');
      expect(timing?.candidates).toContainEqual(expect.closeTo(factor, 2));
    },
  );

  it('measures everything anew: contact time, cadence and certificate; undone, it is asked again', async () => {
    const { sessionId, clipId } = await sessionFilmedAt(200);
    const answer = (captureFps: number) => client.clips.update({ id: clipId, patch: { captureFps } });
    await answer(200);
    await measure(sessionId);
    const right = await measured(sessionId);
    expect(right.cadence).toBeGreaterThan(150);
    expect(right.cadence).toBeLessThan(165);
    expect(right.clip).toMatchObject({ time_scale: 8, timing: { source: 'coach' } });
    expect(right.clip?.capture_fps).toBeCloseTo(200, 3);

    await answer(180);
    expect((await measured(sessionId)).outdated).toBe(true);
    await measure(sessionId);
    const wrong = await measured(sessionId);
    // Time runs slower by the ratio of the two rates.
    expect(wrong.contactMs / right.contactMs).toBeCloseTo(200 / 180, 1);
    expect(wrong.clip?.timing.half_widths.contact_time_ms).toBeGreaterThan(
      right.clip?.timing.half_widths.contact_time_ms ?? Number.NaN,
    );

    await client.edits.undo({ sessionId });
    await measure(sessionId);
    const again = await measured(sessionId);
    expect(again.contactMs).toBe(right.contactMs);
    expect(again.clip).toEqual(right.clip);

    await client.edits.undo({ sessionId });
    await expect(measure(sessionId)).rejects.toMatchObject({ code: 'slow_motion_unknown' });
    expect((await client.clips.get({ id: clipId })).timing?.source).toBe('open');
  });

  it('is told of the pictures, not of the frames in which each is stored twice; told before or after', async () => {
    const plain = await sessionFilmedAt(100);
    await client.clips.update({ id: plain.clipId, patch: { captureFps: 100 } });
    await measure(plain.sessionId);
    const right = await measured(plain.sessionId);
    expect(right.clip?.time_scale).toBe(4);

    const { sessionId, clipId } = await sessionFilmedAt(100, 2);
    const tell = (captureFps: number) => client.clips.update({ id: clipId, patch: { captureFps } });
    await tell(100);
    await measure(sessionId);
    const first = await measured(sessionId);
    expect(first.clip).toMatchObject({ time_scale: 4, timing: { source: 'coach' } });
    expect(first.clip?.capture_fps).toBeCloseTo(100, 3);
    expect(Math.abs(first.cadence - right.cadence)).toBeLessThan(0.5);
    expect(Math.abs(first.contactMs - right.contactMs)).toBeLessThan(10);
    // What the window shows is what was measured.
    const shown = await client.clips.get({ id: clipId });
    expect(shown).toMatchObject({ timeScale: 4, containerFps: expect.closeTo(STORED_HZ, 3) });
    expect(shown.durationS).toBeCloseTo(first.clip?.duration_s ?? Number.NaN, 6);

    await tell(50);
    expect((await client.clips.get({ id: clipId })).timeScale).toBe(2);
    await measure(sessionId);
    expect((await measured(sessionId)).cadence).toBeCloseTo(first.cadence / 2, 0);
  });
});
