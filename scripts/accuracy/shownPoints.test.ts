import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { proceduralMotion } from '../../e2e/phantom/motion.ts';
import { runnerParams } from '../../e2e/phantom/params.ts';
import { clipTruth } from '../../e2e/phantom/truth.ts';
import { nearestFrame } from '../../shared/domain/frameTable.ts';
import { analyzeSession } from '../../shared/gait/analyzeSession.ts';
import { prepareClip } from '../../shared/gait/preparedClip.ts';
import { jointKnots, jointSources, posedFrames, unbrokenRuns } from '../../shared/gait/signals.ts';
import { isSure } from '../../shared/picture/skeletonStyle.ts';
import { KEYPOINT_STRIDE, LEG, SIDES } from '../../shared/pose/keypoints.ts';
import { shownTrack } from '../../shared/pose/shownTrack.ts';
import { FRAME_STRIDE, type PoseTrack } from '../../shared/pose/track.ts';
import { everyClip } from './clipSet.ts';
import { decodeTrack, trackPath } from './trackFile.ts';
import { clipInput, sessionOf } from './trackInput.ts';

/** A point farther from the truth than this share of the leg is plainly beside the runner. */
const BESIDE = 0.16;

function readClip(id: string) {
  const clip = everyClip().find((one) => one.id === id);
  if (!clip) throw new Error(`invalid clip: ${id}`);
  const file = decodeTrack(readFileSync(trackPath(id)));
  const truth = clipTruth({
    motion: proceduralMotion(runnerParams(clip.runner), clip.durationS + 1),
    ...{ runner: file.truth.runner, camera: clip.camera, fps: clip.fps },
    frameCount: file.truth.frame_count,
  });
  const input = clipInput(id, 'unassigned', file);
  const { clips, strides } = analyzeSession({
    session: sessionOf(file.truth),
    ...{ clips: [input], edits: [] },
  });
  const repaired = clips[0]?.repaired ?? [];
  const prepared = prepareClip(input);
  const farthest = BESIDE * prepared.pixelsPerLeg;
  const isBeside = ({ data }: PoseTrack, frame: number, keypoint: number): boolean => {
    const place = truth.joints.findIndex(({ index }) => index === keypoint);
    const [x = 0, y = 0] = truth.joints_px[frame]?.[place] ?? [];
    const at = frame * FRAME_STRIDE + keypoint * KEYPOINT_STRIDE;
    return Math.hypot((data[at] ?? 0) - x, (data[at + 1] ?? 0) - y) > farthest;
  };
  return { input, prepared, repaired, strides, isBeside, shown: shownTrack(input.pose, [], repaired) };
}

const LEGS = SIDES.flatMap((side) => Object.values(LEG[side]));
const visibility = ({ data }: PoseTrack, frame: number, keypoint: number): number =>
  data[frame * FRAME_STRIDE + keypoint * KEYPOINT_STRIDE + 2] ?? 0;

describe.each(['test-503-side-120', 'test-507-side-60', 'test-509-side-120'])('the skeleton of %s', (id) => {
  const { input, prepared, repaired, strides, isBeside, shown } = readClip(id);
  const frames = posedFrames(input.pose, [0, prepared.times.length]);

  it('is drawn on the runner where the network merged the legs, and hollow there', () => {
    const beside = (track: PoseTrack) =>
      frames.flatMap((frame) =>
        LEGS.flatMap((keypoint) => (isBeside(track, frame, keypoint) ? [{ frame, keypoint }] : [])),
      );
    const [before, after] = [beside(input.pose), beside(shown)];
    expect(before.length).toBeGreaterThan(100);
    expect(after.length).toBeLessThan(0.1 * before.length);
    const solid = after.filter(({ frame, keypoint }) => isSure(visibility(shown, frame, keypoint)));
    expect(solid.length).toBeLessThan(0.07 * before.length);
    for (const { keypoint, frames: mended } of repaired)
      for (const frame of mended) expect(isSure(visibility(shown, frame, keypoint))).toBe(false);
  });

  it('is what the numbers are read from, in every frame', () => {
    const { times, captureFps, pixelsPerLeg, choices, input: clip } = prepared;
    const options = { forward: 1 as const, captureFps, pixelsPerLeg };
    let compared = 0;
    for (const run of unbrokenRuns(clip.pose, times, clip.cuts)) {
      const own = posedFrames(clip.pose, run);
      const sources = jointSources(clip.pose, own, choices);
      for (const source of SIDES.flatMap((side) => Object.values(sources.legs[side]))) {
        const { x, y } = jointKnots(clip.pose, times, source, options);
        const last = source.frames[source.frames.length - 1] ?? 0;
        for (const frame of own) {
          if (frame < (source.frames[0] ?? 0) || frame > last) continue;
          const at = frame * FRAME_STRIDE + source.keypoint * KEYPOINT_STRIDE;
          const time = times[frame] ?? 0;
          expect(Math.abs((shown.data[at] ?? 0) - x.curve.at(time) * pixelsPerLeg)).toBeLessThan(0.06);
          const height = clip.pose.height - y.curve.at(time) * pixelsPerLeg;
          expect(Math.abs((shown.data[at + 1] ?? 0) - height)).toBeLessThan(0.06);
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(4000);
  });

  it('is right in the frames that are chosen as evidence: contacts that needed no mending', () => {
    const mended = new Set(repaired.flatMap((joint) => joint.frames));
    const contacts = strides
      .filter(({ accepted }) => accepted)
      .map(({ initial_contact_s }) => nearestFrame(prepared.times, initial_contact_s))
      .filter((frame) => !mended.has(frame));
    expect(contacts.length).toBeGreaterThan(5);
    const wrong = contacts.filter((frame) => LEGS.some((keypoint) => isBeside(shown, frame, keypoint)));
    expect(wrong).toEqual([]);
  });
});
