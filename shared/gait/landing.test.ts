import { expect, it } from 'vitest';
import type { Metric } from '../domain/analysis.ts';
import { landingText } from '../text/metricTexts.ts';
import { landingOf, strikeChances } from './landing.ts';

const metric = (id: string, value: number | null, total = 7): Metric => ({
  ...{ id, side: 'L', clip: 'a', value, unit: 'deg', repeat: 4, total, low: null, high: null },
  ...{ n: 15, grade: value === null ? 'not_reported' : 'medium', reason: null },
});
const landing = (angle: number | null, share: number | null = 0.5, total = 7) =>
  landingOf([metric('foot_strike_angle', angle, total), metric('heel_strike_share', share)], 'L');

it('names a landing only where the angle is clearly on one side of the limit', () => {
  expect(landing(11.1)).toBe('heel');
  expect(landing(4.9)).toBe('midfoot');
  expect(landing(0)).toBe('not_heel');
  expect(landing(-6)).toBe('forefoot');
  expect(landing(3, 0.5, 5)).toBe('midfoot');
  expect([5.7, 8, 10.3].map((angle) => landing(angle))).toEqual(Array(3).fill('uncertain'));
});

it('gives three chances that are one together, and never says that it is certain', () => {
  for (const angle of [-30, -1.6, 3, 8, 40]) {
    const metrics = [metric('foot_strike_angle', angle), metric('heel_strike_share', 0.5)];
    const { heel = 0, midfoot = 0, forefoot = 0 } = strikeChances(metrics, 'L') ?? {};
    expect(heel + midfoot + forefoot).toBeCloseTo(1, 12);
    expect(Math.min(heel, midfoot, forefoot)).toBeGreaterThanOrEqual(0);
    expect(landingText(metrics, 'L')).toMatch(/\([^)]*\b[1-9]\d? % likely\)$/);
  }
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
