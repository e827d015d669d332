import { RAD_TO_DEG } from '../math/angles.ts';
import type { Side } from '../pose/keypoints.ts';
import { type Point, SIGNAL_HZ, type Signals } from './signals.ts';

/** What one leg does in a side view, a sample per millisecond; lengths in leg lengths, angles in degrees. */
export interface LegSeries {
  readonly side: Side;
  /** Heel, ankle and toe ahead of the pelvis. */
  readonly heelAhead: Float64Array;
  readonly ankleAhead: Float64Array;
  readonly toeAhead: Float64Array;
  /** Forward velocity of the mid-foot relative to the pelvis, leg lengths / s. */
  readonly footVelocity: Float64Array;
  readonly toeHeight: Float64Array;
  readonly kneeFlexion: Float64Array;
  /** All that tells where in its stride the leg is: positions relative to the pelvis, heights and angles. */
  readonly shape: readonly Float64Array[];
}

export function legSeries(signals: Signals, side: Side): LegSeries {
  const { heel, footIndex, hip, knee, ankle } = signals.legs[side];
  const pelvis = signals.midHip;
  const ahead = (point: Point) => point.x.map((x, i) => x - (pelvis.x[i] ?? 0));
  const [heelAhead, toeAhead, ankleAhead] = [ahead(heel), ahead(footIndex), ahead(ankle)];
  const middle = heelAhead.map((x, i) => (x + (toeAhead[i] ?? 0)) / 2);
  const shank = inclination(knee, ankle);
  const kneeFlexion = inclination(hip, knee).map((thigh, i) => thigh - (shank[i] ?? 0));
  return {
    side,
    heelAhead,
    ankleAhead,
    toeAhead,
    footVelocity: velocity(middle),
    toeHeight: footIndex.y,
    kneeFlexion,
    shape: [heelAhead, toeAhead, ankleAhead, shank, kneeFlexion, heel.y, ankle.y],
  };
}

/** Lean of a segment, far end ahead positive. */
function inclination(top: Point, bottom: Point): Float64Array {
  return top.x.map(
    (x, i) => Math.atan2((bottom.x[i] ?? 0) - x, (top.y[i] ?? 0) - (bottom.y[i] ?? 0)) * RAD_TO_DEG,
  );
}

function velocity(values: Float64Array): Float64Array {
  const last = values.length - 1;
  return values.map(
    (_, i) => (((values[Math.min(i + 1, last)] ?? 0) - (values[Math.max(i - 1, 0)] ?? 0)) * SIGNAL_HZ) / 2,
  );
}
