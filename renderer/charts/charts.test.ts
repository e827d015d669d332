import { describe, expect, it } from 'vitest';
import { bandPath, linearScale, linePath, niceTicks, paddedRange } from './chartMaths.ts';
import { csvText } from './csvText.ts';

describe('scales', () => {
  it('map values to pixels and back', () => {
    const y = linearScale([0, 40], [100, 0]);
    expect([y.at(0), y.at(10), y.at(40)]).toEqual([100, 75, 0]);
    expect(y.invert(y.at(13.7))).toBeCloseTo(13.7, 12);
    expect(linearScale([5, 5], [0, 100]).at(5)).toBe(0);
  });

  it('mark round values inside of the range, never too many', () => {
    expect(niceTicks([0, 100], 5)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(niceTicks([-12, 47], 4)).toEqual([0, 20, 40]);
    expect(niceTicks([0.02, 0.38], 4)).toEqual([0.1, 0.2, 0.3]);
    expect(niceTicks([3, 3], 4)).toEqual([3]);
  });

  it('leave some room round the values, and skip gaps', () => {
    expect(paddedRange([0, null, 10], 0.1)).toEqual([-1, 11]);
    expect(paddedRange([7])).toEqual([6, 8]);
    expect(paddedRange([null])).toBeUndefined();
  });
});

describe('paths', () => {
  const x = linearScale([0, 10], [0, 100]);
  const y = linearScale([0, 10], [100, 0]);

  it('break at gaps', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 1, y: 5 },
      { x: 2, y: null },
      { x: 3, y: 10 },
    ];
    expect(linePath(points, x, y)).toBe('M0.0 100.0L10.0 50.0M30.0 0.0');
  });

  it('go along the upper edge and back along the lower one', () => {
    const points = [
      { x: 0, low: 1, high: 2 },
      { x: 10, low: 3, high: 4 },
    ];
    expect(bandPath(points, x, y)).toBe('M0.0 80.0L100.0 60.0L100.0 70.0L0.0 90.0Z');
    expect(bandPath([], x, y)).toBe('');
  });
});

describe('CSV', () => {
  it('quotes what must be quoted, and leaves gaps empty', () => {
    expect(
      csvText([
        ['time, s', 'knee "left"'],
        [0.1, null],
      ]),
    ).toBe('"time, s","knee ""left"""\r\n0.1,\r\n');
  });

  it('lets no name run as a formula, and keeps negative numbers', () => {
    expect(csvText([['=1+1', '-x', -3.5]])).toBe("'=1+1,'-x,-3.5\r\n");
  });
});
