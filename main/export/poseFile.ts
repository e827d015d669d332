import type { PoseFile } from '../../shared/contract/poseFileSchema.ts';
import { KEYPOINT_STRIDE } from '../../shared/pose/keypoints.ts';
import { FRAME_STRIDE, frameCountOf, hasPose, type PoseTrack } from '../../shared/pose/track.ts';

/** The published form of a track: times in true seconds, hundredths of a pixel, thousandths of visibility. */
export function poseFileFromTrack(track: PoseTrack, times: Float64Array): PoseFile {
  const round = (value: number | undefined, digits: number) => Number((value ?? 0).toFixed(digits));
  const keypoints = Array.from({ length: frameCountOf(track) }, (_, frame) => {
    if (!hasPose(track, frame)) return null;
    const row = track.data.subarray(frame * FRAME_STRIDE, (frame + 1) * FRAME_STRIDE);
    return Array.from({ length: row.length / KEYPOINT_STRIDE }, (_, k): [number, number, number] | null => {
      const [x, y, visibility] = row.subarray(3 * k, 3 * k + 3);
      if (Number.isNaN(x) || Number.isNaN(y)) return null;
      return [round(x, 2), round(y, 2), round(visibility, 3)];
    });
  });
  return {
    schemaVersion: 1,
    width: track.width,
    height: track.height,
    times_s: Array.from(times, (time) => round(time, 6)),
    keypoints,
  };
}
