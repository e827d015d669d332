import { expect, it } from 'vitest';
import type { Metric } from '../domain/analysis.ts';
import { landingOf } from './landing.ts';

const metric = (id: string, value: number | null, total = 7): Metric => ({
  ...{ id, side: 'L', clip: 'a', value, unit: 'deg', repeat: 4, total, low: null, high: null },
  ...{ n: 15, grade: value === null ? 'not_reported' : 'medium', reason: null },
});
const landing = (angle: number | null, share: number | null = 0.5, total = 7) =>
  landingOf([metric('foot_strike_angle', angle, total), metric('heel_strike_share', share)], 'L');

it('names a landing only where the angle is clearly on one side of the limit', () => {
  expect(landing(11.1)).toBe('heel');
  expect(landing(4.9)).toBe('not_heel');
  expect(landing(-6)).toBe('not_heel');
  expect([5.7, 8, 10.3].map((angle) => landing(angle))).toEqual(Array(3).fill('uncertain'));
});

it('asks more of an angle that is known less exactly', () => {
  expect(landing(11.6, 0.5, 11)).toBe('uncertain');
  expect(landing(12, 0.5, 11)).toBe('heel');
  expect(landing(9.5, 0.5, 3)).toBe('heel');
});

it('names none where the rate or the view does not carry it', () => {
  expect(landing(15, null)).toBeUndefined();
  expect(landing(null, null)).toBeUndefined();
  expect(landingOf([], 'R')).toBeUndefined();
});
