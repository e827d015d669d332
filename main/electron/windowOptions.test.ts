import { expect, it } from 'vitest';
import { isLocalRequest } from './sessionRules.ts';
import { printOptions, windowOptions } from './windowOptions.ts';

it('has developer tools only in an unpackaged app', () => {
  expect(windowOptions('p', true).webPreferences?.devTools).toBe(false);
  expect(windowOptions('p', false).webPreferences?.devTools).toBe(true);
  expect(isLocalRequest('devtools://devtools/bundled/x.js', true)).toBe(false);
  expect(isLocalRequest('devtools://devtools/bundled/x.js', false)).toBe(true);
});

it('keeps what a page loads in memory, each print apart', () => {
  const partitions = [windowOptions('p', true), printOptions('print-1')].map(
    ({ webPreferences }) => webPreferences?.partition ?? 'persist:',
  );
  expect(partitions.every((name) => !name.startsWith('persist:'))).toBe(true);
  expect(new Set(partitions).size).toBe(2);
});

it('downloads no dictionary and goes on detecting behind other windows', () => {
  expect(windowOptions('p', true).webPreferences).toMatchObject({
    spellcheck: false,
    backgroundThrottling: false,
  });
});
