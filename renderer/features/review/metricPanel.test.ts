import { describe, expect, it } from 'vitest';
import type { Analysis, Metric, Stride } from '../../../shared/domain/analysis.ts';
import { firstPlace, metricsOf } from './metricPanel.ts';

const metric = (id: string, side: Metric['side'], value: number | null): Metric => ({
  ...{ id, side, value, clip: null, unit: 'ms', repeat: 1, total: 2, low: 0, high: 1, n: 12 },
  grade: value === null ? 'not_reported' : 'high',
  reason: null,
});
const stride = (
  clip: string,
  side: Stride['side'],
  contact: number,
  ids: string[],
  accepted = true,
): Stride => ({
  ...{ clip, side, index: 0, accepted, reason: null },
  initial_contact_s: contact,
  toe_off_s: contact + 0.2,
  next_contact_s: contact + 0.7,
  values: Object.fromEntries(ids.map((id) => [id, 1])),
});
const strides = [
  stride('other', 'L', 0.5, ['contact_time']),
  stride('clip', 'L', 1, ['contact_time'], false),
  stride('clip', 'L', 2, ['contact_time', 'toe_off_plantarflexion', 'knee_flexion_ms']),
  stride('clip', 'R', 2.35, ['contact_time']),
];
const analysis = { strides } as Analysis;

describe('metricsOf', () => {
  it('puts what was read before what was not', () => {
    const all = [
      metric('cadence', null, 170),
      metric('contact_time', 'L', null),
      metric('step_time', 'L', 350),
    ];
    const left = metricsOf(all, 'L');
    expect(left.reported.map(({ id }) => id)).toEqual(['step_time']);
    expect(left.absent.map(({ id }) => id)).toEqual(['contact_time']);
    expect(metricsOf(all, 'both').reported.map(({ id }) => id)).toEqual(['cadence']);
  });
});

describe('firstPlace', () => {
  const at = (id: string, side: Metric['side']) => firstPlace(analysis, metric(id, side, 1), 'clip');
  it('is the first clean step of that foot in the clip on show', () => {
    expect(at('contact_time', 'L')).toEqual({ clip: 'clip', timeS: 2 });
    expect(at('contact_time', 'R')).toEqual({ clip: 'clip', timeS: 2.35 });
  });

  it('is the instant that the metric is read at', () => {
    expect(at('toe_off_plantarflexion', 'L')?.timeS).toBeCloseTo(2.2, 9);
    expect(at('knee_flexion_ms', 'L')?.timeS).toBeCloseTo(2.1, 9);
  });

  it('falls back to any clean step, and to nothing without one', () => {
    expect(at('asymmetry.step_length', null)).toEqual({ clip: 'clip', timeS: 2 });
    expect(
      firstPlace({ strides: [] } as unknown as Analysis, metric('cadence', null, 1), 'clip'),
    ).toBeUndefined();
  });
});
