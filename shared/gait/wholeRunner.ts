import { RAD_TO_DEG } from '../math/angles.ts';
import { median, quantile } from '../math/statistics.ts';
import { KEYPOINT_STRIDE, LEG, NOSE, SIDES } from '../pose/keypoints.ts';
import { FRAME_STRIDE, framesWithPose, type PoseTrack } from '../pose/track.ts';
import { type CameraCheck, fine, stop, warn } from './cameraCheck.ts';
import type { SeenClip } from './preparedClip.ts';

/** A point nearer than this share to the edge of the picture may be a guess of the network. */
const EDGE = 0.02;
const MOST_CUT_OFF = 0.1;
/** Share of the frames in which a part of the body is gone for which the clip is no clip of a runner. */
const MOSTLY = 0.5;
/** No runner's legs lean further than this over a whole clip, degrees. */
const FARTHEST_LEAN_DEG = 45;

const FEET = SIDES.flatMap((side) => [LEG[side].ankle, LEG[side].heel, LEG[side].footIndex]);
const HIPS = SIDES.map((side) => LEG[side].hip);

/** Whether the whole runner is in the picture, upright. */
export function wholeRunnerChecks(clip: SeenClip): CameraCheck[] {
  const { pose, file } = clip.input;
  const frames = framesWithPose(pose);
  const at = pointReader(pose);
  const share = (isSo: (frame: number) => boolean): number =>
    frames.length === 0 ? 0 : frames.filter(isSo).length / frames.length;

  // Who runs past enters and leaves over the sides: only who stays can be cut off there.
  const hips = frames.flatMap((frame) => HIPS.map((k) => at(frame, k).x));
  const wander = (quantile(hips, 0.95) ?? 0) - (quantile(hips, 0.05) ?? 0);
  const stays = wander < clip.pixelsPerLeg;
  const isOut = (keypoints: readonly number[], margin: number) => (frame: number) =>
    keypoints.some((k) => {
      const { x, y } = at(frame, k);
      const isBeside = x < margin * pose.width || x > (1 - margin) * pose.width;
      return (stays && isBeside) || y < margin * pose.height || y > (1 - margin) * pose.height;
    });

  const turn_deg = turnToUpright(pose, frames);
  const areFeetOut = share(isOut(FEET, 0)) > MOSTLY;
  // Of legs alone the network makes up a body, which may stand on its head and lies outside the picture.
  if (share(isOut(HIPS, 0)) > MOSTLY || (areFeetOut && turn_deg !== 0))
    return [stop('runner_cut_off', { file })];
  if (areFeetOut) return [stop('feet_outside', { file })];
  if (turn_deg !== 0) return [stop('not_upright', { file, turn_deg })];

  const percent = (part: number): number => Math.round(100 * part);
  const feet = share(isOut(FEET, EDGE));
  const head = share(isOut([NOSE], EDGE));
  const found = [
    ...(feet > MOST_CUT_OFF ? [warn('feet_cut_off', { percent: percent(feet) })] : []),
    ...(head > MOST_CUT_OFF ? [warn('head_cut_off', { percent: percent(head) })] : []),
  ];
  return found.length === 0 ? [fine('whole_runner')] : found;
}

/** Clockwise turn after which the hips are above the ankles, degrees; 0 where they are. */
function turnToUpright(pose: PoseTrack, frames: readonly number[]): 0 | 90 | 180 | 270 {
  const at = pointReader(pose);
  const middle = (frame: number, joint: 'hip' | 'ankle') => {
    const [left, right] = [at(frame, LEG.L[joint]), at(frame, LEG.R[joint])];
    return { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
  };
  const rises = frames.map((frame) => {
    const [hip, ankle] = [middle(frame, 'hip'), middle(frame, 'ankle')];
    return { x: hip.x - ankle.x, y: ankle.y - hip.y };
  });
  const [x, y] = [median(rises.map((rise) => rise.x)) ?? 0, median(rises.map((rise) => rise.y)) ?? 1];
  const leanDeg = Math.atan2(x, y) * RAD_TO_DEG;
  if (Math.abs(leanDeg) <= FARTHEST_LEAN_DEG) return 0;
  if (Math.abs(leanDeg) >= 180 - FARTHEST_LEAN_DEG) return 180;
  return leanDeg > 0 ? 270 : 90;
}

function pointReader({ data }: PoseTrack) {
  return (frame: number, keypoint: number) => {
    const start = frame * FRAME_STRIDE + keypoint * KEYPOINT_STRIDE;
    return { x: data[start] ?? 0, y: data[start + 1] ?? 0 };
  };
}
