import { describe, expect, it } from 'vitest';
import type { SessionHistory } from '../../../shared/contract/compareApi.ts';
import { beforeAfterRows, chosenRows, countChanges } from './beforeAfter.ts';
import { sideTrends, trendLines, trendMetrics, trendRange } from './trendData.ts';

type Reading = SessionHistory['readings'][number];

const reading = (id: string, side: 'L' | 'R' | null, value: number, captureFps = 240): Reading => ({
  metric: {
    ...{ id, side, clip: 'a', value, unit: 'ms', repeat: 4, total: 20, low: value - 20, high: value + 20 },
    ...{ n: 20, grade: 'high', reason: null },
  },
  conditions: { speedMps: 3, captureFps, view: 'side', nearLeg: true, surface: 'treadmill' },
});
const session = (sessionId: string, readings: Reading[]): SessionHistory => ({
  ...{ sessionId, date: '2026-03-01', readings },
  setup: {
    shots: [{ view: 'side', nearSide: 'L', captureFps: 240 }],
    ...{ speedMps: 3, inclinePercent: 0, surface: 'treadmill', shoe: null },
  },
});
const before = session('before-1', [
  reading('contact_time', 'L', 250),
  reading('contact_time', 'R', 250),
  reading('flight_time', 'L', 100),
  reading('heel_lean', 'L', 3),
]);
const after = session('after-01', [
  reading('cadence', null, 170),
  reading('contact_time', 'L', 220),
  reading('contact_time', 'R', 245),
  reading('flight_time', 'L', 120, 60),
  reading('heel_lean', 'L', 9),
]);

describe('before and after', () => {
  const rows = beforeAfterRows(before, after);
  const kinds = Object.fromEntries(
    rows.map(({ id, side, change }) => [
      `${id} ${side}`,
      change.kind === 'not_comparable' ? change.reason : change.kind,
    ]),
  );

  it('tells a change from measurement error, and why something cannot be compared', () => {
    expect(kinds).toEqual({
      'cadence null': 'absent',
      'contact_time L': 'changed',
      'contact_time R': 'within_error',
      'flight_time L': 'rate',
      'heel_lean L': 'no_day_to_day_figure',
    });
    expect(countChanges(rows)).toEqual({ changed: 1, within: 1, not: 3 });
  });

  it('shows what is asked for', () => {
    expect(chosenRows(rows, 'all')).toHaveLength(5);
    expect(chosenRows(rows, 'comparable').map(({ side }) => side)).toEqual(['L', 'R']);
    expect(chosenRows(rows, 'changed').map(({ id }) => id)).toEqual(['contact_time']);
  });
});

describe('a trend over sessions', () => {
  const sessions = [before, session('other-01', [reading('contact_time', 'L', 300, 60)]), after];

  it('draws a stretch only between sessions of the same set-up, at their places in the row', () => {
    const trends = sideTrends(sessions, 'contact_time');
    expect(trends.map(({ side, tone }) => [side, tone])).toEqual([
      ['L', 'near'],
      ['R', 'far'],
    ]);
    const ends = trendLines(trends).map(({ points }) => points.map(({ x, y }) => [x, y]));
    expect(ends).toEqual([
      [
        [0, 250],
        [2, 220],
      ],
      [
        [0, 250],
        [2, 245],
      ],
    ]);
  });

  it('leaves room for the bars, and knows every metric once', () => {
    const [low, high] = trendRange(sideTrends(sessions, 'contact_time')) ?? expect.fail('no range');
    expect(low).toBeLessThan(216);
    expect(high).toBeGreaterThan(304);
    expect(trendMetrics(sessions)).toEqual(['contact_time', 'flight_time', 'heel_lean', 'cadence']);
    expect(sideTrends(sessions, 'step_width')).toEqual([]);
    expect(trendRange([])).toBeUndefined();
  });
});
