import { mean } from '../../math/statistics.ts';
import { otherSide, type Side } from '../../pose/keypoints.ts';
import { readingsOver, sampleAt } from '../segmentAngles.ts';
import { type LegSignals, type Point, SIGNAL_HZ, type Signals } from '../signals.ts';
import type { FrontalReference } from '../standing.ts';
import type { Step } from '../steps.ts';

export interface FrontalContext {
  readonly view: 'rear' | 'front';
  readonly reference: FrontalReference | undefined;
  /** Millimetres per leg length; undefined when the athlete's height is not known. */
  readonly mmPerLeg: number | undefined;
  readonly stride: number;
}

/** One step seen along the way of the runner, at mid-stance, as metrics read it. Lengths are leg lengths, y upwards. */
export interface FrontalStep extends FrontalContext {
  readonly step: Step;
  readonly side: Side;
  readonly signals: Signals;
  readonly leg: LegSignals;
  readonly other: LegSignals;
  /** Sign of "towards the other leg" along image x, and of "outwards" for the right one. */
  readonly medial: 1 | -1;
  readonly lateralOfRight: 1 | -1;
  readonly X: (point: Point) => number;
  readonly Y: (point: Point) => number;
  /** Length of the shank in the picture, and how far the hips are apart in it. */
  readonly shank: number;
  readonly hipsApart: number;
}

/** Undefined where the step has no mid-stance. */
export function frontalStep(step: Step, signals: Signals, context: FrontalContext): FrontalStep | undefined {
  const at = step.midStance;
  if (at === undefined) return undefined;
  const { side } = step;
  const X = (point: Point) => sampleAt(point.x, signals.start, at);
  const Y = (point: Point) => sampleAt(point.y, signals.start, at);
  const leg = signals.legs[side];
  const other = signals.legs[otherSide(side)];
  return {
    ...context,
    step,
    side,
    signals,
    leg,
    other,
    medial: medialSign(context.view, side),
    lateralOfRight: medialSign(context.view, 'R') === 1 ? -1 : 1,
    X,
    Y,
    shank: Math.hypot(X(leg.knee) - X(leg.ankle), Y(leg.knee) - Y(leg.ankle)),
    hipsApart: Math.abs(X(leg.hip) - X(other.hip)),
  };
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

/** Sign of "towards the other leg" along image x (METHOD.md 1.1): from behind the right leg is on the right. */
export const medialSign = (view: 'rear' | 'front', side: Side): 1 | -1 =>
  (side === 'R') === (view === 'rear') ? -1 : 1;
