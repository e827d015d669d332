import { sideMetric } from './metric.ts';
import { clips, days, tuning } from './sources.ts';

/** Bend of the knee at mid-stance. */
export const kneeFlexionMs = sideMetric({
  id: 'knee_flexion_ms',
  spec: 'S6',
  unit: 'deg',
  decimals: 0,
  event: 'mid_stance',
  sided: true,
  minFps: 30,
  recommendedFps: 60,
  needs: ['feet'],
  readSide: ({ read, stance }) => (stance?.isPlanted ? read.knee(stance.midStance) : undefined),
  slopeOf: null,
  timing: 'slope',
  systematic: tuning(5),
  setUp: clips(3),
  fromTrack: null,
  betweenDays: days(2),
  asymmetry: null,
  norm: [
    [37.4, 4.8],
    [38.8, 3.8],
    [39.9, 3.6],
  ],
});
