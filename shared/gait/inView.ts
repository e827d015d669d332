import { CodedError } from '../domain/errors.ts';
import { quantile } from '../math/statistics.ts';
import { KEYPOINT_STRIDE, LEG } from '../pose/keypoints.ts';
import { FRAME_STRIDE, framesWithPose } from '../pose/track.ts';
import type { PreparedClip } from './preparedClip.ts';

/** Steps that a clip has to hold. */
export const FEWEST_STEPS = 6;
/** Who moves through the picture by this many leg lengths runs past a camera that stands. */
const PASSES_L = 2;
/** Of a stride nobody could time: a usual running step, s. */
const USUAL_STEP_S = 0.35;

/**
 * Why a clip has too few steps: somebody who ran past a standing camera cannot be filmed longer from where it stands, and is
 * told so with what was in view.
 * @param stride s, where one was found
 */
export function tooFewSteps(
  { input, times, pixelsPerLeg }: PreparedClip,
  stride: number | undefined,
  found?: number,
): CodedError {
  const { pose, file } = input;
  const frames = framesWithPose(pose);
  const hips = frames.map((frame) => pose.data[frame * FRAME_STRIDE + LEG.L.hip * KEYPOINT_STRIDE] ?? 0);
  const way = (quantile(hips, 0.98) ?? 0) - (quantile(hips, 0.02) ?? 0);
  const seconds = seenSeconds(frames, times);
  const steps = found ?? Math.floor(seconds / (stride === undefined ? USUAL_STEP_S : stride / 2));
  if (way < PASSES_L * pixelsPerLeg || steps >= FEWEST_STEPS) return new CodedError('too_short', { file });
  return new CodedError('seen_briefly', {
    file,
    seconds: Math.round(10 * seconds) / 10,
    steps,
    min_n: FEWEST_STEPS,
  });
}

/** Time from frame to frame in which somebody is there, s. */
function seenSeconds(frames: readonly number[], times: Float64Array): number {
  let seconds = 0;
  for (const [i, frame] of frames.entries())
    if (frames[i - 1] === frame - 1) seconds += (times[frame] ?? 0) - (times[frame - 1] ?? 0);
  return seconds;
}
