import type { I420Frame } from '../../shared/pose/blazepose/i420.ts';
import { i420Bytes } from '../../shared/pose/blazepose/i420.ts';
import type { FrameSource } from '../../shared/pose/blazepose/runChunks.ts';
import { readFrames } from '../media/frames.ts';
import type { ClipProbe } from '../media/probe.ts';

/** Video decodes forwards only: backwards, blocks of this many bytes are decoded and turned round. */
const BLOCK_BYTES = 160_000_000;

/** Frames of a clip from ffmpeg, forwards or backwards. */
export function frameSource(file: string, clip: ClipProbe, signal: AbortSignal): FrameSource {
  const blockFrames = Math.max(1, Math.floor(BLOCK_BYTES / i420Bytes(clip.width, clip.height)));
  return (start, count, step) =>
    step === 1
      ? readFrames(file, clip, { start, count, signal })
      : backwards(file, clip, start, count, blockFrames, signal);
}

async function* backwards(
  file: string,
  clip: ClipProbe,
  last: number,
  count: number,
  blockFrames: number,
  signal: AbortSignal,
): AsyncGenerator<I420Frame, void, void> {
  const first = last - count + 1;
  for (let end = last + 1; end > first; end -= blockFrames) {
    const start = Math.max(first, end - blockFrames);
    const block: I420Frame[] = [];
    for await (const frame of readFrames(file, clip, { start, count: end - start, signal }))
      block.push(frame);
    for (const frame of block.reverse()) yield frame;
  }
}
