import { access, constants, open, stat } from 'node:fs/promises';
import { containerFps, type FrameTable } from '../../shared/domain/frameTable.ts';
import type { ColourSpace } from '../../shared/pose/blazepose/colour.ts';
import { runFfmpeg } from './ffmpegProcess.ts';
import { PASS_THROUGH_ARGS } from './frameArgs.ts';
import { hasDiscardedPackets, parseFramecrc } from './framecrc.ts';
import { inputArgs, VIDEO_ONLY_ARGS } from './inputArgs.ts';
import { MediaError } from './mediaError.ts';
import { readPacketTimes } from './packetTimes.ts';
import { parseStreamInfo } from './streamInfo.ts';

/** Everything that is known about a clip without looking at its pictures. */
export interface ClipProbe {
  readonly container: string;
  readonly codec: string;
  readonly pixelFormat: string;
  /** Upright, square pixels. */
  readonly width: number;
  readonly height: number;
  /** Whether the stored pixels are square. */
  readonly isSquare: boolean;
  /** Clockwise turn that makes the stored picture upright, degrees. */
  readonly rotation: 0 | 90 | 180 | 270;
  readonly frameTable: FrameTable;
  /** `packets`: the container's index. `decoded`: every frame was decoded once to know the times. */
  readonly frameTableSource: 'packets' | 'decoded';
  /** Undefined for a single frame. */
  readonly containerFps: number | undefined;
  readonly captureFps: number | undefined;
  readonly colour: ColourSpace;
  readonly hasAudio: boolean;
}

/**
 * Reads a clip's properties and its frame table.
 * @throws MediaError
 */
export async function probeClip(file: string, signal?: AbortSignal): Promise<ClipProbe> {
  await checkFile(file);
  const report = await runFfmpeg(inputArgs(file), { signal });
  const info = parseStreamInfo(report.stderr);
  if (info === undefined) throw openError(report.stderr, await startsLikeVideo(file));
  const { frameTable, source } = await frameTableOf(file, signal);
  const { storedWidth: _, storedHeight: __, ...kept } = info;
  return { ...kept, frameTable, frameTableSource: source, containerFps: containerFps(frameTable) };
}

async function checkFile(file: string): Promise<void> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw new MediaError(error.code === 'ENOENT' || error.code === 'ENOTDIR' ? 'file_missing' : 'unreadable');
  });
  if (!found.isFile()) throw new MediaError('not_a_video');
  if (found.size === 0) throw new MediaError('empty_file');
  await access(file, constants.R_OK).catch(() => {
    throw new MediaError('unreadable');
  });
}

/** Marks at the start of the containers that are cut short most often: ISO media (mp4, mov), Matroska, AVI. */
async function startsLikeVideo(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(12), 0, 12, 0);
    const isBox = ['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip'].includes(buffer.toString('latin1', 4, 8));
    return isBox || buffer.readUInt32BE(0) === 0x1a45dfa3 || buffer.toString('latin1', 0, 4) === 'RIFF';
  } finally {
    await handle.close();
  }
}

/**
 * Why ffmpeg saw no video stream.
 * @param isContainer whether the file starts like a video: ffmpeg believes the name and misses the index of any text
 */
export function openError(report: string, isContainer = true): MediaError {
  if (isContainer && /moov atom not found|End of file|partial file|Truncat/i.test(report))
    return new MediaError('truncated');
  if (/Permission denied/.test(report)) return new MediaError('unreadable');
  if (/Stream #\d+:\d+.*: Audio: /.test(report)) return new MediaError('no_video_track');
  return new MediaError('not_a_video');
}

async function frameTableOf(file: string, signal: AbortSignal | undefined) {
  const packets = await readPacketTimes(file, signal);
  // Demuxing alone costs little and shows what the edit list hides: ffmpeg leaves those packets out.
  if (packets !== undefined && packets.length > 0) {
    const demuxed = await framecrc(file, ['-c', 'copy'], signal);
    const isIncreasing = packets.every((time, i) => i === 0 || time > (packets[i - 1] ?? 0));
    const isWhole = parseFramecrc(demuxed).length === packets.length && !hasDiscardedPackets(demuxed);
    if (isIncreasing && isWhole) return { frameTable: tableFrom(packets), source: 'packets' as const };
  }
  const decoded = parseFramecrc(await framecrc(file, [...PASS_THROUGH_ARGS, '-s', '16x16'], signal));
  if (decoded.length === 0) throw new MediaError('decode_failed', { frames: 0 });
  return { frameTable: tableFrom(decoded), source: 'decoded' as const };
}

async function framecrc(file: string, args: readonly string[], signal: AbortSignal | undefined) {
  const time = ['-copyts', '-enc_time_base', '-1'];
  const output = [...VIDEO_ONLY_ARGS, ...args, ...time, '-f', 'framecrc', 'pipe:1'];
  const result = await runFfmpeg(['-v', 'error', ...inputArgs(file), ...output], { signal });
  // The index names frames that the file does not hold: a copy that broke off.
  if (/partial file/.test(result.stderr)) throw new MediaError('truncated');
  return Buffer.from(result.stdout).toString('latin1');
}

/** Times from the first frame on; a time that does not advance is moved on by a microsecond to keep the order strict. */
export function tableFrom(times: Float64Array): FrameTable {
  const firstPts = times[0] ?? 0;
  let previous = Number.NEGATIVE_INFINITY;
  const relative = times.map((time) => {
    previous = Math.max(time - firstPts, previous + 1e-6);
    return previous;
  });
  return { firstPts, times: relative };
}
