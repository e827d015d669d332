import { runFfmpeg } from './ffmpegProcess.ts';
import { LONG_PATIENCE_MS } from './ffmpegWatch.ts';
import { type PictureShape, pictureFilters } from './frameArgs.ts';
import { inputArgs, PASS_THROUGH_ARGS } from './inputArgs.ts';
import type { ClipProbe } from './probe.ts';
import { parseProgressFrame } from './progress.ts';
import { readDecodedTable } from './readFrameTable.ts';

const STRIP_HEIGHT_PX = 120;

export interface CheckOptions {
  /** Pictures of the film strip. */
  readonly pictures: number;
  readonly signal?: AbortSignal | undefined;
  /** Frames decoded, of all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Frames of a film strip: the middles of `count` equal parts of the clip. */
export function stripFrames(frameCount: number, count: number): number[] {
  const shown = Math.min(count, frameCount);
  return Array.from({ length: shown }, (_, i) => Math.floor(((i + 0.5) * frameCount) / shown));
}

/**
 * Decodes the whole clip once: makes its film strip and finds out whether every frame of the index is really there. Where a
 * damaged file holds fewer pictures, the clip comes back with the table of those it holds.
 * @throws MediaError decode_failed when there is none
 */
export async function checkClip(
  file: string,
  clip: ClipProbe,
  options: CheckOptions,
): Promise<{ clip: ClipProbe; pictures: Uint8Array[] }> {
  const total = clip.frameTable.times.length;
  const { signal, onProgress } = options;
  let decoded = 0;
  onProgress?.(0, total);
  const { stdout } = await runFfmpeg(stripArgs(file, clip, stripFrames(total, options.pictures)), {
    signal,
    patience_ms: LONG_PATIENCE_MS,
    onLine: (line) => {
      const frame = parseProgressFrame(line);
      if (frame === undefined || frame <= decoded) return;
      decoded = frame;
      onProgress?.(Math.min(frame, total), total);
    },
  });
  const pictures = splitJpegs(stdout);
  if (decoded === total) return { clip, pictures };
  const found = await readDecodedTable(file, clip, signal);
  return { clip: { ...clip, ...found }, pictures };
}

/** Counts every frame (the first output) and writes the wanted ones as JPEG (the second). */
export function stripArgs(file: string, shape: PictureShape, frames: readonly number[]): string[] {
  const wanted = frames.map((frame) => `eq(n\\,${frame})`).join('+');
  const strip = [`select=${wanted}`, ...pictureFilters(shape), `scale=-2:${STRIP_HEIGHT_PX}`].join(',');
  // Cut to a corner, a picture that is only counted costs nothing but its decoding.
  const graph = `[0:V:0]split[all][some];[all]crop=16:16:0:0:exact=0[counted];[some]${strip}[strip]`;
  return [
    ...['-v', 'error', '-progress', 'pipe:2'],
    ...inputArgs(file, shape),
    ...['-filter_complex', graph],
    ...['-map', '[counted]', ...PASS_THROUGH_ARGS, '-c:v', 'rawvideo', '-f', 'null', '-'],
    ...['-map', '[strip]', ...PASS_THROUGH_ARGS],
    ...['-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p', '-q:v', '3', '-f', 'image2pipe', 'pipe:1'],
  ];
}

/** Pictures written one after the other: each begins with FF D8 and ends with FF D9. */
export function splitJpegs(bytes: Uint8Array): Uint8Array[] {
  const pictures: Uint8Array[] = [];
  let start = 0;
  for (let at = 2; at < bytes.length; at++) {
    const isSeam =
      bytes[at - 2] === 0xff && bytes[at - 1] === 0xd9 && bytes[at] === 0xff && bytes[at + 1] === 0xd8;
    if (!isSeam) continue;
    pictures.push(bytes.slice(start, at));
    start = at;
  }
  if (bytes.length > start) pictures.push(bytes.slice(start));
  return pictures;
}
