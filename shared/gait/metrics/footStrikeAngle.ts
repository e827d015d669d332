import { sideMetric } from './metric.ts';
import { clips, days, studies, tuning } from './sources.ts';

/** RMSE of the clip means of twelve feet. */
const FROM_TRACK = tuning(5.7);

/** Sole against the flat foot at contact, toe up positive. */
export const footStrikeAngle = sideMetric({
  id: 'foot_strike_angle',
  spec: 'S1',
  unit: 'deg',
  decimals: 0,
  event: 'initial_contact',
  sided: true,
  minFps: 60,
  recommendedFps: 120,
  needs: ['feet', 'sole', 'standing'],
  readSide: ({ footStrikeAngle }) => footStrikeAngle,
  slopeOf: ({ foot }) => foot,
  timing: 'slope',
  systematic: studies(2.9),
  setUp: clips(3),
  fromTrack: FROM_TRACK,
  betweenDays: days(1.5),
  asymmetry: 'difference',
  norm: [
    [13.9, 6.7],
    [16.7, 7.3],
    [17.1, 7.6],
  ],
});
