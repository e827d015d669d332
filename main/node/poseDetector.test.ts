import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needsChoice } from '../../shared/pose/blazepose/persons.ts';
import { LEG } from '../../shared/pose/keypoints.ts';
import { FRAME_STRIDE, frameCountOf, hasPose, type PoseTrack } from '../../shared/pose/track.ts';
import { runFfmpeg } from '../media/ffmpegProcess.ts';
import { MediaError } from '../media/mediaError.ts';
import { probeClip } from '../media/probe.ts';
import { detectPose, type PoseClip, samplePersons } from './poseDetector.ts';

const media = resolve(process.env['MIDSTANCE_MEDIA'] ?? '../shared', 'media');
const running = join(media, 'running', 'treadmill-side-left-30fps.mp4');
const walking = join(media, 'walking', 'overground-side-two-people-30fps.mp4');
const isThere = existsSync(running) && existsSync(walking);
it.runIf(process.env['MIDSTANCE_REQUIRE_ALL'])('real media are there', () => expect(isThere).toBe(true));

const share = (track: PoseTrack): number =>
  Array.from({ length: frameCountOf(track) }, (_, i) => hasPose(track, i)).filter(Boolean).length /
  frameCountOf(track);

describe.skipIf(!isThere)(
  'detectPose on real clips (skipped without ../shared/media)',
  { timeout: 180_000 },
  () => {
    let folder: string;
    const cut = async (file: string, start_s: number, frames: number): Promise<PoseClip> => {
      const out = join(folder, `${start_s}-${frames}.mp4`);
      const range = ['-ss', String(start_s), '-i', file, '-frames:v', String(frames)];
      const codec = ['-an', '-c:v', 'libx264', '-crf', '15', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];
      await runFfmpeg(['-v', 'error', ...range, ...codec, out]);
      return { file: out, probe: await probeClip(out) };
    };
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'pose-'));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('finds the runner, and gives the same numbers again, alone or in parallel, whole or resumed', async () => {
      const clip = await cut(running, 2, 72);
      // From a chosen frame, so that there are two runs, one of them backwards.
      const person = { x: 300, y: 870, time: 0.2 };
      const saved = new Map<number, Float32Array>();
      const store = {
        load: () => undefined,
        save: (index: number, data: Float32Array) => void saved.set(index, data),
      };
      const first = await detectPose(clip, { model: 'lite', person, threads: 2, store });
      expect(share(first.track)).toBeGreaterThan(0.95);
      expect(saved.size).toBe(3);

      const part = new Map([...saved].filter(([index]) => index === 0));
      const done: number[] = [];
      const resumed = await detectPose(clip, {
        model: 'lite',
        person,
        threads: 1,
        store: { load: (index) => part.get(index), save: () => undefined },
        onProgress: (count) => done.push(count),
      });
      expect(done[0]).toBe(61);
      expect(resumed.track.data).toEqual(first.track.data);

      const kept = await detectPose(clip, {
        model: 'lite',
        person,
        store: { load: (index) => saved.get(index), save: () => undefined },
      });
      expect(kept.info.fps).toBeUndefined();
      expect(kept.track.data).toEqual(first.track.data);
    });

    it('stays with the chosen one of two people, forwards and backwards', async () => {
      const clip = await cut(walking, 2.4, 24);
      const { track } = await detectPose(clip, { model: 'lite', person: { x: 1132, y: 720, time: 0.6 } });
      expect(share(track)).toBe(1);
      const hipX = (frame: number): number => track.data[frame * FRAME_STRIDE + LEG.L.hip * 3] ?? Number.NaN;
      for (let frame = 0; frame < 24; frame++) {
        // She walks from right to left through x = 1132; the other person stands near x = 640.
        expect(hipX(frame)).toBeGreaterThan(950);
        expect(hipX(frame)).toBeLessThan(1350);
      }
      expect(hipX(0)).toBeGreaterThan(hipX(23) + 100);
    });

    it('sees that one must be chosen', async () => {
      const two = await samplePersons(await cut(walking, 2.4, 12), { model: 'lite', samples: 3 });
      expect(two.map(({ frame }) => frame)).toEqual([2, 6, 10]);
      expect(needsChoice(two.map(({ persons }) => persons))).toBe(true);
      const one = await samplePersons(await cut(running, 1, 12), { model: 'lite', samples: 3 });
      expect(needsChoice(one.map(({ persons }) => persons))).toBe(false);
      expect(one.every(({ persons }) => persons.length === 1)).toBe(true);
    });

    it('stops when aborted, and passes media errors on', async () => {
      const clip = await cut(running, 0, 70);
      const abort = new AbortController();
      const options = {
        model: 'lite',
        signal: abort.signal,
        onProgress: () => abort.abort(new Error('enough')),
      } as const;
      await expect(detectPose(clip, options)).rejects.toThrow('enough');
      const gone = detectPose({ ...clip, file: join(folder, 'gone.mp4') }, { model: 'lite' });
      await expect(gone).rejects.toBeInstanceOf(MediaError);
    });
  },
);
