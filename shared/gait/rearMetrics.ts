import { atan2Deg } from '../math/angles.ts';
import { median } from '../math/statistics.ts';
import { SIDES, type Side } from '../pose/keypoints.ts';
import { type FrontalContext, frontalStep, medialSign } from './metrics/frontalStep.ts';
import { METRICS } from './registry.ts';
import { readingsOver, sampleAt } from './segmentAngles.ts';
import type { StepValues } from './sideMetrics.ts';
import { SIGNAL_HZ, type Signals } from './signals.ts';
import type { FrontalReference } from './standing.ts';
import type { Step } from './steps.ts';

/** Frontal-plane metrics of one step at mid-stance. */
export function frontalStepValues(step: Step, signals: Signals, context: FrontalContext): StepValues {
  const seen = frontalStep(step, signals, context);
  const values: StepValues = {};
  if (seen === undefined) return values;
  for (const { id, readFrontal } of METRICS) {
    const value = readFrontal?.(seen);
    if (value !== undefined) values[id] = value;
  }
  return values;
}

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
