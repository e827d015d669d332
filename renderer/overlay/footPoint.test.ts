import { describe, expect, it } from 'vitest';
import { KEYPOINT_COUNT, KEYPOINT_STRIDE, LEG } from '../../shared/pose/keypoints.ts';
import { footPoint } from './footPoint.ts';
import { canvasFromImage, centredOn, viewOf } from './viewTransform.ts';

/** 60 frames in which nobody was found but for the left foot in some. */
function keypoints(feet: Readonly<Record<number, { x: number; y: number }>>): Float32Array {
  const data = new Float32Array(60 * KEYPOINT_COUNT * KEYPOINT_STRIDE).fill(Number.NaN);
  for (const [frame, { x, y }] of Object.entries(feet)) {
    const put = (index: number, dx: number, dy: number) =>
      data.set([x + dx, y + dy, 1], (Number(frame) * KEYPOINT_COUNT + index) * KEYPOINT_STRIDE);
    put(LEG.L.ankle, 0, -20);
    put(LEG.L.heel, -15, 10);
    put(LEG.L.footIndex, 15, 10);
  }
  return data;
}

describe('footPoint', () => {
  it('is the middle of the foot', () => {
    expect(footPoint(keypoints({ 5: { x: 100, y: 300 } }), 5, 'L')).toEqual({ x: 100, y: 300 });
  });

  it('stays with the nearest frame that has the foot, and is absent far from any', () => {
    const data = keypoints({ 5: { x: 100, y: 300 }, 9: { x: 140, y: 310 } });
    expect(footPoint(data, 6, 'L')).toEqual({ x: 100, y: 300 });
    expect(footPoint(data, 8, 'L')).toEqual({ x: 140, y: 310 });
    expect(footPoint(data, 59, 'L')).toBeUndefined();
    expect(footPoint(data, 5, 'R')).toBeUndefined();
  });

  it('lies in the middle of the stage when the view follows it, also at the edge of the picture', () => {
    const [image, stage] = [
      { width: 720, height: 1280 },
      { width: 900, height: 500 },
    ];
    const foot = { x: 30, y: 1270 };
    const zoom = centredOn({ factor: 5, centre: { x: 1, y: 1 } }, foot);
    expect(canvasFromImage(viewOf(zoom, image, stage), foot)).toEqual({ x: 450, y: 250 });
  });
});
