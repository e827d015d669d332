import { describe, expect, it } from 'vitest';
import { CodedError, ERRORS } from '../../shared/domain/errors.ts';
import { forbiddenWords } from '../../shared/text/fixedTexts.ts';
import { errorSentence } from './errorSentence.ts';
import { en } from './locales/en.ts';

const textsIn = (branch: object): string[] =>
  Object.values(branch).flatMap((value) => (typeof value === 'string' ? [value] : textsIn(value)));

describe('the texts of the window', () => {
  it('claim nothing about health', () => {
    expect(textsIn(en).filter((text) => forbiddenWords(text).length > 0)).toEqual([]);
  });

  it('tell every error by its sentence, also one that nobody foresaw', () => {
    expect(errorSentence(new CodedError('not_a_video', { file: 'a.txt' })).sentence).toContain('a.txt');
    expect(errorSentence(new Error('boom'))).toEqual({
      sentence: ERRORS.internal.sentence.replace('{incident}', 'boom'),
      next: ERRORS.internal.next,
    });
  });
});
