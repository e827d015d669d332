import { describe, expect, it } from 'vitest';
import { isStanding, standingFrom } from './clipDraft.ts';

describe('the standing part of a clip', () => {
  it('lies inside the clip and ends after it starts', () => {
    expect([isStanding(1, 3, 10), isStanding(null, null, 10), isStanding(1, null, 10)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([isStanding(3, 1, 10), isStanding(1, 11, 10), isStanding(Number.NaN, 3, 10)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is none while half of it is missing', () => {
    expect([standingFrom(1, 3), standingFrom(1, null)]).toEqual([{ from: 1, to: 3 }, null]);
  });
});
