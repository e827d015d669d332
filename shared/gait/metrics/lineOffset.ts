import { linePlace } from './frontalStep.ts';
import { frontalMetric } from './metric.ts';
import { clips, tuning } from './sources.ts';

/** Foot outward of the line of travel. */
export const lineOffset = frontalMetric({
  id: 'line_offset',
  spec: 'R10',
  unit: 'mm',
  decimals: 0,
  view: 'rear',
  sided: true,
  minFps: 60,
  recommendedFps: 60,
  needs: ['height', 'feet'],
  readFrontal: ({ step, signals, stride, medial, mmPerLeg }) => {
    const place = mmPerLeg === undefined ? undefined : linePlace(step, signals, stride);
    return place && -medial * (place.foot - place.path) * (mmPerLeg ?? Number.NaN);
  },
  systematic: tuning(16),
  setUp: clips(12),
  betweenDays: null,
  asymmetry: null,
  norm: null,
});
