import { expect, it } from 'vitest';
import { strokeOf } from './stroke.ts';

const NONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

it('names a press as the catalogue writes it', () => {
  const press = (key: string, held: Partial<typeof NONE> = {}) => strokeOf({ ...NONE, ...held, key });
  expect([press('n'), press('N'), press(' '), press('?', { shiftKey: true })]).toEqual([
    ...['n', 'n', 'Space', '?'],
  ]);
  expect(press('Q', { shiftKey: true })).toBe('Shift+q');
  expect(press('ArrowLeft', { shiftKey: true })).toBe('Shift+ArrowLeft');
  expect(press('Z', { metaKey: true, shiftKey: true })).toBe('Ctrl+Shift+z');
  expect(press('a', { altKey: true })).toBeUndefined();
});

it('takes a sign that is typed with AltGr as the sign', () => {
  const held = {
    ...NONE,
    ctrlKey: true,
    altKey: true,
    getModifierState: (name: string) => name === 'AltGraph',
  };
  expect(strokeOf({ ...held, key: '[' })).toBe('[');
});
