import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FRAME_STRIDE } from '../track.ts';
import { emptyChunk, looksIn, putFrame, putLook, putState, stateOf } from './chunkData.ts';
import { chunksOf, planRuns } from './plan.ts';
import { continuesFrom } from './seam.ts';

describe('planRuns', () => {
  it('covers every frame once, whatever the length and the chosen frame', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.option(fc.nat(1999), { nil: undefined }),
        (count, at) => {
          const chosen = at === undefined || at >= count ? undefined : at;
          const chunks = planRuns(count, chosen).flatMap(chunksOf);
          const frames = chunks.flatMap((chunk) =>
            Array.from({ length: chunk.frames }, (_, i) => chunk.firstFrame + i),
          );
          expect(frames.sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
          expect(chunks.map((chunk) => chunk.index)).toEqual(chunks.map((_, i) => i));
        },
      ),
    );
  });

  it('walks backwards from the chosen frame and starts both ways on it', () => {
    const [forward, backward] = planRuns(230, 90);
    expect(forward).toMatchObject({ start: 90, step: 1, kept: 140 });
    expect(backward).toMatchObject({ start: 90, step: -1, warmUp: 1, kept: 90 });
    expect(backward === undefined ? [] : chunksOf(backward).map((chunk) => chunk.firstFrame)).toEqual([
      30, 0,
    ]);
  });

  it('refuses a frame outside the clip', () => {
    expect(() => planRuns(10, 10)).toThrow('invalid chosenFrame: 10');
    expect(() => planRuns(0)).toThrow('invalid frameCount: 0');
  });
});

describe('chunk data', () => {
  const chunk = { index: 0, firstFrame: 0, frames: 2 };

  it('keeps the tracker’s state exactly', () => {
    const data = emptyChunk(chunk);
    const last = {
      x: Math.fround(1.1),
      y: Math.fround(2.2),
      size: Math.fround(3.3),
      rotation: Math.fround(0.4),
    };
    putState(data, { last, lostFrames: 3 });
    expect(stateOf(data)).toEqual({ last, lostFrames: 3 });
    putState(data, { last: undefined, lostFrames: 0 });
    expect(stateOf(data)).toEqual({ last: undefined, lostFrames: 0 });
    const crossing = {
      ...{ last, lostFrames: 2, reach: 0.25, clothing: [121, 135, 123, 133.5] as const },
      motion: { x: 100.5, y: -3, vx: 0.25, vy: -0.125, frames: 20, doubt: 7 },
    };
    putState(data, crossing);
    expect(stateOf(data)).toEqual(crossing);
    const company = { frames: 9, besideFrames: 3, untilLook: 2, untilAside: 4, side: Math.fround(-0.1) };
    putState(data, { ...crossing, company });
    expect(stateOf(data)).toEqual({ ...crossing, company });
  });

  it('keeps what the looks to the sides showed; chunks from before there were any have none', () => {
    const data = emptyChunk(chunk);
    putLook(data, chunk.frames, 1, 0.5);
    putState(data, { last: undefined, lostFrames: 0 });
    expect(looksIn(data, chunk.frames)).toEqual(Float32Array.of(Number.NaN, 0.5));
    expect(looksIn(data.subarray(chunk.frames), chunk.frames)).toBeUndefined();
  });

  it('tells whether the same person goes on', () => {
    const data = emptyChunk(chunk);
    putFrame(data, 0, new Float32Array(FRAME_STRIDE).fill(100));
    const state = (x: number, lostFrames = 0) => ({
      last: { x, y: 100, size: 100, rotation: 0 },
      lostFrames,
    });
    expect(continuesFrom(state(105), data)).toBe(true);
    expect(continuesFrom(state(300), data)).toBe(false);
    expect(continuesFrom(state(300, 5), data)).toBe(true);
    expect(continuesFrom(state(105), emptyChunk(chunk))).toBe(false);
  });
});
