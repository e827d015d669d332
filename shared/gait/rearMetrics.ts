import { atan2Deg } from '../math/angles.ts';
import { mean, median } from '../math/statistics.ts';
import { otherSide, SIDES, type Side } from '../pose/keypoints.ts';
import { readingsOver, sampleAt } from './segmentAngles.ts';
import type { StepValues } from './sideMetrics.ts';
import { type Point, SIGNAL_HZ, type Signals } from './signals.ts';
import type { FrontalReference } from './standing.ts';
import type { Step } from './steps.ts';

export interface FrontalContext {
  readonly view: 'rear' | 'front';
  readonly reference: FrontalReference | undefined;
  /** Millimetres per leg length; undefined when the athlete's height is not known. */
  readonly mmPerLeg: number | undefined;
  readonly stride: number;
}

/** Frontal-plane metrics of one step at mid-stance: rows R1-R12 of measurement.md 1.4. */
export function frontalStepValues(step: Step, signals: Signals, context: FrontalContext): StepValues {
  const at = step.midStance;
  if (at === undefined) return {};
  const { side } = step;
  const medial = medialSign(context.view, side);
  const X = (point: Point) => sampleAt(point.x, signals.start, at);
  const Y = (point: Point) => sampleAt(point.y, signals.start, at);
  const leg = signals.legs[side];
  const other = signals.legs[otherSide(side)];
  const shank = Math.hypot(X(leg.knee) - X(leg.ankle), Y(leg.knee) - Y(leg.ankle));
  const hipsApart = Math.abs(X(leg.hip) - X(other.hip));
  const values: StepValues = {
    pelvic_drop: atan2Deg(Y(leg.hip) - Y(other.hip), hipsApart),
    heel_lean: atan2Deg(medial * (X(leg.ankle) - X(leg.heel)), Y(leg.ankle) - Y(leg.heel)),
    foot_under_ankle_rear: (100 * medial * (X(leg.ankle) - X(leg.heel))) / shank,
    knee_deviation:
      atan2Deg(medial * (X(leg.knee) - X(leg.hip)), Y(leg.hip) - Y(leg.knee)) +
      atan2Deg(medial * (X(leg.knee) - X(leg.ankle)), Y(leg.knee) - Y(leg.ankle)),
  };
  const lateralOfRight = -medialSign(context.view, 'R');
  if (hipsApart > 0)
    values.knee_window = (lateralOfRight * (X(signals.legs.R.knee) - X(signals.legs.L.knee))) / hipsApart;
  if (context.reference) {
    const { pelvis, heelLean, footUnderAnkle } = context.reference;
    // The standing pelvis may be tilted in the picture: the same tilt reads as drop on one side and rise on the other.
    const standing = (side === 'R') === (context.view === 'rear') ? pelvis : -pelvis;
    values.pelvic_drop = (values.pelvic_drop ?? 0) - standing;
    values.heel_lean = (values.heel_lean ?? 0) - heelLean[side];
    values.foot_under_ankle_rear = (values.foot_under_ankle_rear ?? 0) - footUnderAnkle[side];
  }
  const offset = lineOffset(step, signals, medial, context.stride);
  if (context.mmPerLeg !== undefined && offset !== undefined) values.line_offset = offset * context.mmPerLeg;
  return values;
}

/** Distance of the foot from the line of travel, lateral positive, leg lengths. */
function lineOffset(step: Step, signals: Signals, medial: 1 | -1, stride: number): number | undefined {
  const place = linePlace(step, signals, stride);
  return place && -medial * (place.foot - place.path);
}

/**
 * Where along the picture the line of travel (mean of the mid-hip over the stride around mid-stance) and the foot (mean of heel
 * and ankle) are, leg lengths; undefined where less than a stride is seen.
 */
export function linePlace(
  step: Step,
  signals: Signals,
  stride: number,
): { readonly path: number; readonly foot: number } | undefined {
  const at = step.midStance ?? step.initialContact;
  const end = signals.start + (signals.length - 1) / SIGNAL_HZ;
  if (at - stride / 2 < signals.start || at + stride / 2 > end) return undefined;
  const path = mean(
    readingsOver((time) => sampleAt(signals.midHip.x, signals.start, time), at - stride / 2, at + stride / 2),
  );
  const { heel, ankle } = signals.legs[step.side];
  const foot = (sampleAt(heel.x, signals.start, at) + sampleAt(ankle.x, signals.start, at)) / 2;
  return path === undefined ? undefined : { path, foot };
}

/** Sign of "towards the other leg" along image x (measurement.md 1.1): from behind the right leg is on the right. */
export const medialSign = (view: 'rear' | 'front', side: Side): 1 | -1 =>
  (side === 'R') === (view === 'rear') ? -1 : 1;

/** Reference from quiet stance in a rear or front view. */
export function standingFrontalReference(signals: Signals, view: 'rear' | 'front'): FrontalReference {
  const end = signals.start + (signals.length - 1) / SIGNAL_HZ;
  const typical = (read: (at: (p: Float64Array) => number) => number) =>
    median(readingsOver((time) => read((p) => sampleAt(p, signals.start, time)), signals.start, end)) ?? 0;
  const perSide = (of: (side: Side) => number) =>
    Object.fromEntries(SIDES.map((side) => [side, of(side)])) as Record<Side, number>;
  const legs = signals.legs;
  // Measured from the leg on the left of the picture to the one on its right.
  const [left, right] = view === 'rear' ? [legs.L, legs.R] : [legs.R, legs.L];
  return {
    pelvis: typical((at) =>
      atan2Deg(at(right.hip.y) - at(left.hip.y), Math.abs(at(right.hip.x) - at(left.hip.x))),
    ),
    heelLean: perSide((side) =>
      typical((at) =>
        atan2Deg(
          medialSign(view, side) * (at(legs[side].ankle.x) - at(legs[side].heel.x)),
          at(legs[side].ankle.y) - at(legs[side].heel.y),
        ),
      ),
    ),
    footUnderAnkle: perSide((side) =>
      typical((at) => {
        const shank = Math.hypot(
          at(legs[side].knee.x) - at(legs[side].ankle.x),
          at(legs[side].knee.y) - at(legs[side].ankle.y),
        );
        return (100 * medialSign(view, side) * (at(legs[side].ankle.x) - at(legs[side].heel.x))) / shank;
      }),
    ),
  };
}
