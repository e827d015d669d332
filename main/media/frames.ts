import { type I420Frame, i420Bytes, i420FromPacked } from '../../shared/pose/blazepose/i420.ts';
import { streamFfmpeg } from './ffmpegProcess.ts';
import { LONG_PATIENCE_MS } from './ffmpegWatch.ts';
import { rawFrameArgs } from './frameArgs.ts';
import { MediaError } from './mediaError.ts';
import type { ClipProbe } from './probe.ts';
import { seekTime } from './seek.ts';

export interface FrameOptions {
  /** First frame (default 0) and number of frames (default: to the end). */
  readonly start?: number;
  readonly count?: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Upright full-size pictures in display order, one for each entry of the frame table. ffmpeg waits while the consumer does.
 * Every picture owns its memory.
 * @throws MediaError decode_failed when the file gives fewer pictures than its frame table has entries
 */
export async function* readFrames(
  file: string,
  clip: ClipProbe,
  options: FrameOptions = {},
): AsyncGenerator<I420Frame, void, void> {
  const { start = 0, signal } = options;
  const total = clip.frameTable.times.length;
  const count = Math.min(options.count ?? total, total - start);
  if (!(start >= 0 && start < total)) throw new RangeError(`invalid start: ${start}`);
  const seek_s = await seekTime(file, clip, start, signal);
  const args = rawFrameArgs(file, clip, { start, count, seek_s });
  let found = 0;
  for await (const packed of packedFrames(args, i420Bytes(clip.width, clip.height), signal)) {
    found++;
    yield i420FromPacked(packed, clip.width, clip.height, clip.colour);
    if (found === count) return;
  }
  throw new MediaError('decode_failed', { frames: start + found, expected: total });
}

/** Cuts ffmpeg's output into pictures of a fixed size; a torn last picture is dropped. */
async function* packedFrames(args: readonly string[], bytes: number, signal: AbortSignal | undefined) {
  let picture = new Uint8Array(bytes);
  let filled = 0;
  for await (const part of streamFfmpeg(args, { signal, patience_ms: LONG_PATIENCE_MS })) {
    let used = 0;
    while (used < part.length) {
      const take = Math.min(bytes - filled, part.length - used);
      picture.set(part.subarray(used, used + take), filled);
      used += take;
      filled += take;
      if (filled < bytes) continue;
      yield picture;
      picture = new Uint8Array(bytes);
      filled = 0;
    }
  }
}
