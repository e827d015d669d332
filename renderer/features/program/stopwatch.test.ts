import { describe, expect, it } from 'vitest';
import { elapsedMs, STOPPED, toggled, watchText } from './stopwatch.ts';

describe('the stopwatch', () => {
  it('runs between two presses and then stands', () => {
    const running = toggled(STOPPED, 1000);
    expect(elapsedMs(running, 1000)).toBe(0);
    expect(elapsedMs(running, 13_345)).toBe(12_345);
    const stopped = toggled(running, 31_250);
    expect(elapsedMs(stopped, 31_250)).toBe(30_250);
    expect(elapsedMs(stopped, 99_999)).toBe(30_250);
  });

  it('begins anew with the next press', () => {
    const again = toggled(toggled(toggled(STOPPED, 0), 5000), 6000);
    expect(elapsedMs(again, 8500)).toBe(2500);
  });

  it('never runs backwards where a press is stamped before the last picture', () => {
    expect(elapsedMs(toggled(STOPPED, 1000), 990)).toBe(0);
  });

  it('is read in tenths that are over', () => {
    expect([0, 99, 100, 59_999, 60_000, 65_390].map(watchText)).toEqual([
      ...['0.0', '0.0', '0.1', '59.9', '1:00.0', '1:05.3'],
    ]);
  });
});
