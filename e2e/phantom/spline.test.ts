import { expect, it } from 'vitest';
import { bisect, clampedSpline } from './spline.ts';

it('reproduces a cubic whose end slopes are given', () => {
  const cubic = (t: number) => 2 * t ** 3 - t ** 2 + 3 * t - 1;
  const slope = (t: number) => 6 * t ** 2 - 2 * t + 3;
  const ts = [0, 0.4, 1.1, 2];
  const spline = clampedSpline(ts, ts.map(cubic), slope(0), slope(2));
  for (let t = 0; t <= 2; t += 0.05) expect(spline.at(t)).toBeCloseTo(cubic(t), 9);
  expect(spline.slopeAt(1)).toBeCloseTo(slope(1), 4);
  expect(spline.at(2.5)).toBeCloseTo(cubic(2) + 0.5 * slope(2), 9);
});

it('refuses knots that do not increase', () => {
  expect(() => clampedSpline([0, 1, 1], [0, 0, 0])).toThrow('invalid knot time: 1');
  expect(() => clampedSpline([0], [0])).toThrow('invalid knots: 1 times');
});

it('finds a root, or the nearer end', () => {
  expect(bisect((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 9);
  expect(bisect((x) => x + 1, 0, 2)).toBe(0);
});
