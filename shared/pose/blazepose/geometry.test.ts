import { describe, expect, it } from 'vitest';
import { ANCHOR_COUNT, anchors } from './anchors.ts';
import { type ColourSpace, rgbFromYuv } from './colour.ts';
import { cropI420, LANDMARK_RANGE } from './crop.ts';
import { i420Bytes, i420FromPacked } from './i420.ts';
import { imageFromRoi, overlap, roiFromCircle, uprightRoi } from './roi.ts';
import { uprightI420 } from './uprightI420.ts';

const LIMITED_709: ColourSpace = { matrix: 'bt709', range: 'limited' };

/** A picture of one colour with a luma ramp along x. */
function ramp(width: number, height: number, u = 128, v = 128, colour = LIMITED_709) {
  const packed = new Uint8Array(i420Bytes(width, height));
  for (let i = 0; i < width * height; i++) packed[i] = 16 + (i % width);
  const chroma = Math.ceil(width / 2) * Math.ceil(height / 2);
  packed.fill(u, width * height, width * height + chroma);
  packed.fill(v, width * height + chroma);
  return i420FromPacked(packed, width, height, colour);
}

describe('anchors', () => {
  it('has 2254 in the unit square, first layer first', () => {
    expect(ANCHOR_COUNT).toBe(2254);
    expect([...anchors.slice(0, 6)].map((x) => Number((x * 56).toFixed(4)))).toEqual([1, 1, 1, 1, 3, 1]);
    expect(Math.min(...anchors)).toBeGreaterThan(0);
    expect(Math.max(...anchors)).toBeLessThan(1);
  });
});

describe('rgbFromYuv', () => {
  it('gives the published coefficients', () => {
    const hd = rgbFromYuv(LIMITED_709);
    expect(hd.redFromV).toBeCloseTo(1.7927, 4);
    expect(hd.blueFromU).toBeCloseTo(2.1124, 4);
    expect(hd.greenFromU).toBeCloseTo(0.2132, 4);
    expect(hd.greenFromV).toBeCloseTo(0.5329, 4);
    const sd = rgbFromYuv({ matrix: 'bt601', range: 'full' });
    expect([sd.lumaOffset, sd.lumaGain]).toEqual([0, 1]);
    expect(sd.redFromV).toBeCloseTo(1.402, 6);
    expect(sd.greenFromU).toBeCloseTo(0.344136, 5);
  });
});

describe('roiFromCircle', () => {
  it('is upright for a point above the hips and turns with the person', () => {
    const upright = roiFromCircle({ x: 100, y: 200 }, { x: 100, y: 100 });
    expect(upright).toMatchObject({ x: 100, y: 200, size: 250 });
    expect(upright.rotation).toBeCloseTo(0, 6);
    expect(roiFromCircle({ x: 0, y: 0 }, { x: 10, y: 0 }).rotation).toBeCloseTo(Math.PI / 2, 6);
  });

  it('maps the middle of the top edge towards the person’s head', () => {
    const roi = roiFromCircle({ x: 0, y: 0 }, { x: 10, y: 0 });
    const top = imageFromRoi(roi, 0.5, 0);
    expect(top.x).toBeCloseTo(12.5, 5);
    expect(top.y).toBeCloseTo(0, 5);
  });

  it('overlap is 1 for the same square and 0 apart', () => {
    const a = uprightRoi({ x: 0, y: 0 }, 10);
    expect(overlap(a, a)).toBe(1);
    expect(overlap(a, uprightRoi({ x: 20, y: 0 }, 10))).toBe(0);
    expect(overlap(a, uprightRoi({ x: 5, y: 0 }, 10))).toBeCloseTo(1 / 3, 10);
  });
});

describe('cropI420', () => {
  it('copies pixels exactly where the square lies on them', () => {
    const out = new Float32Array(8 * 8 * 3);
    cropI420(ramp(32, 32), uprightRoi({ x: 16, y: 16 }, 8), 8, out, LANDMARK_RANGE);
    const grey = Array.from({ length: 8 }, (_, i) => ((12 + i) * 255) / 219 / 255);
    grey.forEach((value, i) => {
      expect(out[3 * i]).toBeCloseTo(value, 5);
    });
    expect(out[0]).toBeCloseTo(out[1] ?? -1, 6);
  });

  it('is black outside the picture', () => {
    const out = new Float32Array(4 * 4 * 3).fill(9);
    cropI420(ramp(8, 8), uprightRoi({ x: -20, y: -20 }, 4), 4, out, { scale: 1 / 127.5, offset: -1 });
    expect(new Set(out)).toEqual(new Set([-1]));
  });

  it('turns with the square', () => {
    const out = new Float32Array(4 * 4 * 3);
    const roi = { x: 16, y: 16, size: 4, rotation: Math.PI / 2 };
    cropI420(ramp(32, 32), roi, 4, out, LANDMARK_RANGE);
    // A quarter turn clockwise: the crop's rows run along the picture's x axis, from right to left.
    const columnStart = [0, 1, 2, 3].map((row) => out[row * 12] ?? 0);
    expect(columnStart).toEqual([...columnStart].sort((a, b) => b - a));
    expect(out[0]).toBeCloseTo(out[3] ?? -1, 5);
  });

  it('reads red from the chroma planes', () => {
    const out = new Float32Array(3);
    const frame = ramp(8, 8, 90, 240, { matrix: 'bt601', range: 'full' });
    cropI420(frame, uprightRoi({ x: 4.5, y: 4.5 }, 1), 1, out, LANDMARK_RANGE);
    expect(out[0]).toBeCloseTo((20 + 1.402 * 112) / 255, 4);
    expect(out[1]).toBe(0);
  });
});

describe('uprightI420', () => {
  it.each([
    [90, 3, 2],
    [180, 2, 3],
    [270, 3, 2],
  ] as const)('turned by %i and back is the same picture', (rotation, width, height) => {
    const frame = ramp(2, 3);
    const turned = uprightI420(frame, rotation);
    expect([turned.width, turned.height]).toEqual(rotation === 180 ? [2, 3] : [width, height]);
    const back = uprightI420(turned, rotation === 90 ? 270 : rotation === 270 ? 90 : 180);
    expect([...back.y]).toEqual([...frame.y]);
  });

  it('turns clockwise', () => {
    const packed = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 7, 8, 8]);
    const frame = i420FromPacked(packed, 3, 2, LIMITED_709);
    expect([...uprightI420(frame, 90).y]).toEqual([4, 1, 5, 2, 6, 3]);
    expect([...uprightI420(frame, 270).y]).toEqual([3, 6, 2, 5, 1, 4]);
  });
});
