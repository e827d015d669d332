import { frontalMetric } from './metric.ts';
import { house } from './sources.ts';

/** Knees apart, as a share of the hips’ distance. */
export const kneeWindow = frontalMetric({
  id: 'knee_window',
  spec: 'R4',
  unit: '1',
  decimals: 2,
  view: 'rear',
  sided: false,
  minFps: 60,
  recommendedFps: 60,
  needs: ['feet'],
  readFrontal: ({ X, signals, lateralOfRight, hipsApart }) =>
    hipsApart > 0
      ? (lateralOfRight * (X(signals.legs.R.knee) - X(signals.legs.L.knee))) / hipsApart
      : undefined,
  systematic: house(0.15),
  setUp: null,
  betweenDays: null,
  asymmetry: null,
  norm: null,
});
