import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ERRORS } from '../domain/errors.ts';
import { ERRORS_DE } from '../domain/errorsDe.ts';
import { inLanguage } from '../domain/language.ts';
import { EXERCISE_TEXTS_DE, GEAR_DE } from '../program/data/de/exercisesDe.ts';
import { RULE_WORDS_DE } from '../program/data/de/rulesDe.ts';
import { OBSERVATION_TEXTS_DE, TEST_TEXTS_DE } from '../program/data/de/testsDe.ts';
import { EXERCISES } from '../program/data/exercises.ts';
import { RULES } from '../program/data/rules.ts';
import { OBSERVATIONS, TESTS, testById } from '../program/data/tests.ts';
import { LIBRARY, libraryWith } from '../program/library.ts';
import { gearText, gearWord, spokenExercise, storedChange } from '../program/spoken.ts';
import { dateText } from './dateText.ts';
import { FIXED } from './fixedTexts.ts';
import { METRIC_TEXTS, UNIT_TEXTS } from './metricTexts.ts';
import { noticeText, noticeTextList } from './noticeTexts.ts';
import { packetTextList } from './packetTexts.ts';
import { planTextList } from './planTexts.ts';
import { sentenceWords } from './readingGrade.ts';
import { RULE_TEXTS } from './ruleTexts.ts';

const german = <T>(tell: () => T): T => inLanguage('de', tell as () => never);
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
const pairs = (list: () => string[]): [string, string][] => {
  const de = german(list);
  return list().map((en, i) => [en, de[i] ?? '']);
};

describe('German beside English', () => {
  it('has every sentence, with the same values in it, and none left as it was', () => {
    const errors = () =>
      Object.keys(ERRORS).flatMap((code) => {
        const table = FIXED.footer.startsWith('Werkzeug') ? ERRORS_DE : ERRORS;
        const { sentence, next } = table[code as keyof typeof ERRORS];
        return [sentence, next];
      });
    const metrics = () => Object.values(METRIC_TEXTS).flatMap(({ name, definition }) => [name, definition]);
    const rules = () => Object.values(RULE_TEXTS).flatMap(({ title, athlete }) => [title, athlete]);
    for (const list of [errors, noticeTextList, planTextList, packetTextList, metrics, rules]) {
      const both = pairs(list);
      expect(both.filter(([en, de]) => placeholders(en).join() !== placeholders(de).join())).toEqual([]);
      expect(
        both.filter(
          ([en, de]) =>
            de === '' || (de === en && /\p{L}{5}/u.test(en.replace('{detail}', '')) && en !== 'Training'),
        ),
      ).toEqual([]);
    }
    expect(german(() => Object.keys(UNIT_TEXTS))).toEqual(Object.keys(UNIT_TEXTS));
  });

  it('has every exercise, test, observation and rule, step for step', () => {
    expect(Object.keys(EXERCISE_TEXTS_DE).sort()).toEqual(EXERCISES.map(({ id }) => id).sort());
    for (const exercise of EXERCISES) {
      const { id, how, cues, contraindications, tempo, targets } = exercise;
      const told = german(() => LIBRARY.get(id));
      expect([told.how.length, told.cues.length], id).toEqual([how.length, cues.length]);
      expect(told.contraindications.length, id).toBe(contraindications.length);
      expect([told.tempo === undefined, told.targets === undefined], id).toEqual([
        tempo === undefined,
        targets === undefined,
      ]);
      expect([told.name, told.why].filter((text) => text === exercise.name || text === exercise.why)).toEqual(
        [],
      );
      for (const word of [...exercise.equipment, exercise.surface, exercise.footwear]) {
        expect(GEAR_DE[word], word).toBeDefined();
        expect(german(() => gearWord(gearText(word)))).toBe(word);
      }
    }
    expect(Object.keys(TEST_TEXTS_DE).sort()).toEqual(TESTS.map(({ id }) => id).sort());
    for (const { id, protocol, norm } of TESTS) {
      const told = german(() => testById(id));
      expect(told.protocol.length, id).toBe(protocol.length);
      expect(told.norm?.text === norm?.text, id).toBe(norm === undefined);
    }
    expect(Object.keys(OBSERVATION_TEXTS_DE)).toEqual(OBSERVATIONS.map(({ id }) => id));
    expect(Object.keys(RULE_WORDS_DE).sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  it('keeps what a coach wrote, and gives back what a coach only read', () => {
    const { all } = libraryWith({ changes: { S1: { name: 'Tuch ziehen' } }, own: [] });
    const s1 = all.find(({ id }) => id === 'S1');
    const told = german(() => (s1 ? spokenExercise(s1) : undefined));
    expect(told?.name).toBe('Tuch ziehen');
    expect(told?.why).toBe(EXERCISE_TEXTS_DE['S1']?.why);
    const read = german(() => LIBRARY.get('S1'));
    const stored = german(() => storedChange('S1', { ...read, cues: ['Langsam.'] }));
    expect(stored).toEqual({ ...LIBRARY.get('S1'), cues: ['Langsam.'] });
  });

  it('is told while it is asked for, and English after that', () => {
    expect(german(() => dateText('2026-03-02'))).toBe('2. März 2026');
    expect(dateText('2026-03-02')).toBe('2 Mar 2026');
    expect(german(() => noticeText({ code: 'short_clip', params: { seconds: 3 } }))).toContain(
      'Nur 3 s lang',
    );
    expect(() =>
      inLanguage('de', () => {
        throw new RangeError('stop');
      }),
    ).toThrow('stop');
    expect(FIXED.footer).toContain('Coaching');
  });

  it('keeps its sentences for athletes short', () => {
    const texts = german(() => [
      ...packetTextList(),
      ...planTextList(),
      ...LIBRARY.all.flatMap(({ how, cues, why, progression, regression }) => [
        ...how,
        ...cues,
        why,
        progression,
        regression,
      ]),
    ]);
    // German schoolbooks of the sixth year have about 12 words a sentence.
    expect(sentenceWords(texts)).toBeLessThan(11);
  });

  it('has no text that was read while its module loaded', () => {
    const folder = new URL('.', import.meta.url);
    const sources = readdirSync(folder).filter((name) => /Texts?\.ts$/.test(name));
    const early = sources.filter((name) =>
      /^(export )?const \w+ = (either|\w+_TEXTS[.[])/m.test(readFileSync(new URL(name, folder), 'utf8')),
    );
    expect(sources.length).toBeGreaterThan(10);
    expect(early).toEqual([]);
  });
});
