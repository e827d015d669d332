import { describe, expect, it } from 'vitest';
import { frameAt, movePlayhead } from './playhead.ts';

/** Irregular on purpose: a frame number times a rate would be wrong here. */
const times = Float64Array.from([0, 0.01, 0.05, 0.06, 0.1]);

describe('frameAt', () => {
  it('gives the frame on show at a time', () => {
    expect([-1, 0, 0.009, 0.01, 0.049, 0.05, 0.2].map((time) => frameAt(times, time))).toEqual([
      0, 0, 0, 1, 1, 2, 4,
    ]);
  });
});

describe('movePlayhead', () => {
  it('moves by time, whatever the intervals', () => {
    expect(movePlayhead(times, 0, 0.02, undefined)).toEqual({ position: 0.02, frame: 1, hasEnded: false });
    expect(movePlayhead(times, 0.1, -0.045, undefined).frame).toBe(2);
  });

  it('stops on the last and on the first frame', () => {
    expect(movePlayhead(times, 0.09, 0.05, undefined)).toEqual({ position: 0.1, frame: 4, hasEnded: true });
    expect(movePlayhead(times, 0.01, -0.05, undefined)).toEqual({ position: 0, frame: 0, hasEnded: true });
  });

  it('goes round a loop in both directions', () => {
    const loop = { from: 1, to: 3 };
    expect(movePlayhead(times, 0.055, 0.02, loop)).toEqual({ position: 0.01, frame: 1, hasEnded: false });
    expect(movePlayhead(times, 0.02, -0.02, loop)).toEqual({ position: 0.06, frame: 3, hasEnded: false });
  });

  it('ends on a loop of one frame instead of spinning', () => {
    expect(movePlayhead(times, 0.05, 0.02, { from: 2, to: 2 }).hasEnded).toBe(true);
  });
});
