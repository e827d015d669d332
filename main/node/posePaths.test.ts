import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WEIGHTS_FOLDER } from '../../models/prepareWeights.ts';
import { loadNodeRuntime } from '../../models/runtime/nodeRuntime.ts';
import { type I420Frame, i420Bytes, i420FromPacked } from '../../shared/pose/blazepose/i420.ts';
import { PersonTracker } from '../../shared/pose/blazepose/tracker.ts';
import { uprightI420 } from '../../shared/pose/blazepose/uprightI420.ts';
import { sliceOf } from '../files/trust.testkit.ts';
import { runFfmpeg } from '../media/ffmpegProcess.ts';
import { readFrames } from '../media/frames.ts';
import { setMatrix } from '../media/madeClips.testkit.ts';
import { type ClipProbe, probeClip } from '../media/probe.ts';
import { isPlayable } from '../media/proxy.ts';

const running = resolve(
  process.env['MIDSTANCE_MEDIA'] ?? '../shared',
  'media/running/treadmill-side-left-30fps.mp4',
);
const isThere = existsSync(running);
it.runIf(process.env['MIDSTANCE_REQUIRE_ALL'])('the real clip is there', () => expect(isThere).toBe(true));

const FRAMES = 8;
const TURNS = {
  0: { filter: 'null', matrix: [1, 0, 0, 1] },
  90: { filter: 'transpose=cclock', matrix: [0, 1, -1, 0] },
  180: { filter: 'hflip,vflip', matrix: [-1, 0, 0, -1] },
  270: { filter: 'transpose=clock', matrix: [0, -1, 1, 0] },
} as const;

/**
 * The pictures as a browser's decoder gives them: stored, not turned, native format; H.264 is exact to the sample, so
 * whose decoder it is makes no difference. The app's own code then turns them, as it does in the browser.
 */
async function direct(file: string, clip: ClipProbe): Promise<I420Frame[]> {
  const { stdout } = await runFfmpeg([
    '-v',
    'error',
    '-noautorotate',
    '-i',
    file,
    '-f',
    'rawvideo',
    'pipe:1',
  ]);
  const isTurned = clip.rotation === 90 || clip.rotation === 270;
  const [width, height] = isTurned ? [clip.height, clip.width] : [clip.width, clip.height];
  const size = i420Bytes(width, height);
  return Array.from({ length: stdout.length / size }, (_, i) =>
    uprightI420(
      i420FromPacked(stdout.slice(i * size, (i + 1) * size), width, height, clip.colour),
      clip.rotation,
    ),
  );
}

describe.skipIf(!isThere)('both paths of pictures to the pose (skipped without ../shared/media)', () => {
  let folder: string;
  let networks: Awaited<ReturnType<typeof loadNodeRuntime>>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pose-paths-'));
    networks = await loadNodeRuntime(WEIGHTS_FOLDER, 'lite');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function pieceOf(turn: keyof typeof TURNS, pixelFormat: 'yuv420p' | 'yuvj420p'): Promise<string> {
    const file = join(folder, `${turn}-${pixelFormat}.mp4`);
    const { filter, matrix } = TURNS[turn];
    const piece = ['-ss', '2', '-i', running, '-frames:v', String(FRAMES), '-an', '-vf', filter];
    const codec = ['-c:v', 'libx264', '-crf', '15', '-preset', 'ultrafast', '-pix_fmt', pixelFormat];
    await runFfmpeg(['-v', 'error', ...piece, ...codec, file]);
    setMatrix(file, matrix);
    return file;
  }

  async function keypoints(frames: readonly I420Frame[]): Promise<number[]> {
    const tracker = new PersonTracker(networks);
    const found: number[] = [];
    for (const frame of frames) {
      const pose = await tracker.estimate(frame);
      expect(pose).toBeDefined();
      found.push(...(pose ?? []));
    }
    return found;
  }

  const KINDS = [
    [90, 'yuvj420p'],
    [0, 'yuv420p'],
    [90, 'yuv420p'],
    [180, 'yuv420p'],
    [270, 'yuv420p'],
  ] as const;
  it.each(sliceOf(KINDS, 2))('turned by %i, %s: the same keypoints', async (turn, pixelFormat) => {
    const file = await pieceOf(turn, pixelFormat);
    const clip = await probeClip(file);
    expect(clip).toMatchObject({ rotation: turn, width: 720, height: 1280 });
    expect(clip.colour.range).toBe(pixelFormat === 'yuvj420p' ? 'full' : 'limited');
    expect(isPlayable(clip)).toBe(true);
    const hosted: I420Frame[] = [];
    for await (const frame of readFrames(file, clip)) hosted.push(frame);
    const decoded = await direct(file, clip);
    expect(hosted).toHaveLength(FRAMES);
    expect(decoded).toHaveLength(FRAMES);
    // Not near: equal. The tracker feeds on its own keypoints and would make much of a little.
    hosted.forEach((frame, i) => {
      expect(Buffer.compare(frame.y, decoded[i]?.y ?? new Uint8Array())).toBe(0);
      expect(Buffer.compare(frame.u, decoded[i]?.u ?? new Uint8Array())).toBe(0);
      expect(Buffer.compare(frame.v, decoded[i]?.v ?? new Uint8Array())).toBe(0);
    });
    expect(await keypoints(hosted)).toEqual(await keypoints(decoded));
  });
});
