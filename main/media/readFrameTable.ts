import type { FrameTable } from '../../shared/domain/frameTable.ts';
import { runFfmpeg } from './ffmpegProcess.ts';
import { hasDiscardedPackets, parseFramecrc } from './framecrc.ts';
import { type InputClip, inputArgs, PASS_THROUGH_ARGS, VIDEO_ONLY_ARGS } from './inputArgs.ts';
import { MediaError } from './mediaError.ts';
import type { MovieFacts } from './movieBoxes.ts';
import { readPacketTimes } from './packetTimes.ts';
import { shownTimes, stretchedPieces } from './stretchedTimes.ts';

/** A clip's times and how they were found. */
export interface FoundTable {
  readonly frameTable: FrameTable;
  /** `packets`: the container's index. `decoded`: every frame was decoded once to know the times. */
  readonly frameTableSource: 'packets' | 'decoded';
  /** Most frames between two key frames; undefined where the index does not tell. */
  readonly longestGop: number | undefined;
  /** The edit list stretches time: pictures are read and counted on the media's own clock, without it. */
  readonly ignoresEdits: boolean;
}

/** @throws MediaError truncated, decode_failed */
export async function readFrameTable(
  file: string,
  facts: MovieFacts | undefined,
  signal: AbortSignal | undefined,
  codec: string,
): Promise<FoundTable> {
  const packets = await readPacketTimes(file, signal);
  const longestGop = packets?.longestGop;
  const pieces = stretchedPieces(facts?.edits ?? []);
  const ignoresEdits = pieces !== undefined;
  // Demuxing alone costs little and shows what the edit list hides: ffmpeg leaves those packets out.
  if (packets !== undefined && packets.times.length > 0) {
    const demuxed = await framecrc(file, { ignoresEdits }, ['-c', 'copy'], signal);
    const copied = parseFramecrc(demuxed);
    const times = ignoresEdits ? copied.sort() : packets.times;
    const isIncreasing = times.every((time, i) => i === 0 || time > (times[i - 1] ?? 0));
    const isWhole = copied.length === packets.times.length && !hasDiscardedPackets(demuxed);
    if (isIncreasing && isWhole) {
      const frameTable = tableFrom(times);
      const presentationTimes = pieces && shownTimes(times, pieces);
      return {
        frameTable: presentationTimes === undefined ? frameTable : { ...frameTable, presentationTimes },
        frameTableSource: 'packets',
        longestGop,
        ignoresEdits,
      };
    }
  }
  return readDecodedTable(file, { longestGop, codec }, signal);
}

/**
 * The table of the pictures that really come out of the decoder.
 * @throws MediaError decode_failed when none does
 */
export async function readDecodedTable(
  file: string,
  { longestGop, codec }: { readonly longestGop: number | undefined; readonly codec: string },
  signal: AbortSignal | undefined,
): Promise<FoundTable> {
  const input = { codec, frameTableSource: 'decoded' } as const;
  const decoded = parseFramecrc(await framecrc(file, input, [...PASS_THROUGH_ARGS, '-s', '16x16'], signal));
  if (decoded.length === 0) throw new MediaError('decode_failed', { frames: 0 });
  return { frameTable: tableFrom(decoded), frameTableSource: 'decoded', longestGop, ignoresEdits: false };
}

async function framecrc(
  file: string,
  clip: InputClip,
  args: readonly string[],
  signal: AbortSignal | undefined,
) {
  const time = ['-copyts', '-enc_time_base', '-1'];
  const output = [...VIDEO_ONLY_ARGS, ...args, ...time, '-f', 'framecrc', 'pipe:1'];
  const result = await runFfmpeg(['-v', 'error', ...inputArgs(file, clip), ...output], {
    signal,
  });
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
