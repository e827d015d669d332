import { expect, it } from 'vitest';
import { labelsFrom, suggestionsFor } from './labels.ts';

it('reads words between commas, each once', () => {
  expect(labelsFrom(' U18,  Track  club ,, U18,Zoë ')).toEqual(['U18', 'Track club', 'Zoë']);
  expect(labelsFrom(' , ')).toEqual([]);
  expect(labelsFrom(Array.from({ length: 30 }, (_, i) => `t${i}`).join(','))).toHaveLength(20);
  expect(labelsFrom('x'.repeat(90))[0]).toHaveLength(60);
});

it('goes on from the word that is typed, and never offers one twice', () => {
  const known = ['Track club', 'Trail', 'U18'];
  expect(suggestionsFor('U18, tra', known)).toEqual(['U18, Track club', 'U18, Trail']);
  expect(suggestionsFor('', known)).toEqual(known);
  expect(suggestionsFor('Trail, ', known)).toEqual(['Trail, Track club', 'Trail, U18']);
});
