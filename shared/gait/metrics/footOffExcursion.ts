import { sideMetric } from './metric.ts';
import { clips, tuning } from './sources.ts';

/** How far the foot has turned up from flat at toe-off. Against the foot flat on the ground: at mid-stance itself the network sees a shoe 9 degrees too low at the toe. */
export const footOffExcursion = sideMetric({
  id: 'foot_off_excursion',
  spec: 'S21',
  unit: 'deg',
  decimals: 0,
  event: 'toe_off',
  sided: true,
  minFps: 120,
  recommendedFps: 120,
  needs: ['feet', 'sole', 'standing', 'flight'],
  readSide: ({ read, stance, reference }) => stance && reference && reference.foot - read.foot(stance.toeOff),
  slopeOf: ({ foot }) => foot,
  timing: 'slope',
  systematic: tuning(12),
  setUp: clips(7),
  fromTrack: null,
  betweenDays: null,
  asymmetry: null,
  norm: null,
});
