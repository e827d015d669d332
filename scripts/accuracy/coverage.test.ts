import { expect, it } from 'vitest';
import { binomialAtMost, isAbove, isBelow } from './coverage.ts';

it('adds up the binomial distribution', () => {
  expect(binomialAtMost(4, 4, 0.3)).toBeCloseTo(1, 12);
  // 0.9^10, and with the ten ways to miss one.
  expect(binomialAtMost(0, 10, 0.1)).toBeCloseTo(0.3486784401, 10);
  expect(binomialAtMost(1, 10, 0.1)).toBeCloseTo(0.7360989291, 10);
});

it('tells when a share is ruled out at 99 %', () => {
  // Clopper-Pearson, 99 %: 46 of 60 reaches up to 0.886, 47 of 60 to 0.899, 48 of 60 to 0.911.
  expect(isBelow(46, 60, 0.9)).toBe(true);
  expect(isBelow(48, 60, 0.9)).toBe(false);
  // All of 60 begin at 0.916; of 300 at 0.9825.
  expect(isAbove(60, 60, 0.98)).toBe(false);
  expect(isAbove(300, 300, 0.98)).toBe(true);
});
