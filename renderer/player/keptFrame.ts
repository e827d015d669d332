import type { DecodedFrame } from './frameReader.ts';

/** How the frames of a film lie in the clip. */
export interface FrameShape extends Pick<DecodedFrame, 'rotation' | 'flip'> {
  /** Of the first frame as it is decoded, square pixels. */
  readonly size: { readonly width: number; readonly height: number };
}

/**
 * A decoded frame that may be kept for long: copied out of the decoder's pool, which stalls hardware decoders when its
 * pictures are held. Planar pictures keep their own samples (1.5 bytes a pixel), others become a bitmap. The decoder's own
 * frame is closed.
 * @throws RangeError where the film changes its size, which the clip does not: who has other pictures shows those
 */
export async function keptFrame(
  frame: VideoFrame,
  index: number,
  { rotation, flip, size }: FrameShape,
): Promise<DecodedFrame> {
  try {
    if (frame.displayWidth !== size.width || frame.displayHeight !== size.height)
      throw new RangeError(`invalid picture size: ${frame.displayWidth} x ${frame.displayHeight}`);
    const copy = await copyOf(frame);
    if (copy !== undefined) {
      return { index, image: copy.frame, rotation, flip, bytes: copy.bytes, close: () => copy.frame.close() };
    }
    const bitmap = await createImageBitmap(frame);
    const bytes = 4 * bitmap.width * bitmap.height;
    return { index, image: bitmap, rotation, flip, bytes, close: () => bitmap.close() };
  } finally {
    frame.close();
  }
}

async function copyOf(frame: VideoFrame): Promise<{ frame: VideoFrame; bytes: number } | undefined> {
  const { format, visibleRect } = frame;
  const isEven = visibleRect !== null && visibleRect.width % 2 === 0 && visibleRect.height % 2 === 0;
  if ((format !== 'I420' && format !== 'NV12') || !isEven) return undefined;
  const bytes = new Uint8Array(frame.allocationSize());
  const layout = await frame.copyTo(bytes);
  const copy = new VideoFrame(bytes, {
    format,
    layout,
    codedWidth: visibleRect.width,
    codedHeight: visibleRect.height,
    displayWidth: frame.displayWidth,
    displayHeight: frame.displayHeight,
    timestamp: frame.timestamp,
    colorSpace: frame.colorSpace.toJSON(),
  });
  return { frame: copy, bytes: bytes.length };
}
