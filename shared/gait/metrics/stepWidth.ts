import { madeMetric } from './metric.ts';
import { tuning } from './sources.ts';

/** Distance of the feet across the way; made of both line offsets in `derived.ts`. Both feet seem further out than they are. */
export const stepWidth = madeMetric({
  id: 'step_width',
  spec: 'R11',
  unit: 'mm',
  decimals: 0,
  view: 'rear',
  event: 'mid_stance',
  sided: false,
  visualOnly: true,
  minFps: 60,
  recommendedFps: 60,
  needs: ['height', 'feet'],
  systematic: tuning(22),
  setUp: null,
  betweenDays: null,
  asymmetry: null,
  norm: null,
});
