import type { PoseEdit, RepairedJoint } from '../domain/analysis.ts';
import { correctedTrack } from './corrections.ts';
import { KEYPOINT_STRIDE } from './keypoints.ts';
import { FRAME_STRIDE, frameCountOf, type PoseTrack } from './track.ts';

/** Low enough that whatever draws a skeleton draws the joint as a guess: hollow. */
const REPAIRED_VISIBILITY = 0.25;

/**
 * The track as it is shown: the coach's corrections, and for the joints that the analysis read elsewhere than the network drew them
 * the place where it read them, as guesses. What a coach placed stays.
 * @param repaired of the analysis of this clip; empty before there is one
 */
export function shownTrack(
  track: PoseTrack,
  edits: readonly PoseEdit[],
  repaired: readonly RepairedJoint[],
): PoseTrack {
  const corrected = correctedTrack(track, edits);
  if (repaired.length === 0) return corrected;
  const data = corrected.data === track.data ? track.data.slice() : corrected.data;
  const frameCount = frameCountOf(track);
  for (const { keypoint, frames, x_px, y_px } of repaired) {
    const placed = corrected.placed?.get(keypoint);
    for (const [i, frame] of frames.entries()) {
      const at = frame * FRAME_STRIDE + keypoint * KEYPOINT_STRIDE;
      if (frame >= frameCount || placed?.has(frame) || Number.isNaN(data[at])) continue;
      const [x, y] = [x_px[i], y_px[i]];
      if (x != null && y != null) data.set([x, y], at);
      data[at + 2] = Math.min(data[at + 2] ?? 0, REPAIRED_VISIBILITY);
    }
  }
  return { ...corrected, data };
}
