import { sideMetric } from './metric.ts';
import { days } from './sources.ts';

/** From toe-off to the next contact of the other foot. */
export const flightTime = sideMetric({
  id: 'flight_time',
  spec: 'S12',
  unit: 'ms',
  decimals: 0,
  event: 'step',
  sided: true,
  minFps: 60,
  recommendedFps: 120,
  needs: ['feet', 'flight'],
  readSide: ({ stance, nextContact }) =>
    nextContact === undefined ? undefined : stance && (nextContact - stance.toeOff) * 1000,
  slopeOf: null,
  timing: 'stance',
  systematic: null,
  setUp: null,
  fromTrack: null,
  betweenDays: days(8),
  asymmetry: 'ratio',
  norm: [
    [100, 20],
    [120, 20],
    [130, 20],
  ],
});
