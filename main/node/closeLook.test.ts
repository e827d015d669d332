import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { KEYPOINT_STRIDE, LEG, SHOULDERS, SIDES } from '../../shared/pose/keypoints.ts';
import { emptyTrack, FRAME_STRIDE, type PoseTrack } from '../../shared/pose/track.ts';
import { probeClip } from '../media/probe.ts';
import { closeLook } from './closeLook.ts';

const sample = (name: string) => fileURLToPath(new URL(`../../models/sample/${name}`, import.meta.url));
const rowOf = (data: Float32Array, row: number) => data.slice(row * FRAME_STRIDE, (row + 1) * FRAME_STRIDE);

/** Where the joints of the shipped clip truly are: what a first network without any error would have seen. */
function trueTrack(): PoseTrack {
  const truth = JSON.parse(readFileSync(sample('standing.truth.json'), 'utf8'));
  const track = emptyTrack(truth.width, truth.height, truth.joints_px.length);
  track.data.fill(0);
  truth.joints_px.forEach((points: [number, number][], frame: number) => {
    points.forEach((point, j) => {
      track.data.set([...point, 1], frame * FRAME_STRIDE + truth.joints[j].index * KEYPOINT_STRIDE);
    });
  });
  return track;
}

it('sees the person in single frames, each half by itself, and nobody where nobody was', {
  timeout: 120_000,
}, async () => {
  const file = sample('standing.mp4');
  const clip = { file, probe: await probeClip(file) };
  const track = trueTrack();
  const frames = [7, 30, 31, 60];
  const look = await closeLook(clip, track, frames, { model: 'lite' });
  expect([...look.frames]).toEqual(frames);
  const points = [
    ...Object.values(SHOULDERS),
    ...SIDES.flatMap((side) => [LEG[side].knee, LEG[side].ankle, LEG[side].footIndex]),
  ];
  frames.forEach((frame, k) => {
    const seen = rowOf(look.data, k);
    const truth = rowOf(track.data, frame);
    for (const point of points) {
      const at = KEYPOINT_STRIDE * point;
      const off = Math.hypot(
        (seen[at] ?? Number.NaN) - (truth[at] ?? Number.NaN),
        (seen[at + 1] ?? Number.NaN) - (truth[at + 1] ?? Number.NaN),
      );
      // A runner of 580 pixels; the network's own idea of a joint is up to 5 % of that beside ours.
      expect(off, `frame ${frame}, point ${point}`).toBeLessThan(30);
    }
  });

  const nobody: PoseTrack = { ...track, data: track.data.slice() };
  nobody.data.fill(Number.NaN, 30 * FRAME_STRIDE, 31 * FRAME_STRIDE);
  const without = await closeLook(clip, nobody, frames, { model: 'lite' });
  expect(rowOf(without.data, 1).every(Number.isNaN)).toBe(true);
  // The second half is looked at by itself: nothing of it depends on the first.
  expect(without.data.slice(2 * FRAME_STRIDE)).toEqual(look.data.slice(2 * FRAME_STRIDE));
});
