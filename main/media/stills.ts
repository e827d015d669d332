import { runFfmpeg } from './ffmpegProcess.ts';
import { LONG_PATIENCE_MS } from './ffmpegWatch.ts';
import { type FrameRange, type PictureShape, pictureFilters, rangeArgs } from './frameArgs.ts';
import { PASS_THROUGH_ARGS, videoOnlyArgs } from './inputArgs.ts';
import { MediaError } from './mediaError.ts';
import type { ClipProbe } from './probe.ts';
import { seekTime } from './seek.ts';

export interface StillOptions {
  /** Height of the picture, pixels; default full size. */
  readonly height?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * One frame as a JPEG, upright, square pixels.
 * @param frame exact index in the frame table
 * @throws MediaError decode_failed; RangeError for a frame that is not in the table
 */
export async function extractStill(
  file: string,
  clip: ClipProbe,
  frame: number,
  { height, signal }: StillOptions = {},
): Promise<Uint8Array> {
  if (!(frame >= 0 && frame < clip.frameTable.times.length)) throw new RangeError(`invalid frame: ${frame}`);
  const seek_s = await seekTime(file, clip, frame, signal);
  const args = stillArgs(file, clip, { start: frame, count: 1, seek_s }, height);
  const { stdout } = await runFfmpeg(args, { signal, patience_ms: LONG_PATIENCE_MS, queue: 'pictures' });
  if (stdout.length === 0) throw new MediaError('decode_failed', { frames: frame });
  return stdout;
}

export function stillArgs(file: string, shape: PictureShape, range: FrameRange, height?: number): string[] {
  const { input, filters } = rangeArgs(file, shape, range);
  const all = [...filters, ...pictureFilters(shape), ...(height === undefined ? [] : [`scale=-2:${height}`])];
  return [
    ...['-v', 'error'],
    ...input,
    ...videoOnlyArgs(shape),
    ...(all.length > 0 ? ['-vf', all.join(',')] : []),
    ...PASS_THROUGH_ARGS,
    ...['-frames:v', '1', '-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p', '-q:v', '3', '-f', 'image2pipe', 'pipe:1'],
  ];
}
