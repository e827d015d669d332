import { median } from '../math/statistics.ts';
import { KEYPOINT_STRIDE, LEG, SHOULDERS, SIDES } from '../pose/keypoints.ts';
import { FRAME_STRIDE, frameCountOf, hasPose, type PoseTrack } from '../pose/track.ts';

/** Points of the legs that tell the phase of a stride, of both sides. */
const LEG_POINTS = SIDES.flatMap((side) => [
  LEG[side].knee,
  LEG[side].ankle,
  LEG[side].heel,
  LEG[side].footIndex,
]);
/** A point further off than this share of the trunk is another leg's, or lost: how far does not matter any more. */
const FARTHEST = 0.35;

/** Where the body is in one frame, pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  /** Length of the trunk, mid-hip to mid-shoulder. */
  readonly trunk: number;
}

/** The body frame by frame, before anything is smoothed or timed. */
export interface BodyShapes {
  /** Undefined where nobody was found. */
  readonly places: readonly (Place | undefined)[];
  /** Knees, ankles, heels and toes from the mid-hip, in lengths of the trunk around that time; x and y by turns. */
  readonly shapes: readonly (Float64Array | undefined)[];
  /** How far the legs' points moved since the frame before (median, lengths of the trunk); NaN where one of them is empty. */
  readonly moved: Float64Array;
}

/** Frames on either side over which a trunk has one length. */
const TRUNK_FRAMES = 15;

export function bodyShapes(track: PoseTrack): BodyShapes {
  const count = frameCountOf(track);
  const at = (frame: number, keypoint: number, axis: 0 | 1): number =>
    track.data[frame * FRAME_STRIDE + keypoint * KEYPOINT_STRIDE + axis] ?? Number.NaN;
  const middle = (frame: number, pair: readonly [number, number], axis: 0 | 1): number =>
    (at(frame, pair[0], axis) + at(frame, pair[1], axis)) / 2;
  const raw = Array.from({ length: count }, (_, frame): Place | undefined => {
    if (!hasPose(track, frame)) return undefined;
    const x = middle(frame, [LEG.L.hip, LEG.R.hip], 0);
    const y = middle(frame, [LEG.L.hip, LEG.R.hip], 1);
    const trunk = Math.hypot(
      middle(frame, [SHOULDERS.L, SHOULDERS.R], 0) - x,
      middle(frame, [SHOULDERS.L, SHOULDERS.R], 1) - y,
    );
    return { x, y, trunk };
  });
  const trunks = raw.map((_, frame) => {
    const around = raw.slice(Math.max(0, frame - TRUNK_FRAMES), frame + TRUNK_FRAMES + 1);
    return median(around.flatMap((place) => (place && place.trunk > 0 ? [place.trunk] : []))) ?? 1;
  });
  const shapes = raw.map((place, frame) => {
    if (place === undefined) return undefined;
    const trunk = trunks[frame] ?? 1;
    return Float64Array.from(
      LEG_POINTS.flatMap((point) => [
        (at(frame, point, 0) - place.x) / trunk,
        (at(frame, point, 1) - place.y) / trunk,
      ]),
    );
  });
  const moved = Float64Array.from({ length: count }, (_, frame) => {
    if (frame === 0 || raw[frame] === undefined || raw[frame - 1] === undefined) return Number.NaN;
    const steps = LEG_POINTS.map((point) =>
      Math.hypot(
        at(frame, point, 0) - at(frame - 1, point, 0),
        at(frame, point, 1) - at(frame - 1, point, 1),
      ),
    );
    return (median(steps) ?? Number.NaN) / (trunks[frame] ?? 1);
  });
  return { places: raw, shapes, moved };
}

/**
 * Mean squared distance of the points of two shapes, each cut off where it is another leg's: 0 to 0.1225, which it is where one is
 * missing.
 * @param farthest lengths of the trunk at which a point's distance is cut off
 */
export function shapesApart(
  a: Float64Array | undefined,
  b: Float64Array | undefined,
  farthest = FARTHEST,
): number {
  const most = farthest * farthest;
  if (a === undefined || b === undefined) return FARTHEST * FARTHEST;
  let sum = 0;
  for (let i = 0; i < a.length; i += 2) {
    const apart = ((a[i] ?? 0) - (b[i] ?? 0)) ** 2 + ((a[i + 1] ?? 0) - (b[i + 1] ?? 0)) ** 2;
    sum += apart < most ? apart : most;
  }
  return (2 * sum) / a.length;
}
