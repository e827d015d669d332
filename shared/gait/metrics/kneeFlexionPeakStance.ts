import { readingsOver } from '../segmentAngles.ts';
import { sideMetric } from './metric.ts';
import { clips, days, tuning } from './sources.ts';

/** Largest bend of the knee on the ground. */
export const kneeFlexionPeakStance = sideMetric({
  id: 'knee_flexion_peak_stance',
  spec: 'S6',
  unit: 'deg',
  decimals: 0,
  event: 'stance',
  sided: true,
  minFps: 30,
  recommendedFps: 60,
  needs: ['feet'],
  readSide: ({ read, contact, stance }) =>
    stance?.isPlanted ? Math.max(...readingsOver(read.knee, contact, stance.toeOff)) : undefined,
  slopeOf: null,
  timing: 'slope',
  systematic: tuning(5),
  setUp: clips(3.5),
  fromTrack: null,
  betweenDays: days(2),
  asymmetry: 'difference',
  norm: null,
});
