import { describe, expect, it } from 'vitest';
import { KEYPOINT_COUNT, KEYPOINT_STRIDE, LEG, SHOULDERS } from '../keypoints.ts';
import { clothingAfter, clothingDifference, clothingOf } from './clothing.ts';
import { i420Bytes, i420FromPacked } from './i420.ts';

const WIDTH = 64;
const HEIGHT = 96;

/** A picture of one U for the upper half and another for the lower; V is 140. */
function picture(upperU: number, lowerU: number) {
  const packed = new Uint8Array(i420Bytes(WIDTH, HEIGHT)).fill(140);
  const half = (WIDTH / 2) * (HEIGHT / 4);
  packed.fill(upperU, WIDTH * HEIGHT, WIDTH * HEIGHT + half);
  packed.fill(lowerU, WIDTH * HEIGHT + half, WIDTH * HEIGHT + 2 * half);
  return i420FromPacked(packed, WIDTH, HEIGHT, { matrix: 'bt709', range: 'limited' });
}

/** A person from the shoulders at y = 10 to the knees at y = 86, hips at the middle of the picture. */
function person(shiftX = 0): Float32Array {
  const keypoints = new Float32Array(KEYPOINT_COUNT * KEYPOINT_STRIDE);
  const put = (k: number, x: number, y: number) => keypoints.set([x + shiftX, y, 1], k * KEYPOINT_STRIDE);
  put(SHOULDERS.L, 20, 10);
  put(SHOULDERS.R, 40, 10);
  put(LEG.L.hip, 24, 48);
  put(LEG.R.hip, 36, 48);
  put(LEG.L.knee, 24, 86);
  put(LEG.R.knee, 36, 86);
  return keypoints;
}

describe('clothing', () => {
  it('is the colour of the trunk and of the thighs', () => {
    expect(clothingOf(picture(110, 150), person())).toEqual([110, 140, 150, 140]);
  });

  it('is unknown outside the picture', () => {
    expect(clothingOf(picture(110, 150), person(WIDTH))).toBeUndefined();
  });

  it('differs between persons, and is learnt slowly', () => {
    const one = clothingAfter(undefined, [110, 140, 150, 140]);
    expect(clothingDifference([110, 140, 150, 140], [130, 140, 150, 140])).toBe(10);
    expect(clothingAfter(one, [130, 140, 150, 140])).toEqual([111, 140, 150, 140]);
    expect(clothingAfter(one, undefined)).toBe(one);
  });
});
