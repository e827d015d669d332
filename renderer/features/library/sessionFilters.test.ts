import { expect, it } from 'vitest';
import { filtersFrom, isFiltered } from './sessionFilters.ts';

it('takes of an address what is a filter, and nothing else', () => {
  expect(filtersFrom({ text: 'ann', surface: 'treadmill', from: '2026-03-02', offset: 50 })).toEqual({
    ...{ text: 'ann', surface: 'treadmill', from: '2026-03-02', offset: 50 },
  });
  expect(filtersFrom({ text: 7, surface: 'ice', from: '2.3.26', state: null, offset: -1, x: 'y' })).toEqual(
    {},
  );
  expect([filtersFrom({}), { offset: 50 }].some(isFiltered)).toBe(false);
  expect(isFiltered({ tag: 'race' })).toBe(true);
});
