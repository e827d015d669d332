import { expect, it } from 'vitest';
import { keyCaps } from './keyNames.ts';

it('tells what stands on the keys', () => {
  expect(keyCaps('ArrowRight')).toEqual([['→']]);
  expect(keyCaps('Shift+ArrowLeft')).toEqual([['Shift', '←']]);
  expect(keyCaps('Ctrl+Shift+z')).toEqual([['Ctrl', 'Shift', 'Z']]);
  expect(keyCaps('g l')).toEqual([['G'], ['L']]);
  expect(keyCaps('Space')).toEqual([['Space']]);
  expect(['+', '-', '?', '['].map(keyCaps)).toEqual([[['+']], [['-']], [['?']], [['[']]]);
});
