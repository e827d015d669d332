import type { ClipLook } from '../../shared/domain/clipLook.ts';
import type { ClipSound } from '../../shared/domain/clipSound.ts';
import { runFfmpeg } from './ffmpegProcess.ts';
import { LONG_PATIENCE_MS } from './ffmpegWatch.ts';
import { type PictureShape, pictureFilters } from './frameArgs.ts';
import { inputArgs, PASS_THROUGH_ARGS, videoStream } from './inputArgs.ts';
import { type LookShape, lookFilters, lookReader, lookShape } from './pictureLook.ts';
import type { ClipProbe } from './probe.ts';
import { parseProgressFrame } from './progress.ts';
import { readDecodedTable } from './readFrameTable.ts';
import { readSound } from './sound.ts';

const STRIP_HEIGHT_PX = 120;
const RAW_TO_3 = ['-f', 'rawvideo', 'pipe:3'];
const RAW_TO_4 = ['-c:v', 'rawvideo', '-f', 'rawvideo', 'pipe:4'];

export interface CheckOptions {
  /** Pictures of the film strip. */
  readonly pictures: number;
  readonly signal?: AbortSignal | undefined;
  /** Frames decoded, of all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface CheckedClip {
  readonly clip: ClipProbe;
  /** JPEGs of the film strip. */
  readonly pictures: Uint8Array[];
  /** What small grey pictures of every frame tell; undefined where they could not be looked at. */
  readonly look: ClipLook | undefined;
  /** Beats of its sound; undefined without one. */
  readonly sound: ClipSound | undefined;
}

/** Frames of a film strip: the middles of `count` equal parts of the clip. */
export function stripFrames(frameCount: number, count: number): number[] {
  const shown = Math.min(count, frameCount);
  return Array.from({ length: shown }, (_, i) => Math.floor(((i + 0.5) * frameCount) / shown));
}

/**
 * Decodes the whole clip once, and its sound: makes its film strip and finds out whether every frame of the index is really there. Where a
 * damaged file holds fewer pictures, the clip comes back with the table of those it holds.
 * @throws MediaError decode_failed when there is none
 */
export async function checkClip(file: string, clip: ClipProbe, options: CheckOptions): Promise<CheckedClip> {
  const total = clip.frameTable.times.length;
  const { signal, onProgress } = options;
  let decoded = 0;
  onProgress?.(0, total);
  const frames = stripFrames(total, options.pictures);
  const shape = lookShape(clip);
  const reader = shape && lookReader(clip, shape);
  const common = {
    signal,
    patience_ms: LONG_PATIENCE_MS,
    onLine: (line: string) => {
      const frame = parseProgressFrame(line);
      if (frame === undefined || frame <= decoded) return;
      decoded = frame;
      onProgress?.(Math.min(frame, total), total);
    },
  };
  const asides = reader && [reader.takeSmall, reader.takeDetail];
  let result = await runFfmpeg(stripArgs(file, clip, frames, shape), { ...common, asides });
  // Whatever is wrong with the look or its pipes must not cost the film strip.
  if (shape && decoded === 0) result = await runFfmpeg(stripArgs(file, clip, frames), common);
  const pictures = splitJpegs(result.stdout);
  const look = reader?.finish();
  const whole = decoded === total ? clip : { ...clip, ...(await readDecodedTable(file, clip, signal)) };
  return { clip: whole, pictures, look, sound: await readSound(file, whole, signal) };
}

/**
 * Counts every frame (the first output) and writes the wanted ones as JPEG (the second); with `look`, the first output is the
 * small grey pictures on `pipe:3`, and parts of some frames go to `pipe:4`.
 */
export function stripArgs(
  file: string,
  shape: PictureShape,
  frames: readonly number[],
  look?: LookShape,
): string[] {
  const wanted = frames.map((frame) => `eq(n\\,${frame})`).join('+');
  const strip = [`select=${wanted}`, ...pictureFilters(shape), `scale=-2:${STRIP_HEIGHT_PX}`].join(',');
  // Cut to a corner, a picture that is only counted costs nothing but its decoding.
  const filters = look && lookFilters(look);
  const graph = [
    `[${videoStream(shape)}]split=${filters ? 3 : 2}[all][some]${filters ? '[few]' : ''}`,
    `[all]${filters?.small ?? 'crop=16:16:0:0:exact=0'}[counted]`,
    ...(filters ? [`[few]${filters.detail}[detail]`] : []),
    `[some]${strip}[strip]`,
  ].join(';');
  return [
    ...['-v', 'error', '-progress', 'pipe:2'],
    ...inputArgs(file, shape),
    ...['-filter_complex', graph],
    ...['-map', '[counted]', ...PASS_THROUGH_ARGS, '-c:v', 'rawvideo'],
    ...(look === undefined ? ['-f', 'null', '-'] : RAW_TO_3),
    ...(look === undefined ? [] : ['-map', '[detail]', ...PASS_THROUGH_ARGS, ...RAW_TO_4]),
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
