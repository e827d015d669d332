import { type I420Frame, i420Bytes } from '../../shared/pose/blazepose/i420.ts';
import type { FrameSource } from '../../shared/pose/blazepose/runChunks.ts';
import { fetchedFrames } from './fetchedFrames.ts';
import type { ClipSource } from './messages.ts';
import { openWebCodecs, type ReadRange } from './webCodecsFrames.ts';

/** Video decodes forwards only: backwards, blocks of this many bytes are decoded and turned round. */
const BLOCK_BYTES = 160_000_000;

/** Frames by WebCodecs where the browser can, otherwise from the host. */
export async function openFrames(clip: ClipSource, signal: AbortSignal): Promise<FrameSource> {
  const fallback = clip.framesUrl === undefined ? undefined : fetchedFrames(clip, clip.framesUrl, signal);
  const own = clip.isReadByHost ? undefined : await openWebCodecs(clip);
  const read = own && fallback ? goingOn(own, fallback, signal) : (own ?? fallback);
  if (read === undefined) throw new Error('invalid clip: this browser cannot decode it');
  const blockFrames = Math.max(1, Math.floor(BLOCK_BYTES / i420Bytes(clip.width, clip.height)));
  return (start, count, step) =>
    untilAborted(step === 1 ? read(start, count) : backwards(read, start, count, blockFrames), signal);
}

/** What the browser's decoder gives up on midway comes from the host from there on. */
function goingOn(own: ReadRange, fallback: ReadRange, signal: AbortSignal): ReadRange {
  return async function* read(start, count) {
    let found = 0;
    try {
      for await (const frame of own(start, count)) {
        found++;
        yield frame;
      }
      return;
    } catch (error) {
      if (signal.aborted) throw error;
    }
    yield* fallback(start + found, count - found);
  };
}

async function* untilAborted(frames: AsyncIterable<I420Frame>, signal: AbortSignal) {
  for await (const frame of frames) {
    signal.throwIfAborted();
    yield frame;
  }
}

async function* backwards(read: ReadRange, last: number, count: number, blockFrames: number) {
  const first = last - count + 1;
  for (let end = last + 1; end > first; end -= blockFrames) {
    const start = Math.max(first, end - blockFrames);
    const block: I420Frame[] = [];
    for await (const frame of read(start, end - start)) block.push(frame);
    yield* block.reverse();
  }
}
