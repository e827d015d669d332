import { describe, expect, it } from 'vitest';
import type { GaitEvent } from '../../../../shared/domain/analysis.ts';
import { KEYPOINT_COUNT, KEYPOINT_STRIDE, LEG } from '../../../../shared/pose/keypoints.ts';
import { acceptEdit, strideEdit } from '../editing.ts';
import { reviewEvents } from '../reviewEvents.ts';
import { cropOfFoot } from './stripCrop.ts';
import { nextWaiting, stripFrames, stripOrder } from './stripOrder.ts';

const times = Float64Array.from({ length: 300 }, (_, i) => i / 100);
const auto = (type: GaitEvent['type'], frame: number, isDoubtful = false): GaitEvent => ({
  id: `L-${type}-${frame}`,
  ...{ clip: 'clip', side: 'L', type, time_s: frame / 100, frame, confidence: 0.5 },
  doubts: isDoubtful ? ['against_sound'] : [],
});
const automatic = [
  auto('initial_contact', 20),
  auto('toe_off', 45, true),
  auto('initial_contact', 90, true),
  auto('toe_off', 115),
];
const events = reviewEvents(automatic, [], 'clip', times);
const framesOf = (keys: readonly string[]) =>
  keys.map((key) => events.find((event) => event.key === key)?.frame);

describe('the order of the strip', () => {
  it('is that of time, or what deserves a look first', () => {
    expect(framesOf(stripOrder(events, 'contacts', false))).toEqual([20, 90]);
    expect(framesOf(stripOrder(events, 'contacts', true))).toEqual([90, 20]);
    expect(framesOf(stripOrder(events, 'both', true))).toEqual([45, 90, 20, 115]);
    expect(framesOf(stripOrder(events, 'toeOffs', false))).toEqual([45, 115]);
  });

  it('stays while decisions settle the doubts', () => {
    const doubtful = events.find(({ frame }) => frame === 90) ?? expect.fail('no event');
    const settled = reviewEvents(automatic, [acceptEdit('clip', doubtful)], 'clip', times);
    expect(stripOrder(settled, 'contacts', true)).toEqual(stripOrder(events, 'contacts', true));
  });

  it('goes on to the next that waits, round the end, until none is left', () => {
    const order = ['a', 'b', 'c'];
    const waiting = new Set(['a', 'c']);
    const next = (after: string | undefined) => nextWaiting(order, after, (key) => waiting.has(key));
    expect([next(undefined), next('a'), next('c')]).toEqual(['a', 'c', 'a']);
    waiting.clear();
    expect(next('b')).toBeUndefined();
  });
});

describe('the frames of the strip', () => {
  it('are three on either side, follow a longer shift and end with the clip', () => {
    expect(stripFrames(50, 0, 300)).toEqual({ from: 47, to: 53 });
    expect(stripFrames(50, -2, 300)).toEqual({ from: 47, to: 53 });
    expect(stripFrames(50, 5, 300)).toEqual({ from: 49, to: 55 });
    expect(stripFrames(1, 0, 300)).toEqual({ from: 0, to: 4 });
    expect(stripFrames(298, 0, 300)).toEqual({ from: 295, to: 299 });
  });
});

describe('the crop', () => {
  const image = { width: 1280, height: 720 };
  function keypoints(ankleX: (frame: number) => number): Float32Array {
    const data = new Float32Array(60 * KEYPOINT_COUNT * KEYPOINT_STRIDE).fill(Number.NaN);
    for (let frame = 0; frame < 60; frame++) {
      const x = ankleX(frame);
      const { hip, knee, ankle, heel, footIndex } = LEG.L;
      const put = (joint: number, px: number, py: number) =>
        data.set([px, py, 1], (frame * KEYPOINT_COUNT + joint) * KEYPOINT_STRIDE);
      put(hip, x, 300);
      put(knee, x, 400);
      put(ankle, x, 500);
      put(heel, x - 10, 520);
      put(footIndex, x + 40, 522);
    }
    return data;
  }

  it('holds the foot in all frames, with the ground under it', () => {
    const crop = cropOfFoot(
      keypoints((frame) => 600 + 8 * frame),
      { from: 20, to: 26 },
      'L',
      image,
    );
    expect(crop.x).toBeLessThan(600 + 160 - 10);
    expect(crop.x + crop.size).toBeGreaterThan(600 + 208 + 40);
    expect(crop.size).toBeGreaterThanOrEqual(0.55 * 200);
    expect(crop.groundY).toBe(522);
  });

  it('is never larger than the leg allows, and lies at the ground where no leg is seen', () => {
    expect(
      cropOfFoot(
        keypoints((frame) => 40 * frame),
        { from: 3, to: 9 },
        'L',
        image,
      ).size,
    ).toBe(280);
    const empty = new Float32Array(60 * KEYPOINT_COUNT * KEYPOINT_STRIDE).fill(Number.NaN);
    const crop = cropOfFoot(empty, { from: 3, to: 9 }, 'L', image);
    expect(crop.y + crop.size).toBe(720);
    expect(crop.groundY).toBeUndefined();
  });
});

describe('a stride taken out', () => {
  it('is known by its contact, and comes back', () => {
    const contact = events.find(({ frame }) => frame === 90) ?? expect.fail('no event');
    const out = strideEdit('clip', contact, 'stumble');
    const excluded = (edits: Parameters<typeof reviewEvents>[1]) =>
      reviewEvents(automatic, edits, 'clip', times).map((event) => event.excluded);
    expect(excluded([out])).toEqual([undefined, undefined, 'stumble', undefined]);
    expect(excluded([out, strideEdit('clip', contact, undefined)])).toEqual([
      ...[undefined, undefined, undefined, undefined],
    ]);
  });
});
