import { describe, expect, it } from 'vitest';
import {
  drawNumber,
  LARGEST_NUMBER,
  type Plane,
  readNumber,
  SAMPLE_POINTS,
  storedFromUpright,
} from './numberCode.ts';

const samplesOf = ({ width, height, luma }: Plane): number[] =>
  SAMPLE_POINTS.map(({ x, y }) => luma[Math.floor(y * height) * width + Math.floor(x * width)] ?? 0);
const mirrored = ({ width, height, luma }: Plane): Plane => ({
  width,
  height,
  luma: luma.map((_, i) => luma[i - (i % width) + (width - 1 - (i % width))] ?? 0),
});

describe('the number in the picture', () => {
  it('is read back, every one of them', () => {
    const numbers = Array.from({ length: LARGEST_NUMBER + 1 }, (_, i) => i);
    expect(numbers.map((i) => readNumber(samplesOf(drawNumber(i, 36, 18))))).toEqual(numbers);
  });

  it('is refused in every other turn and mirroring', () => {
    const upright = drawNumber(201, 180, 180);
    for (const rotation of [0, 90, 180, 270] as const) {
      const turned = storedFromUpright(upright, rotation);
      if (rotation === 0) expect(readNumber(samplesOf(turned))).toBe(201);
      else expect(() => readNumber(samplesOf(turned))).toThrow('invalid picture: corners');
      expect(() => readNumber(samplesOf(mirrored(turned)))).toThrow('invalid picture: corners');
    }
  });

  it('is refused where a bit is wrong, and where two neighbours are blended', () => {
    for (let number = 0; number < LARGEST_NUMBER; number += 7) {
      const samples = samplesOf(drawNumber(number, 36, 18));
      for (let bit = 4; bit < samples.length; bit++) {
        const wrong = samples.map((sample, i) => (i === bit ? 251 - sample : sample));
        expect(() => readNumber(wrong), `${number}, bit ${bit}`).toThrow('invalid picture: code');
      }
      const next = samplesOf(drawNumber(number + 1, 36, 18));
      for (const share of [0.3, 0.6]) {
        const blend = samples.map((sample, i) => sample * share + (next[i] ?? 0) * (1 - share));
        let read: number | undefined;
        try {
          read = readNumber(blend);
        } catch {
          continue;
        }
        // Where one of the two is stronger everywhere, only that one may be read.
        expect([number, number + 1]).toContain(read);
      }
    }
  });

  it('is turned as the file will be turned back', () => {
    const upright = { width: 2, height: 3, luma: Uint8Array.from([1, 2, 3, 4, 5, 6]) };
    expect(storedFromUpright(upright, 90)).toEqual({
      width: 3,
      height: 2,
      luma: Uint8Array.from([2, 4, 6, 1, 3, 5]),
    });
    expect([...storedFromUpright(upright, 180).luma]).toEqual([6, 5, 4, 3, 2, 1]);
    expect([...storedFromUpright(upright, 270).luma]).toEqual([5, 3, 1, 6, 4, 2]);
    expect(() => drawNumber(LARGEST_NUMBER + 1, 6, 6)).toThrow('invalid number: 512');
  });
});
