import { describe, expect, it } from 'vitest';
import { loopOfZone, withEdge } from './zone.ts';

const zone = { fromFrame: 20, toFrame: 60 };

describe('the working zone', () => {
  it('takes a start and an end', () => {
    const started = withEdge(null, 'fromFrame', 20, 100);
    expect(started).toEqual({ fromFrame: 20, toFrame: 100 });
    expect(withEdge(started, 'toFrame', 60, 100)).toEqual(zone);
  });

  it('frees the other edge where they would cross', () => {
    expect(withEdge(zone, 'fromFrame', 70, 100)).toEqual({ fromFrame: 70, toFrame: 100 });
    expect(withEdge(zone, 'toFrame', 10, 100)).toEqual({ fromFrame: 0, toFrame: 10 });
  });

  it('is none where it would be everything or nothing', () => {
    expect(withEdge({ fromFrame: 20, toFrame: 100 }, 'fromFrame', 0, 100)).toBeNull();
    expect(withEdge(null, 'fromFrame', 100, 100)).toBeNull();
    expect(withEdge(null, 'toFrame', 0, 100)).toBeNull();
  });

  it('is played round', () => {
    expect(loopOfZone(zone)).toEqual({ from: 20, to: 60 });
    expect(loopOfZone(null)).toBeUndefined();
  });
});
