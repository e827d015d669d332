import type { I420Frame } from './i420.ts';
import type { Roi } from './roi.ts';

/** `value = rgb (0-255) x scale + offset`; outside the picture rgb is 0. */
export interface Normalisation {
  readonly scale: number;
  readonly offset: number;
}
export const DETECTOR_RANGE: Normalisation = { scale: 1 / 127.5, offset: -1 };
export const LANDMARK_RANGE: Normalisation = { scale: 1 / 255, offset: 0 };

/**
 * Samples a rotated square of the picture into `out` (side x side x 3, RGB), bilinear in luma and chroma. Only the
 * sampled pixels are converted: several times cheaper than converting the whole frame. One long function on purpose: it
 * runs 65 536 times per frame and allocates nothing.
 */
export function cropI420(frame: I420Frame, roi: Roi, side: number, out: Float32Array, range: Normalisation) {
  const { width, height, y: lumaPlane, u: uPlane, v: vPlane, lumaStride, chromaStride } = frame;
  const { lumaOffset, lumaGain, redFromV, greenFromU, greenFromV, blueFromU } = frame.rgb;
  const { scale, offset } = range;
  const stepX = (Math.cos(roi.rotation) * roi.size) / side;
  const stepY = (Math.sin(roi.rotation) * roi.size) / side;
  const chromaRight = ((width + 1) >> 1) - 1.001;
  const chromaBottom = ((height + 1) >> 1) - 1.001;
  const first = 0.5 - side / 2;
  let at = 0;
  for (let row = 0; row < side; row++) {
    const down = row + first;
    let x = roi.x + first * stepX - down * stepY - 0.5;
    let y = roi.y + first * stepY + down * stepX - 0.5;
    for (let column = 0; column < side; column++, x += stepX, y += stepY, at += 3) {
      const left = Math.floor(x);
      const top = Math.floor(y);
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) {
        out[at] = out[at + 1] = out[at + 2] = offset;
        continue;
      }
      const luma =
        (bilinear(lumaPlane, top * lumaStride + left, lumaStride, x - left, y - top) - lumaOffset) * lumaGain;
      // Chroma samples sit between two luma columns and rows (as MPEG-1; the half-pixel of MPEG-2 does not matter here).
      const cx = Math.min(Math.max((x - 0.5) / 2, 0), chromaRight);
      const cy = Math.min(Math.max((y - 0.5) / 2, 0), chromaBottom);
      const cLeft = cx | 0;
      const cTop = cy | 0;
      const cAt = cTop * chromaStride + cLeft;
      const u = bilinear(uPlane, cAt, chromaStride, cx - cLeft, cy - cTop) - 128;
      const v = bilinear(vPlane, cAt, chromaStride, cx - cLeft, cy - cTop) - 128;
      out[at] = clamp(luma + redFromV * v) * scale + offset;
      out[at + 1] = clamp(luma - greenFromU * u - greenFromV * v) * scale + offset;
      out[at + 2] = clamp(luma + blueFromU * u) * scale + offset;
    }
  }
}

function bilinear(plane: Uint8Array, at: number, stride: number, fx: number, fy: number): number {
  const both = fx * fy;
  const below = at + stride;
  return (
    (plane[at] ?? 0) * (1 - fx - fy + both) +
    (plane[at + 1] ?? 0) * (fx - both) +
    (plane[below] ?? 0) * (fy - both) +
    (plane[below + 1] ?? 0) * both
  );
}

const clamp = (value: number): number => (value < 0 ? 0 : Math.min(value, 255));
