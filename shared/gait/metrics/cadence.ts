import { madeMetric } from './metric.ts';
import { clips, days, house } from './sources.ts';

/** Steps per minute, from all contacts; made in `cadenceMetric.ts`. */
export const cadence = madeMetric({
  id: 'cadence',
  spec: 'S16',
  unit: 'steps/min',
  decimals: 0,
  view: 'any',
  event: 'step',
  sided: false,
  visualOnly: false,
  minFps: 24,
  recommendedFps: 60,
  needs: [],
  systematic: house(0.3),
  setUp: clips(0.08),
  betweenDays: days(1.5),
  asymmetry: null,
  norm: [
    [161, 9],
    [170, 10],
    [181, 15],
  ],
});
