import { describe, expect, it } from 'vitest';
import { EXERCISES } from '../program/data/exercises.ts';
import { RULES } from '../program/data/rules.ts';
import { TESTS } from '../program/data/tests.ts';
import { packetTextList } from './packetTexts.ts';
import { planTextList } from './planTexts.ts';
import { readingGrade } from './readingGrade.ts';
import { RULE_TEXTS } from './ruleTexts.ts';

describe('reading age', () => {
  it('tells plain from heavy text', () => {
    expect(readingGrade(['Stand on one leg.', 'Hold the wall.'])).toBeLessThan(2);
    expect(
      readingGrade([
        'Proprioceptive neuromuscular facilitation necessitates considerable supervision throughout.',
      ]),
    ).toBeGreaterThan(12);
  });

  it.each(EXERCISES.map((exercise) => [exercise.id, exercise] as const))(
    'is 12 or less for %s',
    (_, exercise) => {
      const { how, cues, why, progression, regression } = exercise;
      expect(readingGrade([...how, ...cues, why, progression, regression])).toBeLessThan(7);
    },
  );

  it('is 12 or less for tests, observations and notes', () => {
    for (const { id, protocol } of TESTS) expect(readingGrade(protocol), id).toBeLessThan(7);
    expect(readingGrade(Object.values(RULE_TEXTS).map(({ athlete }) => athlete))).toBeLessThan(7);
    expect(readingGrade(RULES.flatMap(({ cue, caution }) => [cue, caution]))).toBeLessThan(7);
    expect(readingGrade(planTextList())).toBeLessThan(7);
    expect(readingGrade(packetTextList())).toBeLessThan(6);
  });
});
