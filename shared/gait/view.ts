import type { Side, View } from '../domain/analysis.ts';
import { RAD_TO_DEG } from '../math/angles.ts';
import { mean, median, quantile } from '../math/statistics.ts';
import { KEYPOINT_STRIDE, LEG, SHOULDERS, SIDES } from '../pose/keypoints.ts';
import { FRAME_STRIDE, frameCountOf, hasPose, type PoseTrack } from '../pose/track.ts';

export interface ViewEstimate {
  readonly view: View;
  /** Angle of the optical axis from the pure side (side, oblique) or rear/front view, degrees; null if unknown. */
  readonly yawDeg: number | null;
  /** Way the runner faces in the image; null in rear and front views. */
  readonly direction: 'left' | 'right' | null;
  readonly nearSide: Side | null;
}

/** Shoulder width / trunk length of a runner seen exactly from behind; a design value (METHOD.md 4.1). */
const FRONTAL_SHOULDER_RATIO = 0.77;

/** A foot is as long as it looks in this share of the frames; in the rest it points down or up. */
const LONG_FEET = 0.75;

/**
 * View from the keypoints (METHOD.md 4.1): how wide the shoulders and how long the feet look. The signed shoulder
 * width is averaged because the shoulders turn with every stride.
 */
export function estimateView(track: PoseTrack): ViewEstimate {
  const shoulder: number[] = [];
  const trunk: number[] = [];
  const feet: number[] = [];
  const shank: number[] = [];
  for (let frame = 0; frame < frameCountOf(track); frame++) {
    if (!hasPose(track, frame)) continue;
    const x = (k: number) => track.data[frame * FRAME_STRIDE + k * KEYPOINT_STRIDE] ?? 0;
    const y = (k: number) => track.data[frame * FRAME_STRIDE + k * KEYPOINT_STRIDE + 1] ?? 0;
    const visibility = (k: number) => track.data[frame * FRAME_STRIDE + k * KEYPOINT_STRIDE + 2] ?? 0;
    shoulder.push(x(SHOULDERS.L) - x(SHOULDERS.R));
    const mid = (a: number, b: number, of: (k: number) => number) => (of(a) + of(b)) / 2;
    trunk.push(
      Math.hypot(
        mid(SHOULDERS.L, SHOULDERS.R, x) - mid(LEG.L.hip, LEG.R.hip, x),
        mid(SHOULDERS.L, SHOULDERS.R, y) - mid(LEG.L.hip, LEG.R.hip, y),
      ),
    );
    for (const side of SIDES) {
      const { heel, footIndex, knee, ankle } = LEG[side];
      if (visibility(heel) > 0.5) feet.push(x(footIndex) - x(heel));
      shank.push(Math.hypot(x(knee) - x(ankle), y(knee) - y(ankle)));
    }
  }
  const trunkLength = median(trunk);
  const shankLength = median(shank);
  if (trunkLength === undefined || shankLength === undefined || feet.length === 0) {
    return { view: 'unknown', yawDeg: null, direction: null, nearSide: null };
  }
  const signed = mean(shoulder) ?? 0;
  const shoulderRatio = Math.abs(signed) / trunkLength;
  const angle = Math.asin(Math.min(1, shoulderRatio / FRONTAL_SHOULDER_RATIO)) * RAD_TO_DEG;
  const relativeFoot = (quantile(feet.map(Math.abs), LONG_FEET) ?? 0) / shankLength;
  const direction = (median(feet) ?? 0) >= 0 ? 'right' : 'left';
  // A runner who faces the right of the image shows the right side; no mirrored picture is assumed.
  const nearSide = direction === 'right' ? 'R' : 'L';
  // Feet seen lengthwise settle what hunched or twisted shoulders leave open.
  if (relativeFoot > (angle < 15 ? 0.28 : 0.36) && angle < 35) {
    const oblique = angle >= 20 && relativeFoot < 0.5;
    return { view: oblique ? 'oblique' : 'side', yawDeg: angle, direction, nearSide };
  }
  if (relativeFoot < 0.12 || (relativeFoot < 0.25 && angle > 40)) {
    // The subject's left is on the image's right in front; the face is no witness, it is guessed from behind as well.
    const front = signed > 0;
    // From behind or in front the shoulder ratio saturates: yaw cannot be told from it.
    return { view: front ? 'front' : 'rear', yawDeg: null, direction: null, nearSide: null };
  }
  return { view: 'oblique', yawDeg: angle, direction, nearSide };
}
