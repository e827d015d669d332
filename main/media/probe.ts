import { access, constants, open, stat } from 'node:fs/promises';
import { containerFps } from '../../shared/domain/frameTable.ts';
import type { QuarterTurn } from '../../shared/domain/quarterTurn.ts';
import { checkDynamicRange } from './dynamicRange.ts';
import { runFfmpeg } from './ffmpegProcess.ts';
import { INDEX_PATIENCE_MS, MAX_PIXELS } from './ffmpegWatch.ts';
import { findFilmTrack } from './filmTrack.ts';
import { inputArgs } from './inputArgs.ts';
import { MediaError } from './mediaError.ts';
import { readMovieFacts } from './movieBoxes.ts';
import { type FoundTable, readFrameTable } from './readFrameTable.ts';
import { parseStreamInfo, type StreamInfo } from './streamInfo.ts';
import { turnOf } from './turn.ts';

/** Everything that is known about a clip without looking at its pictures. */
export interface ClipProbe extends Omit<StreamInfo, 'storedWidth' | 'storedHeight'>, FoundTable {
  /** After the turn the picture is mirrored left to right. */
  readonly flip: boolean;
  /** Clockwise, degrees, after turn and mirroring of the file itself: the coach's word. `width` and `height` are those after it. */
  readonly turn: QuarterTurn;
  /** Undefined for a single frame. */
  readonly containerFps: number | undefined;
  /** iPhone: whether the clip is meant to be played as fast as it was taken. False for slow motion. */
  readonly isFullRateIntended: boolean | undefined;
}

/**
 * Reads a clip's properties and its frame table.
 * @throws MediaError
 */
export async function probeClip(file: string, signal?: AbortSignal): Promise<ClipProbe> {
  await checkFile(file);
  const report = await runFfmpeg(inputArgs(file), { signal, patience_ms: INDEX_PATIENCE_MS });
  const filmTrack = await findFilmTrack(file, report.stderr, signal);
  const info = parseStreamInfo(report.stderr, filmTrack);
  if (info === undefined) throw openError(report.stderr, await startsLikeVideo(file));
  checkSize(info);
  await checkDynamicRange(info);
  const facts = await readMovieFacts(file, filmTrack);
  const found = await readFrameTable(file, facts, signal, info);
  const { storedWidth: _, storedHeight: __, ...kept } = info;
  return {
    ...kept,
    ...turnOf(facts, info.rotation),
    turn: 0,
    ...found,
    containerFps: containerFps(found.frameTable),
    captureFps: facts?.captureFps ?? info.captureFps,
    isFullRateIntended: facts?.isFullRateIntended,
  };
}

/** The upright picture with square pixels, which is what is worked with: its shape may stretch it without limit. */
function checkSize({ width, height }: StreamInfo): void {
  if (width * height > MAX_PIXELS) throw new MediaError('picture_too_large', { width, height });
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
  const size = /Picture size (\d+)x(\d+) (?:exceeds|is invalid)/.exec(report);
  if (size !== null)
    return new MediaError('picture_too_large', { width: Number(size[1]), height: Number(size[2]) });
  if (isContainer && /moov atom not found|End of file|partial file|Truncat/i.test(report))
    return new MediaError('truncated');
  if (/Permission denied/.test(report)) return new MediaError('unreadable');
  if (/Stream #\d+:\d+.*: Audio: /.test(report)) return new MediaError('no_video_track');
  return new MediaError('not_a_video');
}
