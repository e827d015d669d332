import { expect, it } from 'vitest';
import type { Metric } from '../domain/analysis.ts';
import { NO_FINDINGS_TEXTS } from '../text/comparisonText.ts';
import { forbiddenWords } from '../text/fixedTexts.ts';
import { comparisonOf } from './comparison.ts';

const session = { athlete_height_m: null, incline_percent: null, shoe: null, surface: 'treadmill' as const };
const metric = (id: string, value: number | null) => ({ id, value }) as Metric;

it('nothing stands out only from what was compared', () => {
  const cadence = [metric('cadence', 168)];
  const of = (speed_mps: number | null, metrics: Metric[]) =>
    comparisonOf({ session: { ...session, speed_mps }, metrics });
  expect(of(3, cadence)).toBe('compared');
  expect(of(null, cadence)).toBe('speed_unknown');
  expect(of(6, cadence)).toBe('speed_outside');
  expect(of(1.5, cadence)).toBe('speed_outside');
  expect(of(3, [metric('cadence', null), metric('trunk_lean', 7)])).toBe('nothing_measured');
});

it('each reason is a sentence of its own', () => {
  const texts = Object.values(NO_FINDINGS_TEXTS);
  expect(new Set(texts).size).toBe(4);
  expect(texts.flatMap((text) => forbiddenWords(text))).toEqual([]);
});
