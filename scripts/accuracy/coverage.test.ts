import { expect, it } from 'vitest';
import { binomialAtMost, exactInterval, isAbove, isBelow } from './coverage.ts';

it('adds up the binomial distribution', () => {
  expect(binomialAtMost(4, 4, 0.3)).toBeCloseTo(1, 12);
  // 0.9^10, and with the ten ways to miss one.
  expect(binomialAtMost(0, 10, 0.1)).toBeCloseTo(0.3486784401, 10);
  expect(binomialAtMost(1, 10, 0.1)).toBeCloseTo(0.7360989291, 10);
});

it('tells when a share is ruled out at 99 %', () => {
  // Clopper-Pearson, 99 %: 46 of 60 reaches up to 0.8896, 47 to 0.9015, 48 to 0.9131.
  expect(isBelow(46, 60, 0.9)).toBe(true);
  expect(isBelow(48, 60, 0.9)).toBe(false);
  // All of 60 begin at 0.916; of 300 at 0.9825.
  expect(isAbove(60, 60, 0.98)).toBe(false);
  expect(isAbove(300, 300, 0.98)).toBe(true);
});

it('gives the exact interval, also where all or none are inside', () => {
  const [low, high] = exactInterval(46, 60);
  expect(high).toBeCloseTo(0.88965, 5);
  expect(isBelow(46, 60, high + 1e-6)).toBe(true);
  expect(isAbove(46, 60, low - 1e-6)).toBe(true);
  expect(exactInterval(60, 60)).toEqual([expect.closeTo(0.005 ** (1 / 60), 9), 1]);
  expect(exactInterval(0, 400)).toEqual([0, expect.closeTo(1 - 0.005 ** (1 / 400), 9)]);
  // 1 - p^400 = 0.005 at the top.
  expect(exactInterval(399, 400)[1]).toBeCloseTo(0.995 ** (1 / 400), 9);
});
