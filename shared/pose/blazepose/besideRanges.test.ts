import { describe, expect, it } from 'vitest';
import { besideRanges } from './besideRanges.ts';

const STEADY = 0.01;
const UNSTEADY = 0.06;

function looks(frames: number, seen: Readonly<Record<number, number>>): Float32Array {
  const all = new Float32Array(frames).fill(Number.NaN);
  for (const [frame, unsteadiness] of Object.entries(seen)) all[Number(frame)] = unsteadiness;
  return all;
}

describe('besideRanges', () => {
  it('reach from the last look that showed nobody to the next', () => {
    const seen = { 0: STEADY, 16: STEADY, 32: UNSTEADY, 33: UNSTEADY, 40: UNSTEADY, 44: STEADY, 60: STEADY };
    expect(besideRanges(looks(70, seen))).toEqual([[17, 43]]);
  });

  it('reach to the ends of the clip where no look showed nobody', () => {
    expect(besideRanges(looks(30, { 3: UNSTEADY, 12: UNSTEADY }))).toEqual([[0, 29]]);
  });

  it('are none for a single look that was misread, nor where nobody looked', () => {
    expect(besideRanges(looks(60, { 0: STEADY, 16: UNSTEADY, 20: STEADY, 50: UNSTEADY }))).toEqual([]);
    expect(besideRanges(looks(60, {}))).toEqual([]);
  });
});
