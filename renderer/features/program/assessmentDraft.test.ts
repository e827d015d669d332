import { describe, expect, it } from 'vitest';
import { testById } from '../../../shared/program/data/tests.ts';
import {
  assessmentFrom,
  countedOf,
  draftFromAssessment,
  FORM_TESTS,
  linesOf,
  wrongLines,
} from './assessmentDraft.ts';

const EMPTY = draftFromAssessment(undefined, '2026-03-02');

describe('the form of tests', () => {
  it('asks for each side, and for the stance with eyes open and closed', () => {
    expect(linesOf(testById('single_leg_stance')).map(({ key }) => key)).toEqual([
      ...['single_leg_stance:L:', 'single_leg_stance:R:'],
      ...['single_leg_stance:L:closed', 'single_leg_stance:R:closed'],
    ]);
    expect(linesOf(testById('barefoot_sprint_40m'))).toHaveLength(1);
    expect(FORM_TESTS.map(({ id }) => id)).not.toContain('foot_off_excursion');
  });

  it('counts the trial that the test says', () => {
    const draft = {
      ...EMPTY,
      trials: { 'single_leg_stance:L:': [20, null, 31], 'barefoot_sprint_40m::': [7.2, 6.9] },
    };
    const of = (test: string) => linesOf(testById(test)).map((line) => countedOf(draft, line));
    expect(of('single_leg_stance')).toEqual([31, undefined, undefined, undefined]);
    expect(of('barefoot_sprint_40m')).toEqual([6.9]);
  });

  it('stores what was entered and nothing else, and reads it back', () => {
    const draft = {
      ...{ ...EMPTY, painNextMorning: 0, note: ' steady ' },
      trials: { 'single_leg_stance:L:closed': [8, null, 9], 'toe_strength:R:': [null, null, null] },
      seen: { 'wobble:R': 'no' } as const,
    };
    const stored = assessmentFrom(draft, 'retest', null);
    expect(stored).toEqual({
      ...{ id: null, date: '2026-03-02', kind: 'retest', pain_next_morning: 0, note: 'steady' },
      results: [{ test: 'single_leg_stance', side: 'L', value: 9, trials: [8, 9], condition: 'eyes_closed' }],
      observations: [{ id: 'wobble', side: 'R', seen: false }],
    });
    const again = draftFromAssessment({ ...stored, id: 'a', cycle: 1 }, '2026-04-01');
    expect(assessmentFrom(again, 'retest', null)).toEqual(stored);
  });

  it('names lines that hold no number or one that cannot be', () => {
    const trials = { 'single_leg_stance:L:': [46], 'toe_strength:L:': [Number.NaN], 'toe_strength:R:': [60] };
    expect(wrongLines({ ...EMPTY, trials })).toEqual(['single_leg_stance:L:', 'toe_strength:L:']);
  });
});
