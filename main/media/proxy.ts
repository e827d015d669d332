import { rm } from 'node:fs/promises';
import type { FrameTable } from '../../shared/domain/frameTable.ts';
import { moveIntoPlace } from '../files/atomicWrite.ts';
import type { VideoEncoder } from './encoders.ts';
import { runFfmpeg } from './ffmpegProcess.ts';
import { isLarge } from './ffmpegWatch.ts';
import { type PictureShape, pictureFilters } from './frameArgs.ts';
import { inputArgs, PASS_THROUGH_ARGS, videoOnlyArgs } from './inputArgs.ts';
import { MediaError } from './mediaError.ts';
import { type ClipProbe, probeClip } from './probe.ts';
import { parseProgressFrame } from './progress.ts';
import { clockExpression, usualGap } from './steadyClock.ts';

/** Codecs Chromium decodes in every build, in containers it opens. */
const PLAYABLE_CODECS = new Set(['h264', 'vp8', 'vp9', 'av1']);
const PLAYABLE_FORMATS = new Set(['yuv420p', 'yuvj420p']);

/** Whether the app's browser shows this clip upright, in its right colours and frame by frame, without a proxy. */
export function isPlayable(clip: ClipProbe): boolean {
  const { container } = clip;
  const isKnownContainer = container.startsWith('mov,mp4') || container.startsWith('matroska');
  const isPlain =
    !clip.flip &&
    // The page plays the first track.
    clip.filmTrack === 0 &&
    !clip.isInterlaced &&
    clip.dynamicRange === 'sdr' &&
    clip.width % 2 === 0 &&
    clip.height % 2 === 0;
  // A table that needed decoding, or the media's own clock, means that the browser's packets and the pictures differ: a
  // proxy makes them one again.
  const isIndexed = clip.frameTableSource === 'packets' && !clip.ignoresEdits;
  return (
    isKnownContainer &&
    PLAYABLE_CODECS.has(clip.codec) &&
    PLAYABLE_FORMATS.has(clip.pixelFormat) &&
    isPlain &&
    isIndexed
  );
}

const SAME_TIME_S = 0.001;

export interface ProxyOptions {
  readonly encoder: VideoEncoder;
  readonly signal?: AbortSignal | undefined;
  /** Frames written, of all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Writes a copy of the clip that Chromium plays: upright, square pixels, short groups, the same frames at the same times.
 * The target appears only when it is whole.
 * @throws MediaError decode_failed when the copy does not have the clip's frames
 */
export async function makeProxy(file: string, clip: ClipProbe, target: string, options: ProxyOptions) {
  const { encoder, signal, onProgress } = options;
  const total = clip.frameTable.times.length;
  const partial = `${target}.part`;
  try {
    const result = await runFfmpeg(
      proxyArgs(file, clip, { frames: total, frameGap_s: usualGap(clip.frameTable.times) }, encoder, partial),
      {
        signal,
        onLine: (line) => {
          const frame = parseProgressFrame(line);
          if (frame !== undefined) onProgress?.(Math.min(frame, total), total);
        },
      },
    );
    if (result.exitCode !== 0) throw new MediaError('decode_failed', { frames: 0, expected: total });
    const made = await probeClip(partial, signal);
    const frames = made.frameTable.times.length;
    if (frames !== total || !isSameTable(made.frameTable, clip.frameTable))
      throw new MediaError('decode_failed', { frames, expected: total });
    await moveIntoPlace(partial, target);
  } finally {
    await rm(partial, { force: true });
  }
}

/** Whether every frame has the same time to a millisecond. */
const isSameTable = ({ times }: FrameTable, wanted: FrameTable): boolean =>
  times.every((time, i) => Math.abs(time - (wanted.times[i] ?? Number.NaN)) <= SAME_TIME_S);

export function proxyArgs(
  file: string,
  shape: PictureShape,
  { frames, frameGap_s }: { readonly frames: number; readonly frameGap_s: number },
  encoder: VideoEncoder,
  target: string,
): string[] {
  // 4:2:0 video has even sides: one row or column is cut off rather than the picture rescaled.
  const even = 'crop=trunc(iw/2)*2:trunc(ih/2)*2:0:0';
  const clock = [clockExpression(frameGap_s), 'setpts=PTS-STARTPTS'];
  const filters = [...pictureFilters(shape), even, 'setsar=1', ...clock];
  const container =
    encoder.container === 'mp4' ? ['-video_track_timescale', '90000', '-movflags', '+faststart'] : [];
  return [
    ...['-y', '-v', 'error', '-progress', 'pipe:2'],
    ...inputArgs(file, shape),
    ...videoOnlyArgs(shape),
    ...['-map_metadata', '-1', '-vf', filters.join(','), ...PASS_THROUGH_ARGS, '-enc_time_base', '1:90000'],
    ...encoder.args,
    ...(isLarge(shape) ? ['-threads', '1', ...(encoder.frugalArgs ?? [])] : []),
    ...[
      '-frames:v',
      String(frames),
      '-pix_fmt',
      'yuv420p',
      ...container,
      '-f',
      encoder.container,
      `file:${target}`,
    ],
  ];
}
