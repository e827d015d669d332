import { describe, expect, it } from 'vitest';
import { EXERCISES } from '../program/data/exercises.ts';
import { RULES } from '../program/data/rules.ts';
import { TESTS } from '../program/data/tests.ts';
import { planTextList } from './planTexts.ts';
import { RULE_TEXTS } from './ruleTexts.ts';

/** Vowel groups without a silent ending: good to about one syllable in ten, enough for a limit on averages. */
const syllables = (word: string): number =>
  Math.max(
    1,
    (
      word
        .toLowerCase()
        .replace(/(?<!l)e$|es$|ed$/, '')
        .match(/[aeiouy]+/g) ?? []
    ).length,
  );

/** Flesch-Kincaid grade (Kincaid 1975): 6 to 7 is a reading age of about 12. */
function grade(texts: readonly string[]): number {
  const sentences = texts.flatMap((text) => text.split(/[.;:!?]+/)).filter((text) => /[a-z]/i.test(text));
  const words = sentences.flatMap((text) => text.match(/[A-Za-z'-]+/g) ?? []);
  const sounds = words.reduce((sum, word) => sum + syllables(word), 0);
  return (0.39 * words.length) / sentences.length + (11.8 * sounds) / words.length - 15.59;
}

describe('reading age', () => {
  it('tells plain from heavy text', () => {
    expect(grade(['Stand on one leg.', 'Hold the wall.'])).toBeLessThan(2);
    expect(
      grade(['Proprioceptive neuromuscular facilitation necessitates considerable supervision throughout.']),
    ).toBeGreaterThan(12);
  });

  it.each(EXERCISES.map((exercise) => [exercise.id, exercise] as const))(
    'is 12 or less for %s',
    (_, exercise) => {
      const { how, cues, why, progression, regression } = exercise;
      expect(grade([...how, ...cues, why, progression, regression])).toBeLessThan(7);
    },
  );

  it('is 12 or less for tests, observations and notes', () => {
    for (const { id, protocol } of TESTS) expect(grade(protocol), id).toBeLessThan(7);
    expect(grade(Object.values(RULE_TEXTS).map(({ athlete }) => athlete))).toBeLessThan(7);
    expect(grade(RULES.flatMap(({ cue, caution }) => [cue, caution]))).toBeLessThan(7);
    expect(grade(planTextList())).toBeLessThan(7);
  });
});
