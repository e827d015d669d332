import { expect, it } from 'vitest';
import type { Metric } from '../domain/analysis.ts';
import { landingOf } from './landing.ts';

const metric = (id: string, value: number | null): Metric => ({
  ...{ id, side: 'L', clip: 'a', value, unit: 'deg', repeat: 4, total: 7, low: null, high: null },
  ...{ n: 15, grade: value === null ? 'not_reported' : 'medium', reason: null },
});
const landing = (angle: number | null, share: number | null = 0.5) =>
  landingOf([metric('foot_strike_angle', angle), metric('heel_strike_share', share)], 'L');

it('names a landing only where the angle is clearly on one side of the limit', () => {
  expect(landing(11.1)).toBe('heel');
  expect(landing(4.9)).toBe('not_heel');
  expect(landing(-6)).toBe('not_heel');
  expect([5.1, 8, 10.9].map((angle) => landing(angle))).toEqual(Array(3).fill('uncertain'));
});

it('names none where the rate or the view does not carry it', () => {
  expect(landing(15, null)).toBeUndefined();
  expect(landing(null, null)).toBeUndefined();
  expect(landingOf([], 'R')).toBeUndefined();
});
