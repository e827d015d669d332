import type { VideoSample } from 'mediabunny';
import { addTurns } from '../../shared/domain/quarterTurn.ts';
import { rgbFromYuv } from '../../shared/pose/blazepose/colour.ts';
import type { I420Frame } from '../../shared/pose/blazepose/i420.ts';
import { uprightI420 } from '../../shared/pose/blazepose/uprightI420.ts';
import type { ClipSource } from './messages.ts';

/** Whether the decoder's pictures can be read without a conversion that loses exactness. */
export const isReadable = (sample: VideoSample): boolean =>
  sample.format === 'I420' || sample.format === 'NV12';

/** Upright picture of a decoded frame, as the clip is turned: the decoder's own samples, copied once. */
export async function i420FromSample(
  sample: VideoSample,
  { colour, turn }: Pick<ClipSource, 'colour' | 'turn'>,
): Promise<I420Frame> {
  const rotation = addTurns(sample.rotation, turn);
  const packed = new Uint8Array(sample.allocationSize());
  const [luma, second, third] = await sample.copyTo(packed);
  if (luma === undefined || second === undefined)
    throw new RangeError(`invalid picture format: ${sample.format}`);
  const { width, height } = sample.visibleRect;
  const rgb = rgbFromYuv(colour);
  const y = packed.subarray(luma.offset);
  if (third !== undefined) {
    const u = packed.subarray(second.offset);
    const v = packed.subarray(third.offset);
    const frame = { width, height, y, u, v, lumaStride: luma.stride, chromaStride: second.stride, rgb };
    return uprightI420(frame, rotation);
  }
  const chroma = splitChroma(packed.subarray(second.offset), second.stride, width, height);
  return uprightI420({ width, height, y, ...chroma, lumaStride: luma.stride, rgb }, rotation);
}

/** U and V of an NV12 picture, where they alternate. */
function splitChroma(both: Uint8Array, stride: number, width: number, height: number) {
  const chromaStride = Math.ceil(width / 2);
  const rows = Math.ceil(height / 2);
  const u = new Uint8Array(chromaStride * rows);
  const v = new Uint8Array(chromaStride * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < chromaStride; column++) {
      const from = row * stride + 2 * column;
      u[row * chromaStride + column] = both[from] ?? 0;
      v[row * chromaStride + column] = both[from + 1] ?? 0;
    }
  }
  return { u, v, chromaStride };
}
