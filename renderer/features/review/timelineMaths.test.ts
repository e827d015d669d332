import { describe, expect, it } from 'vitest';
import { frameFromX, markTimes, xFromTime } from './timelineMaths.ts';

const scale = { leftPx: 40, widthPx: 1000, durationS: 10 };
/** Irregular intervals. */
const times = Float64Array.from([0, 0.5, 0.6, 4, 9, 10]);

describe('timeline', () => {
  it('turns times into places and back', () => {
    for (const [frame, time] of times.entries()) {
      expect(frameFromX(scale, xFromTime(scale, time), times)).toBe(frame);
    }
  });

  it('takes the nearest frame and stays within the clip', () => {
    expect(frameFromX(scale, 40 + 270, times)).toBe(3);
    expect([frameFromX(scale, -500, times), frameFromX(scale, 5000, times)]).toEqual([0, 5]);
  });

  it('marks round times with room between them', () => {
    expect(markTimes(scale, 90)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(markTimes(scale, 150)).toEqual([0, 2, 4, 6, 8, 10]);
  });

  it('holds with a clip of one frame', () => {
    const single = { ...scale, durationS: 0 };
    expect(xFromTime(single, 0)).toBe(40);
    expect(frameFromX(single, 700, Float64Array.from([0]))).toBe(0);
    expect(markTimes(single, 90)).toEqual([0]);
  });
});
