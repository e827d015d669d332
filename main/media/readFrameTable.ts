import { type FrameTable, MOST_FRAMES, MOST_SECONDS } from '../../shared/domain/frameTable.ts';
import { runFfmpeg } from './ffmpegProcess.ts';
import { INDEX_PATIENCE_MS } from './ffmpegWatch.ts';
import { type FrameList, framecrcReader } from './framecrc.ts';
import { type InputClip, inputArgs, PASS_THROUGH_ARGS, videoOnlyArgs } from './inputArgs.ts';
import { MediaError } from './mediaError.ts';
import type { MovieFacts } from './movieBoxes.ts';
import { readPacketTimes } from './packetTimes.ts';
import { clockExpression, isHeld, usualGap } from './steadyClock.ts';
import type { StreamInfo } from './streamInfo.ts';
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
  /**
   * Time of the first picture on ffmpeg's clock, on which files are entered: an edit list can shift it against the index as
   * players read it. Undefined for a table of decoded pictures, whose file is not entered, and where it was never asked.
   */
  readonly readerStart_s: number | undefined;
}

/** Containers whose index the page reads too, as ffmpeg names them. */
const INDEXED = /^(mov,mp4|matroska)/;

/** @throws MediaError truncated, decode_failed, too_many_frames */
export async function readFrameTable(
  file: string,
  facts: MovieFacts | undefined,
  signal: AbortSignal | undefined,
  info: Pick<StreamInfo, 'codec' | 'container' | 'width' | 'height' | 'filmTrack'>,
): Promise<FoundTable> {
  const pieces = stretchedPieces(facts?.edits ?? []);
  const ignoresEdits = pieces !== undefined;
  const [packets, copied] = INDEXED.test(info.container)
    ? await readBoth(file, { ignoresEdits, filmTrack: info.filmTrack }, signal)
    : [undefined, undefined];
  const longestGop = packets?.longestGop;
  if (packets !== undefined && copied !== undefined && packets.times.length > 0) {
    const times = ignoresEdits ? copied.times.sort() : packets.times;
    const isIncreasing = times.every((time, i) => i === 0 || time > (times[i - 1] ?? 0));
    const isWhole = copied.times.length === packets.times.length && !copied.hasDiscarded;
    if (isIncreasing && isWhole && isPlausible(times)) {
      const frameTable = tableFrom(times);
      const presentationTimes = pieces && shownTimes(times, pieces);
      return {
        frameTable: presentationTimes === undefined ? frameTable : { ...frameTable, presentationTimes },
        frameTableSource: 'packets',
        longestGop,
        ignoresEdits,
        readerStart_s: copied.times.reduce((least, time) => Math.min(least, time)),
      };
    }
  }
  return readDecodedTable(file, { ...info, longestGop }, signal);
}

/**
 * The index as the page reads it, and as ffmpeg does: demuxing alone costs little and shows what the edit list hides, since
 * ffmpeg leaves those packets out. Both at once, each in a process of its own.
 */
async function readBoth(
  file: string,
  clip: { readonly ignoresEdits: boolean; readonly filmTrack: number },
  signal: AbortSignal | undefined,
) {
  const gone = new AbortController();
  const both = signal === undefined ? gone.signal : AbortSignal.any([signal, gone.signal]);
  const packets = readPacketTimes({ file, filmTrack: clip.filmTrack }, both);
  packets.catch(() => undefined);
  try {
    const copied = await framecrc(file, clip, ['-c', 'copy'], both, INDEX_PATIENCE_MS);
    return [await packets, copied] as const;
  } finally {
    gone.abort();
  }
}

/**
 * The table of the pictures that really come out of the decoder.
 * @throws MediaError decode_failed when none does; truncated, too_many_frames
 */
export async function readDecodedTable(
  file: string,
  clip: Pick<StreamInfo, 'codec' | 'width' | 'height' | 'filmTrack'> & Pick<FoundTable, 'longestGop'>,
  signal: AbortSignal | undefined,
): Promise<FoundTable> {
  const { codec, width, height, filmTrack, longestGop } = clip;
  const input = { codec, width, height, filmTrack, frameTableSource: 'decoded' } as const;
  const read = (filter: readonly string[]) =>
    framecrc(file, input, [...filter, ...PASS_THROUGH_ARGS, '-s', '16x16'], signal);
  let { times } = await read([]);
  if (isHeld(times)) ({ times } = await read(['-vf', clockExpression(usualGap(times))]));
  if (times.length === 0 || !isPlausible(times)) throw new MediaError('decode_failed', { frames: 0 });
  return {
    frameTable: tableFrom(times),
    frameTableSource: 'decoded',
    longestGop,
    ignoresEdits: false,
    readerStart_s: undefined,
  };
}

/** Whether the times can be those of a film: a damaged clock jumps by years. */
const isPlausible = (times: Float64Array): boolean => times.every((time) => Math.abs(time) <= MOST_SECONDS);

async function framecrc(
  file: string,
  clip: InputClip,
  args: readonly string[],
  signal: AbortSignal | undefined,
  patience_ms?: number,
): Promise<FrameList> {
  const time = ['-copyts', '-enc_time_base', '-1'];
  // Each line at once: what is silent is stuck.
  const output = [
    ...videoOnlyArgs(clip),
    ...args,
    ...time,
    '-flush_packets',
    '1',
    '-f',
    'framecrc',
    'pipe:1',
  ];
  const reader = framecrcReader(MOST_FRAMES);
  const full = new AbortController();
  const result = await runFfmpeg(['-v', 'error', ...inputArgs(file, clip), ...output], {
    signal: signal === undefined ? full.signal : AbortSignal.any([signal, full.signal]),
    patience_ms,
    onOutput: (bytes) => {
      reader.take(bytes);
      if (reader.isFull()) full.abort(new MediaError('too_many_frames', { most: MOST_FRAMES }));
    },
  });
  // The index names frames that the file does not hold: a copy that broke off.
  if (/partial file/.test(result.stderr)) throw new MediaError('truncated');
  return reader.finish();
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
