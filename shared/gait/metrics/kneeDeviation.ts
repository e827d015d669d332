import { atan2Deg } from '../../math/angles.ts';
import { frontalMetric } from './metric.ts';
import { clips, house } from './sources.ts';

/** Knee inward of the line from hip to ankle. */
export const kneeDeviation = frontalMetric({
  id: 'knee_deviation',
  spec: 'R3',
  unit: 'deg',
  decimals: 0,
  view: 'rear',
  sided: true,
  minFps: 60,
  recommendedFps: 60,
  needs: ['feet'],
  readFrontal: ({ X, Y, leg, medial }) =>
    atan2Deg(medial * (X(leg.knee) - X(leg.hip)), Y(leg.hip) - Y(leg.knee)) +
    atan2Deg(medial * (X(leg.knee) - X(leg.ankle)), Y(leg.knee) - Y(leg.ankle)),
  systematic: house(4),
  setUp: clips(3),
  betweenDays: null,
  asymmetry: null,
  norm: null,
});
