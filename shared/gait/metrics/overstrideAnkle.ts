import { sideMetric } from './metric.ts';
import { clips, days, studies } from './sources.ts';

/** Ankle ahead of the hips at contact. */
export const overstrideAnkle = sideMetric({
  id: 'overstride_ankle',
  spec: 'S4b',
  unit: 'leg',
  decimals: 2,
  event: 'initial_contact',
  sided: true,
  minFps: 60,
  recommendedFps: 120,
  needs: ['feet'],
  readSide: ({ read, contact }) => read.ankleAhead(contact),
  slopeOf: ({ ankleAhead }) => ankleAhead,
  timing: 'slope',
  systematic: studies(0.03),
  setUp: clips(0.01),
  fromTrack: null,
  betweenDays: days(0.015),
  asymmetry: null,
  norm: null,
});
