import type { I420Frame } from './i420.ts';

/** Turns a picture clockwise so that it stands upright. Without a turn the same picture is returned. */
export function uprightI420(frame: I420Frame, rotation: 0 | 90 | 180 | 270): I420Frame {
  if (rotation === 0) return frame;
  const { width, height, lumaStride, chromaStride } = frame;
  const halfWidth = Math.ceil(width / 2);
  const halfHeight = Math.ceil(height / 2);
  const isTurned = rotation !== 180;
  return {
    width: isTurned ? height : width,
    height: isTurned ? width : height,
    y: turn(frame.y, width, height, lumaStride, rotation),
    u: turn(frame.u, halfWidth, halfHeight, chromaStride, rotation),
    v: turn(frame.v, halfWidth, halfHeight, chromaStride, rotation),
    lumaStride: isTurned ? height : width,
    chromaStride: isTurned ? halfHeight : halfWidth,
    rgb: frame.rgb,
  };
}

/** One plane; the result has no padding. */
function turn(plane: Uint8Array, width: number, height: number, stride: number, rotation: 90 | 180 | 270) {
  const out = new Uint8Array(width * height);
  // Where the first sample goes, and how far apart the samples of a row and the rows lie in the result.
  const [origin, alongRow, alongColumn] = {
    90: [height - 1, height, -1],
    180: [width * height - 1, -1, -width],
    270: [(width - 1) * height, -height, 1],
  }[rotation] as [number, number, number];
  for (let row = 0; row < height; row++) {
    let to = origin + row * alongColumn;
    const from = row * stride;
    for (let column = 0; column < width; column++, to += alongRow) out[to] = plane[from + column] ?? 0;
  }
  return out;
}
