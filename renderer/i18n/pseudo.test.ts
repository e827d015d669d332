import { afterAll, describe, expect, it } from 'vitest';
import { disguiseTexts, either, told } from '../../shared/domain/language.ts';
import { disguiseSharedTexts, isPseudo, pseudoCatalogue, pseudoText } from './pseudo.ts';

describe('the language that nobody speaks', () => {
  afterAll(() => disguiseTexts((text) => text));

  it('marks letters, makes room and leaves what stands for a value', () => {
    expect(pseudoText('Settings')).toBe('Šéţţíñĝš···');
    expect(pseudoText('{{side}} {{type}}, <b>{file}</b>')).toMatch(
      /^\{\{side\}\} \{\{type\}\}, <b>\{file\}<\/b>/,
    );
    expect(pseudoText('m')).toBe('m');
    expect(pseudoCatalogue({ a: { b: 'Left' } })).toEqual({ a: { b: 'Ļéfţ··' } });
  });

  it('is heard in shared texts as well', () => {
    const texts = told({ one: 'Left', two: { three: 'Right' } }, { one: 'Links', two: { three: 'Rechts' } });
    expect(texts.two.three).toBe('Right');
    disguiseSharedTexts();
    expect([texts.one, texts.two.three, either('Foot', 'Fuß')]).toEqual(['Ļéfţ··', 'Ŕíĝĥţ··', 'Fóóţ··']);
  });

  it('is asked for by the address alone', () => {
    expect(isPseudo('?token=x&pseudo')).toBe(true);
    expect(isPseudo('?token=x')).toBe(false);
  });
});
