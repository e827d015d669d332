import { sideMetric } from './metric.ts';
import { clips, days, studies } from './sources.ts';

/** Bend of the knee at contact. */
export const kneeFlexionIc = sideMetric({
  id: 'knee_flexion_ic',
  spec: 'S5',
  unit: 'deg',
  decimals: 0,
  event: 'initial_contact',
  sided: true,
  minFps: 60,
  recommendedFps: 120,
  needs: ['feet'],
  readSide: ({ read, contact }) => read.knee(contact),
  slopeOf: ({ knee }) => knee,
  timing: 'slope',
  systematic: studies(4),
  setUp: clips(4),
  fromTrack: null,
  betweenDays: days(2),
  asymmetry: 'difference',
  norm: [
    [9.3, 4.3],
    [9.7, 5.0],
    [11.2, 5.0],
  ],
});
