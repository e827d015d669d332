import { sideMetric } from './metric.ts';
import { clips, days, studies } from './sources.ts';

/** Shin at contact: ankle ahead of the knee positive. */
export const tibiaAngleIc = sideMetric({
  id: 'tibia_angle_ic',
  spec: 'S3',
  unit: 'deg',
  decimals: 0,
  event: 'initial_contact',
  sided: true,
  minFps: 60,
  recommendedFps: 120,
  needs: ['feet'],
  readSide: ({ read, contact }) => read.shank(contact),
  slopeOf: ({ shank }) => shank,
  timing: 'slope',
  systematic: studies(2),
  setUp: clips(2),
  fromTrack: null,
  betweenDays: days(1.5),
  asymmetry: 'difference',
  norm: [
    [7.0, 2.1],
    [10.0, 2.9],
    [11.5, 3.0],
  ],
});
