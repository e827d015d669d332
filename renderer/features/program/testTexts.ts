import { testById } from '../../../shared/program/data/tests.ts';
import type { BadgeTone } from '../../ui/Badge.tsx';

const UNITS: Readonly<Record<string, string>> = { deg: '°', reps: '', '0-3': '', '0-10': '' };

/** How the unit of a test is written; ratings and counts have none. */
export const testUnit = (test: string): string => {
  const { unit } = testById(test);
  return UNITS[unit] ?? unit;
};

/** "31 s" */
export function testValue(test: string, value: number): string {
  const unit = testUnit(test);
  return `${value.toFixed(testById(test).decimals)}${unit === '' || unit === '°' ? '' : ' '}${unit}`;
}

/** With its sign, and with a true minus. */
export function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}

/** Only a verdict is coloured: a change without a better direction is not. */
export const VERDICT_TONES: Readonly<Record<'better' | 'worse' | 'same' | 'changed', BadgeTone>> = {
  better: 'good',
  worse: 'warn',
  same: 'neutral',
  changed: 'info',
};
