import { madeMetric } from './metric.ts';

/** Share of steps that land past the line of travel; made of the line offset in `derived.ts`. */
export const crossoverShare = madeMetric({
  id: 'crossover_share',
  spec: 'R12',
  unit: '0-1',
  decimals: 2,
  view: 'rear',
  event: 'mid_stance',
  sided: true,
  visualOnly: true,
  minFps: 60,
  recommendedFps: 60,
  needs: ['height', 'feet'],
  systematic: null,
  setUp: null,
  betweenDays: null,
  asymmetry: null,
  norm: null,
});
