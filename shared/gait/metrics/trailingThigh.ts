import { sideMetric } from './metric.ts';
import { tuning } from './sources.ts';

/** Thigh behind the body at toe-off. */
export const trailingThigh = sideMetric({
  id: 'trailing_thigh',
  spec: 'S20',
  unit: 'deg',
  decimals: 0,
  event: 'toe_off',
  sided: true,
  minFps: 120,
  recommendedFps: 120,
  needs: ['feet', 'flight'],
  readSide: ({ read, stance }) => stance && read.thigh(stance.toeOff),
  slopeOf: ({ thigh }) => thigh,
  timing: 'slope',
  systematic: tuning(5),
  setUp: null,
  fromTrack: null,
  betweenDays: null,
  asymmetry: null,
  norm: null,
});
