import { frontalMetric } from './metric.ts';
import { clips, house } from './sources.ts';

/** Ankle inward of the heel, against the standing one. */
export const footUnderAnkleRear = frontalMetric({
  id: 'foot_under_ankle_rear',
  spec: 'R8',
  unit: '% shank',
  decimals: 0,
  view: 'rear',
  sided: true,
  minFps: 60,
  recommendedFps: 120,
  needs: ['feet', 'standing'],
  readFrontal: ({ X, leg, medial, shank, side, reference }) =>
    (100 * medial * (X(leg.ankle) - X(leg.heel))) / shank - (reference?.footUnderAnkle[side] ?? 0),
  systematic: house(4),
  setUp: clips(2.1),
  betweenDays: null,
  asymmetry: null,
  norm: null,
});
