import { runFfmpeg } from './ffmpegProcess.ts';
import { parseFramecrc } from './framecrc.ts';
import { inputArgs, VIDEO_ONLY_ARGS } from './inputArgs.ts';
import type { ClipProbe } from './probe.ts';

/** Decoding this many frames to throw them away is quicker than finding out whether the file can be entered later. */
const MIN_SEEK_FRAMES = 30;

type SeekableClip = Pick<ClipProbe, 'frameTable' | 'frameTableSource' | 'ignoresEdits'>;

/**
 * File time (s) at which ffmpeg has to enter the file so that its first picture is the wanted frame, or undefined when it
 * must decode from the start. Half a frame before the wanted one, and checked: some files land elsewhere.
 */
export async function seekTime(
  file: string,
  { frameTable, frameTableSource, ignoresEdits }: SeekableClip,
  frame: number,
  signal?: AbortSignal,
): Promise<number | undefined> {
  const wanted = frameTable.times[frame];
  const before = frameTable.times[frame - 1];
  if (frame < MIN_SEEK_FRAMES || wanted === undefined || before === undefined) return undefined;
  if (frameTableSource !== 'packets') return undefined;
  const seek_s = frameTable.firstPts + (before + wanted) / 2;
  const result = await runFfmpeg(landingArgs(file, seek_s, ignoresEdits), { signal, queue: 'pictures' });
  const [landed] = parseFramecrc(result.stdout).times;
  const tolerance = (wanted - before) / 4;
  const isExact = landed !== undefined && Math.abs(landed - frameTable.firstPts - wanted) < tolerance;
  return isExact ? seek_s : undefined;
}

/** Writes the time of the first picture after a seek. */
export function landingArgs(file: string, seek_s: number, ignoresEdits: boolean): string[] {
  return [
    ...['-v', 'error', '-seek_timestamp', '1', '-ss', seek_s.toFixed(6)],
    ...inputArgs(file, { ignoresEdits }),
    ...VIDEO_ONLY_ARGS,
    ...['-copyts', '-enc_time_base', '-1', '-fps_mode', 'passthrough', '-frames:v', '1', '-s', '16x16'],
    ...['-f', 'framecrc', 'pipe:1'],
  ];
}
