import { type ColourSpace, type RgbFromYuv, rgbFromYuv } from './colour.ts';

/** One upright picture, 8 bits, chroma at half size in both directions. */
export interface I420Frame {
  readonly width: number;
  readonly height: number;
  readonly y: Uint8Array;
  readonly u: Uint8Array;
  readonly v: Uint8Array;
  /** Bytes from one row to the next. */
  readonly lumaStride: number;
  readonly chromaStride: number;
  readonly rgb: RgbFromYuv;
}

/** Size in bytes of a tightly packed picture: Y, then U, then V, without padding. */
export function i420Bytes(width: number, height: number): number {
  return width * height + 2 * Math.ceil(width / 2) * Math.ceil(height / 2);
}

/** Views (no copy) of a tightly packed picture. */
export function i420FromPacked(
  packed: Uint8Array,
  width: number,
  height: number,
  colour: ColourSpace,
): I420Frame {
  if (packed.length < i420Bytes(width, height))
    throw new RangeError(`invalid packed length: ${packed.length}`);
  const luma = width * height;
  const chromaStride = Math.ceil(width / 2);
  const chroma = chromaStride * Math.ceil(height / 2);
  return {
    width,
    height,
    y: packed.subarray(0, luma),
    u: packed.subarray(luma, luma + chroma),
    v: packed.subarray(luma + chroma, luma + 2 * chroma),
    lumaStride: width,
    chromaStride,
    rgb: rgbFromYuv(colour),
  };
}
