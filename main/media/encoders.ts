import { listEncoders } from './ffmpegBuild.ts';
import { runFfmpeg } from './ffmpegProcess.ts';
import { MediaError } from './mediaError.ts';

/** A way to write video that Chromium plays. */
export interface VideoEncoder {
  readonly name: string;
  readonly container: 'mp4' | 'webm';
  readonly args: readonly string[];
  /** Further arguments for pictures so large that the encoder must not keep many of them. */
  readonly frugalArgs?: readonly string[];
}

/** Best first: the software encoder, the platform's, then VP9. Short groups of pictures make stepping quick. */
const CANDIDATES: readonly VideoEncoder[] = [
  // A jump decodes up to a whole group: without CABAC and loop filter that takes half the time for a tenth more bytes.
  {
    ...h264('libx264', ['-preset', 'veryfast', '-crf', '20', '-tune', 'fastdecode']),
    frugalArgs: ['-rc-lookahead', '0', '-x264-params', 'sync-lookahead=0'],
  },
  h264('h264_videotoolbox', ['-q:v', '65']),
  h264('h264_mf', ['-quality', '90']),
  h264('h264_nvenc', ['-cq', '22']),
  h264('libopenh264', ['-b:v', '12M']),
  {
    name: 'libvpx-vp9',
    container: 'webm',
    args: [
      '-c:v',
      'libvpx-vp9',
      '-crf',
      '24',
      '-b:v',
      '0',
      '-deadline',
      'realtime',
      '-cpu-used',
      '8',
      '-g',
      '12',
    ],
  },
];

function h264(name: string, quality: readonly string[]): VideoEncoder {
  return { name, container: 'mp4', args: ['-c:v', name, ...quality, '-g', '12', '-bf', '0'] };
}

/** Candidates in order of preference that are in the set. */
export const usableEncoders = (names: ReadonlySet<string>): VideoEncoder[] =>
  CANDIDATES.filter(({ name }) => names.has(name));

/**
 * The first encoder that really works here: one that is listed may still lack its hardware, so each writes a few frames.
 * @throws MediaError ffmpeg_missing when no encoder works
 */
export async function findEncoder(signal?: AbortSignal): Promise<VideoEncoder> {
  for (const encoder of usableEncoders(await listEncoders())) {
    const source = ['-f', 'lavfi', '-i', 'color=size=256x144:rate=10:duration=0.3'];
    const { exitCode } = await runFfmpeg(
      ['-v', 'error', ...source, ...encoder.args, '-pix_fmt', 'yuv420p', '-f', 'null', '-'],
      { signal },
    );
    if (exitCode === 0) return encoder;
  }
  throw new MediaError('ffmpeg_missing', { part: 'encoder' });
}
