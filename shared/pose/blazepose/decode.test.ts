import { describe, expect, it } from 'vitest';
import { ANCHOR_COUNT, anchors } from './anchors.ts';
import { decodeDetections } from './detection.ts';
import { decodeLandmarks } from './landmarks.ts';
import { DETECTOR_INPUT_PX } from './networks.ts';
import { uprightRoi } from './roi.ts';

const SIDE = DETECTOR_INPUT_PX;
/** Detector output with people at given hip points (0-1 of the input), each seen by two anchors. */
function detectorOutput(people: readonly { x: number; y: number; logit: number }[]) {
  const boxes = new Float32Array(ANCHOR_COUNT * 12);
  const scores = new Float32Array(ANCHOR_COUNT).fill(-50);
  people.forEach(({ x, y, logit }, p) => {
    for (const i of [100 * p + 40, 100 * p + 41]) {
      const [ax, ay] = [anchors[2 * i] ?? 0, anchors[2 * i + 1] ?? 0];
      scores[i] = logit - (i % 2) / 2;
      const at = (px: number, py: number) => [(px - ax) * SIDE, (py - ay) * SIDE];
      const points = [at(x, y), at(x, y - 0.2), at(x, y), at(x, y)].flat();
      boxes.set([...at(x, y - 0.1), 0.1 * SIDE, 0.1 * SIDE, ...points], i * 12);
    }
  });
  return { boxes, scores };
}

describe('decodeDetections', () => {
  const square = uprightRoi({ x: 500, y: 500 }, 1000);

  it('finds each person once, best first, in image pixels', () => {
    const found = decodeDetections(
      detectorOutput([
        { x: 0.3, y: 0.6, logit: 1 },
        { x: 0.7, y: 0.5, logit: 3 },
      ]),
      square,
    );
    expect(found).toHaveLength(2);
    expect(found[0]?.roi.x).toBeCloseTo(700, 2);
    expect(found[0]?.roi.size).toBeCloseTo(2 * 200 * 1.25, 2);
    expect(found[1]?.roi.y).toBeCloseTo(600, 2);
    expect(found[1]?.score).toBeCloseTo(1 / (1 + Math.exp(-1)), 5);
  });

  it('finds nobody below the threshold', () => {
    expect(decodeDetections(detectorOutput([{ x: 0.5, y: 0.5, logit: -0.1 }]), square)).toEqual([]);
  });
});

describe('decodeLandmarks', () => {
  const output = () => {
    const landmarks = new Float32Array(39 * 5);
    for (let i = 0; i < 39; i++) landmarks.set([128, 128, 0, 0, 0], i * 5);
    landmarks.set([128, 64, 0, 0, 0], 34 * 5);
    return { landmarks, presence: 1, heatmap: new Float32Array(64 * 64 * 39).fill(-20) };
  };
  const roi = uprightRoi({ x: 100, y: 200 }, 256);

  it('maps points to the picture and makes the next square', () => {
    const { keypoints, next } = decodeLandmarks(output(), roi);
    expect([...keypoints.slice(0, 3)]).toEqual([100, 200, 0.5]);
    expect(next).toMatchObject({ x: 100, y: 200, size: 160 });
    expect(next.rotation).toBeCloseTo(0, 6);
  });

  it('moves a point to the centre of mass of a sure heatmap, and leaves it where the heatmap is unsure', () => {
    const sure = output();
    sure.heatmap[(33 * 64 + 34) * 39 + 5] = 20;
    const moved = decodeLandmarks(sure, roi).keypoints;
    expect(moved[15]).toBeCloseTo(100 + (34 / 64 - 0.5) * 256, 3);
    expect(moved[16]).toBeCloseTo(200 + (33 / 64 - 0.5) * 256, 3);
    const unsure = output();
    unsure.heatmap[(33 * 64 + 34) * 39 + 5] = -0.1;
    expect(decodeLandmarks(unsure, roi).keypoints[15]).toBe(100);
  });
});
