import { describe, expect, it } from 'vitest';
import { copyText, secondsText, speedText } from './frameTexts.ts';

describe('frame texts', () => {
  it('writes times to the millisecond', () => {
    expect([0, 2.3456, 59.9996, 62.345, -0.0333].map(secondsText)).toEqual([
      '0.000 s',
      '2.346 s',
      '1:00.000',
      '1:02.345',
      '−0.033 s',
    ]);
  });

  it('copies frame and both times exactly', () => {
    expect(copyText({ frame: 412, frameCount: 900, trueS: 3.4333333, fileS: 27.4666667 })).toBe(
      'frame 412, true time 3.433333 s, file time 27.466667 s',
    );
  });

  it('says what a speed is for a slow-motion file', () => {
    expect(speedText(0.25, 1)).toBe('0.25× real');
    expect(speedText(0.1, 8)).toBe('0.1× real (file 0.8×)');
  });
});
