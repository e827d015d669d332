import { sideMetric } from './metric.ts';
import { days } from './sources.ts';

/** Time on the ground. */
export const contactTime = sideMetric({
  id: 'contact_time',
  spec: 'S11',
  unit: 'ms',
  decimals: 0,
  event: 'stance',
  sided: true,
  minFps: 60,
  recommendedFps: 120,
  needs: ['feet', 'flight'],
  readSide: ({ contact, stance }) => stance && (stance.toeOff - contact) * 1000,
  slopeOf: null,
  timing: 'stance',
  systematic: null,
  setUp: null,
  fromTrack: null,
  betweenDays: days(8),
  asymmetry: 'ratio',
  norm: [
    [270, 20],
    [230, 20],
    [200, 30],
  ],
});
