import { mean } from '../../math/statistics.ts';
import { readingsOver } from '../segmentAngles.ts';
import { sideMetric } from './metric.ts';
import { clips, days, tuning } from './sources.ts';

/** Forward lean of the trunk, mean over the stance. */
export const trunkLean = sideMetric({
  id: 'trunk_lean',
  spec: 'S8',
  unit: 'deg',
  decimals: 0,
  event: 'stance',
  sided: false,
  minFps: 24,
  recommendedFps: 30,
  needs: [],
  readSide: ({ read, contact, stance }) =>
    stance && (mean(readingsOver(read.trunk, contact, stance.toeOff)) ?? read.trunk(stance.midStance)),
  slopeOf: null,
  timing: 'slope',
  systematic: tuning(2.5),
  setUp: clips(1.3),
  fromTrack: null,
  betweenDays: days(1),
  asymmetry: null,
  norm: null,
});
