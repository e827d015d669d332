import { describe, expect, it } from 'vitest';
import { toldClock } from './toldClock.ts';

describe('a told clock', () => {
  it('begins where it was told, and ticks on with a clock that nobody sets', () => {
    let ticks = 5000;
    const now = toldClock('2026-12-31T23:59:00+13:00', () => ticks);
    expect(now?.().toISOString()).toBe('2026-12-31T10:59:00.000Z');
    ticks += 61_000;
    expect(now?.().toISOString()).toBe('2026-12-31T11:00:01.000Z');
  });

  it('is none where nothing was told, and an error where what was told is no instant', () => {
    for (const told of [undefined, '']) expect(toldClock(told, () => 0)).toBeUndefined();
    expect(() => toldClock('yesterday', () => 0)).toThrow('invalid MIDSTANCE_NOW: yesterday');
  });
});
