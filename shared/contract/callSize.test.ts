import { expect, it } from 'vitest';
import { isOversized, isOversizedJson, MOST_DEPTH, MOST_VALUES } from './callSize.ts';

const nested = (depth: number): unknown => (depth === 0 ? 1 : { in: nested(depth - 1) });
const wide = (count: number): unknown =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, i]));

it.each([
  ['deep', nested(MOST_DEPTH + 2)],
  ['wide', wide(MOST_VALUES + 2)],
  ['a list', Array.from({ length: MOST_VALUES + 2 }, () => 0)],
  ['wide in many places', Array.from({ length: 500 }, () => wide(300))],
])('more than a call needs is known before and after parsing: %s', (_, value) => {
  expect(isOversized(value)).toBe(true);
  expect(isOversizedJson(JSON.stringify(value))).toBe(true);
});

it.each([
  ['deep as a plan', nested(12)],
  ['a long text', { text: ',{['.repeat(100_000) }],
  ['quotes and backslashes', { text: `${'\\"{'.repeat(1000)}\\` }],
  ['nothing', {}],
])('what a call needs passes: %s', (_, value) => {
  expect(isOversized(value)).toBe(false);
  expect(isOversizedJson(JSON.stringify(value))).toBe(false);
});

it('a text of backslashes does not take the square of its length', () => {
  expect(isOversizedJson(`"${'\\'.repeat(2_000_001)}"${'[1'.repeat(50)}`)).toBe(false);
});
