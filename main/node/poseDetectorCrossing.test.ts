import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WEIGHTS_FOLDER } from '../../models/prepareWeights.ts';
import { loadNodeRuntime } from '../../models/runtime/nodeRuntime.ts';
import type { Point } from '../../shared/pose/blazepose/roi.ts';
import { PersonTracker } from '../../shared/pose/blazepose/tracker.ts';
import { KEYPOINT_STRIDE, LEG } from '../../shared/pose/keypoints.ts';
import { isTrustRun } from '../files/trust.testkit.ts';
import { runFfmpeg } from '../media/ffmpegProcess.ts';
import { readFrames } from '../media/frames.ts';
import { probeClip } from '../media/probe.ts';

const media = resolve(process.env['MIDSTANCE_MEDIA'] ?? '../shared', 'media');
const running = join(media, 'running', 'treadmill-side-left-30fps.mp4');
const walking = join(media, 'walking', 'overground-side-two-people-30fps.mp4');
const isThere = existsSync(running) && existsSync(walking);

const FRAMES = 54;
/** The walking woman, cut out of her clip along her way, with rounded corners. */
const WALKER = `crop=200:440:'1252-288*t':510`;
const OVAL =
  `format=yuva420p,geq=lum='lum(X,Y)':cb='cb(X,Y)':cr='cr(X,Y)'` +
  `:a='255*lte(pow(X/W*2-1,4)+pow(Y/H*2-1,4),1)'`;

describe.skipIf(!isThere)(
  'a person through a crossing (skipped without ../shared/media)',
  { timeout: 120_000 },
  () => {
    let folder: string;
    let walker: string;
    let networks: Awaited<ReturnType<typeof loadNodeRuntime>>;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'crossing-'));
      networks = await loadNodeRuntime(WEIGHTS_FOLDER, 'lite');
      walker = await piece('walker.mp4', walking, FRAMES);
    }, 60_000);
    afterAll(() => {
      networks.dispose();
      rmSync(folder, { recursive: true, force: true });
    });

    const encode = async (name: string, args: readonly string[], frames: number): Promise<string> => {
      const file = join(folder, name);
      const codec = ['-an', '-c:v', 'libx264', '-crf', '15', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];
      await runFfmpeg(['-v', 'error', ...args, '-frames:v', String(frames), ...codec, file]);
      return file;
    };
    const piece = (name: string, source: string, frames: number) =>
      encode(name, ['-ss', '2', '-i', source], frames);
    /** The clip with the walker of another laid over it. */
    const withWalker = (name: string, clip: string, walker: string, graph: string, frames: number) =>
      encode(name, ['-i', clip, '-i', walker, '-filter_complex', graph], frames);

    /** Middle of the hips by frame, undefined where the person is missing. */
    async function hips(file: string, chosen: Point): Promise<(Point | undefined)[]> {
      const tracker = new PersonTracker(networks, chosen);
      const found: (Point | undefined)[] = [];
      for await (const frame of readFrames(file, await probeClip(file))) {
        const pose = await tracker.estimate(frame);
        const middle = (axis: number) =>
          [LEG.L.hip, LEG.R.hip].reduce(
            (sum, k) => sum + (pose?.[k * KEYPOINT_STRIDE + axis] ?? Number.NaN),
            0,
          ) / 2;
        found.push(pose && { x: middle(0), y: middle(1) });
      }
      return found;
    }

    /** Distances (px) between two tracks in the frames that both have. */
    const apart = (a: readonly (Point | undefined)[], b: readonly (Point | undefined)[]): number[] =>
      a.flatMap((p, i) => {
        const q = b[i];
        return p && q ? [Math.hypot(p.x - q.x, p.y - q.y)] : [];
      });

    // In the short run `company` has somebody beside the runner, and below somebody passes in front.
    it.runIf(isTrustRun)('stays with the runner while somebody walks past in front', async () => {
      const chosen = { x: 300, y: 870 };
      const clip = await piece('runner.mp4', running, FRAMES);
      const alone = await hips(clip, chosen);
      expect(alone).toHaveLength(FRAMES);
      expect(alone).not.toContain(undefined);
      // From left to right through the picture in 1.2 s, as tall as the runner; in front of the runner in frames 13 to 33.
      const past = `[1:v]${WALKER},hflip,${OVAL},scale=290:638[p];[0:v][p]overlay=x='-290+1010*(t-0.2)/1.2':y=600`;
      const crossed = await hips(await withWalker('past.mp4', clip, walker, past, FRAMES), chosen);
      expect(Math.max(...apart(alone.slice(0, 13), crossed.slice(0, 13)))).toBeLessThan(12);
      // The runner's square is 800 px wide; the old way of following led 430 px away with the walker.
      expect(Math.max(...apart(alone, crossed))).toBeLessThan(90);
      const after = crossed.slice(38);
      expect(after.filter((point) => point === undefined).length).toBeLessThanOrEqual(2);
      expect(Math.max(...apart(alone.slice(38), after))).toBeLessThan(16);
    });

    it('tells two who meet and wear the same by where they are going', async () => {
      const chosen = { x: 1350, y: 730 };
      const alone = await hips(walker, chosen);
      expect(alone).toHaveLength(FRAMES);
      expect(alone).not.toContain(undefined);
      // Her own mirror image comes towards her and passes in front of her in frames 23 to 32.
      const meet = `[1:v]${WALKER},hflip,${OVAL}[p];[0:v][p]overlay=x='752+288*t':y=510`;
      const crossed = await hips(await withWalker('meet.mp4', walker, walker, meet, FRAMES), chosen);
      expect(Math.max(...apart(alone.slice(0, 23), crossed.slice(0, 23)))).toBeLessThan(10);
      expect(Math.max(...apart(alone, crossed))).toBeLessThan(60);
      const after = crossed.slice(42);
      expect(after.filter((point) => point === undefined).length).toBeLessThanOrEqual(3);
      expect(Math.max(...apart(alone.slice(42), after))).toBeLessThan(12);
    });
  },
);
