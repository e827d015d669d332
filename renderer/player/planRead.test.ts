import { describe, expect, it } from 'vitest';
import { planRead } from './planRead.ts';

const plan = (target: number, direction: 1 | -1, held: readonly number[]) =>
  planRead({ target, direction, frameCount: 100, readAhead: 10, has: (index) => held.includes(index) });
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('planRead', () => {
  it('reads the wanted frame and those after it', () => {
    expect(plan(20, 1, [])).toEqual({ from: 20, to: 30 });
    expect(plan(95, 1, [])).toEqual({ from: 95, to: 99 });
  });

  it('reads only the gap ahead', () => {
    expect(plan(20, 1, [...range(20, 24), 28])).toEqual({ from: 25, to: 27 });
    expect(plan(20, 1, range(20, 30))).toBeUndefined();
  });

  it('reads the wanted frame backwards too before all others, then a whole stretch before it', () => {
    expect(plan(50, -1, [])).toEqual({ from: 50, to: 50 });
    expect(plan(50, -1, [50])).toEqual({ from: 40, to: 49 });
    expect(plan(4, -1, [4])).toEqual({ from: 0, to: 3 });
  });

  it('fetches the next stretch backwards when half of the last one has run out, not at every frame', () => {
    expect(plan(50, -1, range(41, 50))).toBeUndefined();
    expect(plan(46, -1, range(41, 50))).toBeUndefined();
    expect(plan(45, -1, range(41, 50))).toEqual({ from: 31, to: 40 });
    expect(plan(2, -1, range(0, 2))).toBeUndefined();
  });
});
