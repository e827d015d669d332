import { sideMetric } from './metric.ts';
import type { SideStep } from './sideStep.ts';
import { clips, tuning } from './sources.ts';

/** Undefined without the athlete's height. */
export function oscillationMm({ rise, metresPerLeg }: SideStep): number | undefined {
  const legs = rise();
  return legs === undefined || metresPerLeg === undefined ? undefined : legs * metresPerLeg * 1000;
}

/** Rise of the pelvis over a step. */
export const verticalOscillation = sideMetric({
  id: 'vertical_oscillation',
  spec: 'S9',
  unit: 'mm',
  decimals: 0,
  event: 'step',
  sided: false,
  minFps: 24,
  recommendedFps: 30,
  needs: ['height', 'flight'],
  readSide: oscillationMm,
  slopeOf: null,
  timing: 'slope',
  systematic: tuning(10),
  setUp: clips(9),
  fromTrack: null,
  betweenDays: null,
  asymmetry: null,
  norm: [
    [95, 14],
    [91, 13],
    [79, 15],
  ],
});
