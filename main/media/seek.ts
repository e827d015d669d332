import { runFfmpeg } from './ffmpegProcess.ts';
import { parseFramecrc } from './framecrc.ts';
import { type InputClip, inputArgs, videoOnlyArgs } from './inputArgs.ts';
import type { ClipProbe } from './probe.ts';

/** Decoding this many frames to throw them away is quicker than finding out whether the file can be entered later. */
const MIN_SEEK_FRAMES = 30;

type SeekableClip = Pick<
  ClipProbe,
  'frameTable' | 'frameTableSource' | 'ignoresEdits' | 'filmTrack' | 'readerStart_s'
>;

/**
 * File time (s) at which ffmpeg has to enter the file so that its first picture is the wanted frame, or undefined when it
 * must decode from the start. Half a frame before the wanted one, and checked: some files land elsewhere.
 */
export async function seekTime(
  file: string,
  clip: SeekableClip,
  frame: number,
  signal?: AbortSignal,
): Promise<number | undefined> {
  const { frameTable, frameTableSource } = clip;
  const wanted = frameTable.times[frame];
  const before = frameTable.times[frame - 1];
  if (frame < MIN_SEEK_FRAMES || wanted === undefined || before === undefined) return undefined;
  if (frameTableSource !== 'packets') return undefined;
  const start_s = clip.readerStart_s ?? (await readerStart(file, clip, signal));
  if (start_s === undefined) return undefined;
  const seek_s = start_s + (before + wanted) / 2;
  const result = await runFfmpeg(landingArgs(file, seek_s, clip), { signal, queue: 'pictures' });
  const [landed] = parseFramecrc(result.stdout).times;
  const tolerance = (wanted - before) / 4;
  const isExact = landed !== undefined && Math.abs(landed - start_s - wanted) < tolerance;
  return isExact ? seek_s : undefined;
}

/** Of a file that was imported before its reader's clock was kept. */
async function readerStart(file: string, clip: InputClip, signal: AbortSignal | undefined) {
  const args = firstPictureArgs(file, clip, ['-copyts']);
  const { stdout } = await runFfmpeg(args, { signal, queue: 'pictures' });
  return parseFramecrc(stdout).times[0];
}

/**
 * Enters the file at a time of its own clock. How far ffmpeg decodes before the first picture depends on whether it keeps
 * that clock, where a film begins after 0: whoever reads keeps it as the check of the landing does.
 */
export const enterArgs = (seek_s: number): string[] => [
  ...['-copyts', '-seek_timestamp', '1', '-ss', seek_s.toFixed(6)],
];

/** Writes the time of the first picture after a seek. */
export function landingArgs(file: string, seek_s: number, clip: InputClip): string[] {
  return firstPictureArgs(file, clip, enterArgs(seek_s));
}

function firstPictureArgs(file: string, clip: InputClip, enter: readonly string[]): string[] {
  return [
    ...['-v', 'error', ...enter],
    ...inputArgs(file, clip),
    ...videoOnlyArgs(clip),
    ...['-enc_time_base', '-1', '-fps_mode', 'passthrough', '-frames:v', '1', '-s', '16x16'],
    ...['-f', 'framecrc', 'pipe:1'],
  ];
}
