import { describe, expect, it } from 'vitest';
import { sessionInputSchema } from '../../../shared/contract/librarySchemas.ts';
import { draftFromSession, problemsOfSession, sessionFromDraft } from './sessionDraft.ts';

const empty = draftFromSession(undefined, undefined, 'metric', '2026-03-01');

describe('the draft of a session', () => {
  it('becomes what the contract takes', () => {
    const input = sessionFromDraft({ ...empty, speed: 10.8, inclinePercent: 1, shoe: ' ' }, 'metric');
    expect(sessionInputSchema.parse({ ...input, athleteId: 'athlete-1' })).toMatchObject({
      ...{ date: '2026-03-01', speedMps: 3, inclinePercent: 1, shoe: null, surface: 'unknown' },
    });
  });

  it('names what is wrong', () => {
    const wrong = { ...empty, date: '', speed: 99, inclinePercent: Number.NaN };
    expect(problemsOfSession(wrong, 'metric')).toEqual(['date', 'speed', 'incline']);
    expect(problemsOfSession(empty, 'metric')).toEqual([]);
  });
});
