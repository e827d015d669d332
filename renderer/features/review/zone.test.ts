import { describe, expect, it } from 'vitest';
import { framesOfZone, withEdge } from './zone.ts';

describe('the working zone', () => {
  it('takes a start and an end', () => {
    const started = withEdge(null, 'from', 2, 10);
    expect(started).toEqual({ from: 2, to: 10 });
    expect(withEdge(started, 'to', 6, 10)).toEqual({ from: 2, to: 6 });
  });

  it('frees the other edge where they would cross', () => {
    expect(withEdge({ from: 2, to: 6 }, 'from', 7, 10)).toEqual({ from: 7, to: 10 });
    expect(withEdge({ from: 2, to: 6 }, 'to', 1, 10)).toEqual({ from: 0, to: 1 });
  });

  it('is none where it would be everything or nothing', () => {
    expect(withEdge({ from: 2, to: 10 }, 'from', 0, 10)).toBeNull();
    expect(withEdge(null, 'from', 10, 10)).toBeNull();
    expect(withEdge(null, 'to', 0, 10)).toBeNull();
  });

  it('is told in frames', () => {
    const times = Float64Array.from([0, 0.1, 0.25, 0.3]);
    expect(framesOfZone({ from: 0.1, to: 0.25 }, times)).toEqual({ from: 1, to: 2 });
    expect(framesOfZone(null, times)).toBeUndefined();
  });
});
