import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Analysis } from '../../shared/domain/analysis.ts';
import { trueTimes } from '../../shared/domain/frameTable.ts';
import { fillNew, writeAll } from '../files/atomicWrite.ts';
import type { VideoEncoder } from '../media/encoders.ts';
import { runFfmpeg } from '../media/ffmpegProcess.ts';
import { LONG_PATIENCE_MS } from '../media/ffmpegWatch.ts';
import { pictureFilters } from '../media/frameArgs.ts';
import { inputArgs, PASS_THROUGH_ARGS, videoStream } from '../media/inputArgs.ts';
import { MediaError } from '../media/mediaError.ts';
import { parseProgressFrame } from '../media/progress.ts';
import { assScript } from './assScript.ts';
import type { ExportClip } from './exporter.ts';
import { blockSize, hidingMask } from './hidingMask.ts';
import { inkedFrames } from './inkedFrames.ts';
import { videoOf } from './missingVideos.ts';
import { shownPose } from './shownPose.ts';

export interface AnnotatedVideoOptions {
  readonly encoder: VideoEncoder;
  /** Without consent faces are hidden. What is beside the runner always is. */
  readonly showFace: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** Rate of the video: every frame of a fast camera is shown, so that it runs slowly, as it was looked at. */
const SHOWN_FPS = 30;
const CLOCK_HZ = 90_000;
const MOST_ROWS = 1080;
/** Rate of the mask where frames are counted, not timed. */
const TICKS = CLOCK_HZ / SHOWN_FPS;

/**
 * Writes a clip with what was measured and drawn on it: one picture for each frame of the clip, at a constant rate.
 * @throws MediaError decode_failed where a frame is missing
 */
export async function annotatedVideo(
  analysis: Analysis,
  clip: ExportClip,
  target: string,
  { encoder, showFace, signal, onProgress }: AnnotatedVideoOptions,
): Promise<void> {
  const { probe, id, drawings = [] } = clip;
  const scale = analysis.clips.find((one) => one.id === id)?.time_scale ?? 1;
  const times = trueTimes(probe.frameTable, scale);
  const total = times.length;
  const pose = shownPose(analysis, clip);
  const folder = await mkdtemp(join(tmpdir(), 'midstance-video-'));
  try {
    const script = join(folder, 'lines.ass');
    const inked = inkedFrames({ analysis, clipId: id, times, pose, drawings, size: probe });
    await writeFile(script, assScript(inked, probe, SHOWN_FPS));
    const mask = hidingMask(pose ?? new Float32Array(), total, probe, showFace);
    const maskFile = join(folder, 'mask.gray');
    await fillNew(maskFile, async (out) => {
      for (const part of mask.frames) {
        signal.throwIfAborted();
        await writeAll(out, part);
      }
    });
    const block = blockSize(pose ?? new Float32Array(), probe);
    const { width, height } = probe;
    const graph = [
      `[${videoStream(probe)}]${[...pictureFilters(probe), `settb=1/${CLOCK_HZ}`, `setpts=N*${TICKS}`, 'format=gbrp', 'split[sharp][seen]'].join(',')}`,
      `[seen]scale=${blocks(width, block)}:${blocks(height, block)}:flags=area,scale=${width}:${height}:flags=bilinear,format=gbrp[hidden]`,
      `[1:v]settb=1/${CLOCK_HZ},setpts=N*${TICKS},scale=${width}:${height}:flags=neighbor,format=gbrp[mask]`,
      '[sharp][hidden][mask]maskedmerge[safe]',
      `[safe]ass=filename=${filterPath(script)},format=yuv420p,scale=-2:${2 * Math.floor(Math.min(MOST_ROWS, height) / 2)},setsar=1[out]`,
    ].join(';');
    const { exitCode } = await runFfmpeg(
      [
        ...['-y', '-v', 'error', '-progress', 'pipe:2'],
        ...inputArgs(videoOf(clip), probe),
        ...['-f', 'rawvideo', '-pix_fmt', 'gray', '-s', `${mask.width}x${mask.height}`],
        ...['-framerate', String(SHOWN_FPS), '-i', `file:${maskFile}`],
        ...['-filter_complex', graph, '-map', '[out]', '-map_metadata', '-1', ...PASS_THROUGH_ARGS],
        ...['-enc_time_base', `1:${CLOCK_HZ}`, ...encoder.args, '-frames:v', String(total)],
        ...(encoder.container === 'mp4' ? ['-movflags', '+faststart'] : []),
        ...['-f', encoder.container, `file:${target}`],
      ],
      {
        ...{ signal, patience_ms: LONG_PATIENCE_MS },
        onLine: (line) => {
          const done = parseProgressFrame(line);
          if (done !== undefined) onProgress(Math.min(done, total), total);
        },
      },
    );
    if (exitCode !== 0) throw new MediaError('decode_failed', { frames: 0, expected: total });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const blocks = (length: number, block: number): number => Math.max(2, Math.round(length / block));

/** A path inside a filter graph: escaped once as an option's value and once for the graph. */
function filterPath(path: string): string {
  const asOption = path.replace(/\\/g, '/').replace(/[:']/g, '\\$&');
  return asOption.replace(/[\\'[\],;]/g, '\\$&');
}
