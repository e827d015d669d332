import { sideMetric } from './metric.ts';
import { clips, house } from './sources.ts';
import { stepLengthM } from './stepLength.ts';
import { oscillationMm } from './verticalOscillation.ts';

/** Rise of the pelvis as a share of the step’s length. */
export const verticalRatio = sideMetric({
  id: 'vertical_ratio',
  spec: 'S10',
  unit: '%',
  decimals: 1,
  event: 'step',
  sided: false,
  minFps: 24,
  recommendedFps: 30,
  needs: ['speed', 'height', 'flight'],
  readSide: (step) => {
    const [rise, length] = [oscillationMm(step), stepLengthM(step)];
    return rise === undefined || !length ? undefined : rise / (10 * length);
  },
  slopeOf: null,
  timing: 'slope',
  systematic: house(0.9),
  setUp: clips(0.8),
  fromTrack: null,
  betweenDays: null,
  asymmetry: null,
  norm: null,
});
