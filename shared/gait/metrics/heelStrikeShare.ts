import { madeMetric } from './metric.ts';

/** Share of contacts with the heel first; made of the foot strike angle in `derived.ts`. */
export const heelStrikeShare = madeMetric({
  id: 'heel_strike_share',
  spec: 'S2',
  unit: '0-1',
  decimals: 2,
  view: 'side',
  event: 'initial_contact',
  sided: true,
  visualOnly: false,
  minFps: 120,
  recommendedFps: 120,
  needs: ['feet', 'sole', 'standing'],
  systematic: null,
  setUp: null,
  betweenDays: null,
  asymmetry: null,
  norm: null,
});
