import { createInstance, type TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { forbiddenWords } from '../../shared/text/fixedTexts.ts';
import { ACTION_IDS, factsOf } from '../actions/catalogue.ts';
import { languageOf } from './i18n.ts';
import { de } from './locales/de/de.ts';
import { en } from './locales/en.ts';

type Texts = ReadonlyMap<string, string>;

const flat = (branch: object, path: string): [string, string][] =>
  Object.entries(branch).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : flat(value, `${path}${key}.`),
  );
const textsOf = (locale: object): Texts => new Map(flat(locale, ''));
const EN = textsOf(en);
const DE = textsOf(de);
const placeholders = (text: string): string[] => [...new Set(text.match(/{{\w+}}/g) ?? [])].sort();

/** What is the same word in both, or a sign. */
const isSameInBoth = (text: string): boolean => !/\p{L}{5,}/u.test(text.replace(/{{\w+}}/g, ''));

describe('German', () => {
  it('has every text of English, and no other', () => {
    expect([...EN.keys()].filter((key) => !DE.has(key))).toEqual([]);
    expect([...DE.keys()].filter((key) => !EN.has(key))).toEqual([]);
  });

  it('fills in the same values', () => {
    const differing = [...EN].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(DE.get(key) ?? '').join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('claims nothing about health', () => {
    expect([...DE].filter(([, text]) => forbiddenWords(text, 'de').length > 0)).toEqual([]);
  });

  it('leaves few texts as they are in English', () => {
    const same = [...EN].filter(([key, text]) => DE.get(key) === text && !isSameInBoth(text));
    expect(same.length / EN.size).toBeLessThan(0.03);
  });

  it('is spoken where the system does, or where it was chosen', () => {
    expect(languageOf('system', ['de-CH', 'en'])).toBe('de');
    expect(languageOf('system', ['fr', 'en-GB', 'de'])).toBe('en');
    expect(languageOf('system', ['fr'])).toBe('en');
    expect(languageOf('de', ['en'])).toBe('de');
  });

  it.each(['en', 'de'])('names every action of a screen by a name of its own (%s)', (lng) => {
    const i18n = createInstance();
    void i18n.init({
      ...{ lng, initAsync: false, interpolation: { escapeValue: false } },
      resources: { en: { translation: en }, de: { translation: de } },
    });
    const t: TFunction = i18n.t;
    const missing = ACTION_IDS.filter((id) => /\w+\.\w+|{{/.test(factsOf(id).label(t)));
    expect(missing).toEqual([]);
  });
});
