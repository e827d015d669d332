import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { FRAME_STRIDE, type PoseTrack } from '../../shared/pose/track.ts';
import { probeClip } from '../media/probe.ts';
import { closeLook } from './closeLook.ts';
import { detectPose } from './poseDetector.ts';

const file = fileURLToPath(new URL('../../models/sample/standing.mp4', import.meta.url));

it('sees in single frames what the tracker sees, whoever does which half, and nobody where nobody was', {
  timeout: 120_000,
}, async () => {
  const clip = { file, probe: await probeClip(file) };
  const { track } = await detectPose(clip, { model: 'lite' });
  const frames = [7, 30, 31, 32, 64, 80];
  const look = await closeLook(clip, track, frames, { model: 'lite' });
  expect([...look.frames]).toEqual(frames);
  const rowOf = (data: Float32Array, row: number) => data.slice(row * FRAME_STRIDE, (row + 1) * FRAME_STRIDE);
  frames.forEach((frame, k) => {
    const seen = rowOf(look.data, k);
    const tracked = rowOf(track.data, frame);
    // Ankles, heels and toes; the square differs a little from the tracker's own.
    for (let point = 27; point <= 32; point++) {
      const at = 3 * point;
      const off = Math.hypot(
        (seen[at] ?? Number.NaN) - (tracked[at] ?? Number.NaN),
        (seen[at + 1] ?? Number.NaN) - (tracked[at + 1] ?? Number.NaN),
      );
      expect(off, `frame ${frame}, point ${point}`).toBeLessThan(8);
    }
  });

  const nobody: PoseTrack = { ...track, data: track.data.slice() };
  nobody.data.fill(Number.NaN, 31 * FRAME_STRIDE, 32 * FRAME_STRIDE);
  const without = await closeLook(clip, nobody, frames, { model: 'lite' });
  expect(rowOf(without.data, 2).every(Number.isNaN)).toBe(true);
  // The second half is looked at by itself: nothing of it depends on the first.
  expect(without.data.slice(3 * FRAME_STRIDE)).toEqual(look.data.slice(3 * FRAME_STRIDE));
});
