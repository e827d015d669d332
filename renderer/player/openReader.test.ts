import { describe, expect, it } from 'vitest';
import { bestSource, type PlayableClip } from './openReader.ts';

const clip: PlayableClip = {
  turn: 0,
  ...{ id: 'clip', width: 320, height: 180, frameCount: 10 },
  ...{ needsProxy: false, hasProxy: false, longestGop: 12 },
};

describe('bestSource', () => {
  it('is the file itself where that steps quickly', () => {
    expect(bestSource(clip)).toBe('video');
    expect(bestSource({ ...clip, hasProxy: true })).toBe('video');
    expect(bestSource({ ...clip, hasProxy: true, longestGop: null })).toBe('video');
  });

  it('is the proxy of a clip with long groups as soon as there is one', () => {
    expect(bestSource({ ...clip, longestGop: 13 })).toBe('video');
    expect(bestSource({ ...clip, longestGop: 13, hasProxy: true })).toBe('proxy');
  });

  it('is single pictures only while there is nothing to play', () => {
    expect(bestSource({ ...clip, needsProxy: true })).toBe('stills');
    expect(bestSource({ ...clip, needsProxy: true, hasProxy: true })).toBe('proxy');
  });
});
