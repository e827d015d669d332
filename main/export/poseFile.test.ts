import { expect, it } from 'vitest';
import { poseFileSchema } from '../../shared/contract/poseFileSchema.ts';
import { blazePoseFromCoco, COCO_INDICES } from '../../shared/pose/coco.ts';
import { emptyTrack, FRAME_STRIDE } from '../../shared/pose/track.ts';
import { trackFromPoseFile } from '../node/analyzeClips.ts';
import { poseFileFromTrack } from './poseFile.ts';

it('keeps frames without a person and points that the model does not have', () => {
  const track = emptyTrack(200, 100, 2);
  const points = COCO_INDICES.map((_, i) => ({ x: 10 + i, y: 20.25, score: 0.5 }));
  track.data.set(blazePoseFromCoco(points), FRAME_STRIDE);
  const file = poseFileFromTrack(track, Float64Array.of(0, 0.5));
  const read = poseFileSchema.parse(JSON.parse(JSON.stringify(file)));
  expect(read.keypoints[0]).toBeNull();
  expect(read.keypoints[1]?.filter((point) => point !== null)).toHaveLength(17);
  expect(trackFromPoseFile(read)).toEqual(track);
});

it('keeps what a larger network saw of some frames', () => {
  const track = emptyTrack(200, 100, 3);
  const points = COCO_INDICES.map((_, i) => ({ x: 10 + i, y: 20.25, score: 0.5 }));
  const close = { frames: Int32Array.of(0, 2), data: emptyTrack(0, 0, 2).data };
  close.data.set(blazePoseFromCoco(points), FRAME_STRIDE);
  const file = poseFileFromTrack({ ...track, close }, Float64Array.of(0, 0.5, 1));
  const read = poseFileSchema.parse(JSON.parse(JSON.stringify(file)));
  expect(trackFromPoseFile(read)).toEqual({ ...track, close });
  const broken = { ...file, close_look: { frames: [0], keypoints: [] } };
  expect(poseFileSchema.safeParse(broken).success).toBe(false);
});
