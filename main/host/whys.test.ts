import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CodedError, errorText } from '../../shared/domain/errors.ts';
import { inLanguage } from '../../shared/domain/language.ts';
import { whyInGerman } from '../../shared/domain/whysDe.ts';

const FOLDERS = ['../export/', '../files/', '../db/', './'];

/** Reasons as they stand where they are given, with a name in the place of each value. */
const given = FOLDERS.flatMap((folder) => {
  const path = fileURLToPath(new URL(folder, import.meta.url));
  const sources = readdirSync(path).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  return sources.flatMap((name) => {
    const source = readFileSync(path + name, 'utf8');
    const found = source.matchAll(/(?:ZipProblem\(|bad\w*\([\w.]+,\s|why: )(?:[^'`;]*?)(['`])([^'`]+)\1/g);
    return [...found]
      .map(([, , text = '']) => text.replace(/\$\{[^}]+\}/g, '7'))
      .filter((text) => text.includes(' '));
  });
});

describe('why a case or a backup cannot be opened', () => {
  it('is told in German wherever it is given', () => {
    expect(given.length).toBeGreaterThan(20);
    expect(given.filter((why) => whyInGerman(why) === why)).toEqual([]);
  });

  it('stands in the German sentence, with the names that it has', () => {
    const error = new CodedError('bad_case', { file: 'a.midstance', why: 'clips/1/video.mp4 is damaged' });
    const { sentence } = inLanguage('de', () => errorText(error.code, error.params));
    expect(sentence).toBe(
      'a.midstance ist kein Fall, der sich öffnen lässt: clips/1/video.mp4 ist beschädigt.',
    );
    expect(errorText(error.code, error.params).sentence).toContain('is damaged');
  });
});
