import { sideMetric } from './metric.ts';
import { days } from './sources.ts';

/** Share of the stride that the foot is on the ground. */
export const dutyFactor = sideMetric({
  id: 'duty_factor',
  spec: 'S15',
  unit: '1',
  decimals: 2,
  event: 'stride',
  sided: true,
  minFps: 60,
  recommendedFps: 120,
  needs: ['feet', 'flight'],
  readSide: ({ contact, stance }) =>
    stance?.nextSameSide === undefined
      ? undefined
      : (stance.toeOff - contact) / (stance.nextSameSide - contact),
  slopeOf: null,
  timing: 'stance_share',
  systematic: null,
  setUp: null,
  fromTrack: null,
  betweenDays: days(0.011),
  asymmetry: 'ratio',
  norm: null,
});
