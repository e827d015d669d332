import { sideMetric } from './metric.ts';
import { clips, days, tuning } from './sources.ts';

/** Heel ahead of the hips at contact. */
export const overstrideHeel = sideMetric({
  id: 'overstride_heel',
  spec: 'S4',
  unit: 'leg',
  decimals: 2,
  event: 'initial_contact',
  sided: true,
  minFps: 60,
  recommendedFps: 120,
  needs: ['feet'],
  readSide: ({ read, contact }) => read.heelAhead(contact),
  slopeOf: ({ heelAhead }) => heelAhead,
  timing: 'slope',
  systematic: tuning(0.04),
  setUp: clips(0.016),
  fromTrack: null,
  betweenDays: days(0.015),
  asymmetry: null,
  norm: [
    [0.14, 0.03],
    [0.2, 0.04],
    [0.23, 0.05],
  ],
});
