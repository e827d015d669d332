import type { I420Frame } from '../../shared/pose/blazepose/i420.ts';
import type { Roi } from '../../shared/pose/blazepose/roi.ts';

/** The frame as a picture of the browser; see `rgbaOfFrame`. */
export function pictureOfFrame(frame: I420Frame, only: Roi | undefined): Promise<ImageBitmap> {
  const { data, width, height } = rgbaOfFrame(frame, only);
  return createImageBitmap(new ImageData(data, width, height));
}

/**
 * The frame as red, green, blue and alpha, in the same colours as the networks of the other backend get.
 * @param only everything outside of this upright square is left black
 */
export function rgbaOfFrame(frame: I420Frame, only: Roi | undefined) {
  const { width, height, y, u, v, lumaStride, chromaStride } = frame;
  const { lumaOffset, lumaGain, redFromV, greenFromU, greenFromV, blueFromU } = frame.rgb;
  const half = only === undefined ? Number.POSITIVE_INFINITY : only.size / 2;
  const left = Math.max(0, Math.floor((only?.x ?? 0) - half));
  const top = Math.max(0, Math.floor((only?.y ?? 0) - half));
  const right = Math.min(width, Math.ceil((only?.x ?? 0) + half));
  const bottom = Math.min(height, Math.ceil((only?.y ?? 0) + half));
  // Starts black and opaque where nothing is drawn.
  const rgba = new Uint32Array(width * height).fill(0xff00_0000);
  const bytes = new Uint8ClampedArray(rgba.buffer);
  for (let row = top; row < bottom; row++) {
    const chromaRow = (row >> 1) * chromaStride;
    for (let column = left; column < right; column++) {
      const luma = ((y[row * lumaStride + column] ?? 0) - lumaOffset) * lumaGain;
      const blue = (u[chromaRow + (column >> 1)] ?? 128) - 128;
      const red = (v[chromaRow + (column >> 1)] ?? 128) - 128;
      const at = (row * width + column) * 4;
      bytes[at] = luma + redFromV * red;
      bytes[at + 1] = luma - greenFromU * blue - greenFromV * red;
      bytes[at + 2] = luma + blueFromU * blue;
    }
  }
  return { data: bytes, width, height };
}
