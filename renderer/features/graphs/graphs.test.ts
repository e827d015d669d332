import { describe, expect, it } from 'vitest';
import type { CurveView } from '../../../shared/contract/compareApi.ts';
import { curveTimes, cycleLines, cycleRange, timeLines, toneOf, valueAt } from './graphData.ts';
import { cycleCsv, cycleRows, timeCsv, timeRows } from './graphTables.ts';
import { windowAt } from './timeWindow.ts';

describe('the stretch that is shown', () => {
  it('is the whole clip where nothing less is asked for, or the clip is shorter', () => {
    expect(windowAt([0, 1], undefined, 9, 4)).toEqual([0, 9]);
    expect(windowAt([0, 1], 4, 3, 1)).toEqual([0, 3]);
  });

  it('stays while the cursor is in it, and turns like a page at its end', () => {
    expect(windowAt([2, 4], 2, 9, 3)).toEqual([2, 4]);
    expect(windowAt([2, 4], 2, 9, 3.98)).toEqual([3.48, 5.48]);
    expect(windowAt([2, 4], 2, 9, 1)).toEqual([0.5, 2.5]);
    expect(windowAt([0, 9], 2, 9, 0.1)).toEqual([0, 2]);
    expect(windowAt([6, 8], 2, 9, 8.9)).toEqual([7, 9]);
    expect(windowAt([7, 9], 2, 9, 9)).toEqual([7, 9]);
  });
});

const ramp = Array.from({ length: 101 }, (_, i) => i);
const curve: CurveView = {
  ...{ id: 'knee_flexion', unit: 'deg' },
  traces: [
    { side: 'L', values: [10, 12, null, 16] },
    { side: 'R', values: [1, 2, 3, 4] },
  ],
  cycles: [
    { side: 'L', n: 9, excluded: 1, mean: ramp, sd: ramp.map(() => 2), toeOffPercent: 31 },
    { side: 'R', n: 1, excluded: 0, mean: ramp, sd: null, toeOffPercent: null },
  ],
};
const at = curveTimes({ everyFrames: 2 }, Float64Array.from([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]));

describe('what is drawn', () => {
  it('stands for every other frame where the clip has more than a curve needs', () => {
    expect(at).toEqual({ frames: [0, 2, 4, 6], times: [0, 0.2, 0.4, 0.6] });
    const values = curve.traces[0]?.values ?? [];
    expect([
      valueAt(values, 2, 2),
      valueAt(values, 2, 1),
      valueAt(values, 2, 3),
      valueAt(values, 2, 6),
    ]).toEqual([...[12, 11, null, 16]]);
  });

  it('runs on beyond the edges of the stretch, keeps gaps, and tells the near leg from the far one', () => {
    const [left] = timeLines(curve, at, [0.2, 0.5], 'R');
    expect(left?.tone).toBe('far');
    expect(left?.points).toEqual([
      { x: 0, y: 10 },
      { x: 0.2, y: 12 },
      { x: 0.4, y: null },
      { x: 0.6, y: 16 },
    ]);
    expect([toneOf('L', null), toneOf('R', null), toneOf(null, 'L')]).toEqual(['near', 'far', 'plain']);
  });

  it('has a band of one SD round a mean of several strides, none round a single one', () => {
    const [left, right] = cycleLines(curve, 'L');
    expect(left?.band?.[50]).toEqual({ x: 50, low: 48, high: 52 });
    expect(right?.band).toBeUndefined();
    expect(cycleRange(curve)?.[0]).toBeLessThan(-2);
  });
});

describe('the tables behind the graphs', () => {
  it('hold the stretch that is shown; the CSV holds every value, gaps empty', () => {
    expect(timeRows(curve, at, [0.1, 0.4])).toEqual([
      ['2', '0.200', '12.0', '2.0'],
      ['4', '0.400', '–', '3.0'],
    ]);
    const csv = timeCsv(curve, at, ['Frame', 'Time', 'Left', 'Right']);
    expect(csv).toHaveLength(5);
    expect(csv[3]).toEqual([4, 0.4, null, 3]);
  });

  it('hold mean and SD of every twentieth of the cycle, the CSV of every percent', () => {
    const rows = cycleRows(curve);
    expect(rows).toHaveLength(21);
    expect(rows[1]).toEqual(['5', '5.0 ± 2.0', '5.0']);
    const csv = cycleCsv(curve, ['Cycle', 'a', 'b', 'c', 'd']);
    expect(csv).toHaveLength(102);
    expect(csv[101]).toEqual([100, 100, 2, 100, null]);
  });
});
