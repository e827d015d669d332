import { frontalMetric } from './metric.ts';
import { house } from './sources.ts';

/** Foot turned outwards. Coaches look for it; a single camera along the way does not tell it, so it is always absent. */
export const toeOut = frontalMetric({
  id: 'toe_out',
  spec: 'R9',
  unit: 'deg',
  decimals: 0,
  view: 'frontal',
  sided: true,
  minFps: 60,
  recommendedFps: 60,
  needs: ['feet'],
  readFrontal: () => undefined,
  systematic: house(4),
  setUp: null,
  betweenDays: null,
  asymmetry: null,
  norm: null,
});
