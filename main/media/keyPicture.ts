import { runFfmpeg } from './ffmpegProcess.ts';
import { LONG_PATIENCE_MS } from './ffmpegWatch.ts';
import { type FrameRange, type PictureShape, pictureFilters, rangeArgs } from './frameArgs.ts';
import { NO_OTHER_ARGS, videoStream } from './inputArgs.ts';
import { MediaError } from './mediaError.ts';
import type { ClipProbe } from './probe.ts';
import { seekTime } from './seek.ts';

/** Part of the upright picture, pixels. */
export interface PictureBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface KeyPictureOptions {
  readonly crop: PictureBox;
  /** Regions made unrecognisable in the pixels themselves, in coordinates of the upright picture. */
  readonly blur: readonly PictureBox[];
  /** Height of the result, pixels. */
  readonly height: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * One exact frame, cropped, with regions blurred beyond recognition, as JPEG.
 * @throws MediaError decode_failed
 */
export async function extractKeyPicture(
  file: string,
  clip: ClipProbe,
  frame: number,
  options: KeyPictureOptions,
): Promise<Uint8Array> {
  const seek_s = await seekTime(file, clip, frame, options.signal);
  const { stdout } = await runFfmpeg(
    keyPictureArgs(file, clip, { start: frame, count: 1, seek_s }, options),
    { signal: options.signal, patience_ms: LONG_PATIENCE_MS, queue: 'pictures' },
  );
  if (stdout.length === 0) throw new MediaError('decode_failed', { frames: frame });
  return stdout;
}

/** Filter graph: select and straighten the frame, blur each region over a copy of itself, crop, scale. */
export function keyPictureArgs(
  file: string,
  shape: PictureShape,
  range: FrameRange,
  { crop, blur, height }: KeyPictureOptions,
): string[] {
  const { input, filters } = rangeArgs(file, shape, range);
  const upright = [...filters, ...pictureFilters(shape), 'format=yuv444p'].join(',');
  const parts = [`[${videoStream(shape)}]${upright}[p0]`];
  blur.forEach((box, i) => {
    const radius = Math.max(2, Math.floor(Math.min(box.width, box.height) / 4));
    parts.push(`[p${i}]split[a${i}][b${i}]`);
    parts.push(`[b${i}]crop=${box.width}:${box.height}:${box.x}:${box.y},boxblur=${radius}:3[c${i}]`);
    parts.push(`[a${i}][c${i}]overlay=${box.x}:${box.y}[p${i + 1}]`);
  });
  parts.push(
    `[p${blur.length}]crop=${crop.width}:${crop.height}:${crop.x}:${crop.y},scale=-2:${height}[out]`,
  );
  const output = [
    '-frames:v',
    '1',
    '-q:v',
    '4',
    '-pix_fmt',
    'yuvj420p',
    '-f',
    'image2pipe',
    '-c:v',
    'mjpeg',
    '-',
  ];
  return [...input, '-filter_complex', parts.join(';'), '-map', '[out]', ...NO_OTHER_ARGS, ...output];
}
