import { atan2Deg } from '../../math/angles.ts';
import { frontalMetric } from './metric.ts';
import { clips, tuning } from './sources.ts';

/** Lean of the line from heel to ankle, against the standing one. */
export const heelLean = frontalMetric({
  id: 'heel_lean',
  spec: 'R6',
  unit: 'deg',
  decimals: 0,
  view: 'rear',
  sided: true,
  minFps: 60,
  recommendedFps: 120,
  needs: ['feet', 'standing'],
  readFrontal: ({ X, Y, leg, medial, side, reference }) =>
    atan2Deg(medial * (X(leg.ankle) - X(leg.heel)), Y(leg.ankle) - Y(leg.heel)) -
    (reference?.heelLean[side] ?? 0),
  systematic: tuning(8),
  setUp: clips(7.8),
  betweenDays: null,
  asymmetry: null,
  norm: null,
});
