import { describe, expect, it } from 'vitest';
import { athleteInputSchema } from '../../../shared/contract/librarySchemas.ts';
import { athleteFromDraft, draftFromAthlete, problemsOfAthlete } from './athleteDraft.ts';

const empty = draftFromAthlete(undefined, 'metric', '2026-03-01');

describe('the draft of an athlete', () => {
  it('becomes what the contract takes, in either unit', () => {
    const draft = { ...empty, name: ' Ann ', height: 176, consent: 'guardian', guardianName: 'Eve' } as const;
    const input = athleteFromDraft(draft, 'metric');
    expect(athleteInputSchema.parse(input)).toMatchObject({
      name: 'Ann',
      heightM: 1.76,
      consent: { givenBy: 'guardian', guardianName: 'Eve', date: '2026-03-01', showFace: false },
    });
    expect(athleteFromDraft({ ...draft, height: 69 }, 'imperial').heightM).toBeCloseTo(1.7526, 6);
  });

  it('names what is wrong', () => {
    expect(problemsOfAthlete({ ...empty, name: ' ' }, 'metric')).toEqual(['name']);
    const wrong = { ...empty, name: 'Ann', height: Number.NaN, birthYear: 19, consentDate: '' };
    expect(problemsOfAthlete(wrong, 'metric')).toEqual(['height', 'birthYear']);
    expect(problemsOfAthlete({ ...wrong, consent: 'athlete' }, 'metric')).toContain('consentDate');
    expect(problemsOfAthlete({ ...empty, name: 'Ann', height: 70 }, 'imperial')).toEqual([]);
  });
});
