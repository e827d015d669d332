import { expect, it } from 'vitest';
import { ACCENTS, isReadableOnWhite } from './accent.ts';

it('takes colours that can be read on white, and only colours', () => {
  expect(ACCENTS.every(isReadableOnWhite)).toBe(true);
  // 4.54 and 4.48 to 1: the two greys on either side of the limit.
  expect(isReadableOnWhite('#767676')).toBe(true);
  expect(isReadableOnWhite('#777777')).toBe(false);
  expect(isReadableOnWhite('#FFD400')).toBe(false);
  expect(['', 'red', '#000', '#0b6b63;}', 'url(x)'].filter(isReadableOnWhite)).toEqual([]);
});
