import { backTurn, type QuarterTurn, turnedSize } from '../../shared/domain/quarterTurn.ts';
import { toneMapFilters } from './dynamicRange.ts';
import { type InputClip, inputArgs, PASS_THROUGH_ARGS, videoOnlyArgs } from './inputArgs.ts';
import type { ClipProbe } from './probe.ts';
import { enterArgs } from './seek.ts';

/** What is needed to open a clip and to build its filters. */
export type PictureShape = Pick<
  ClipProbe,
  'width' | 'height' | 'isSquare' | 'rotation' | 'turn' | 'isInterlaced' | 'dynamicRange' | 'ignoresEdits'
> &
  Pick<InputClip, 'codec' | 'frameTableSource' | 'filmTrack'> & {
    readonly colour: Pick<ClipProbe['colour'], 'range'>;
  };

export interface FrameRange {
  /** First frame, and number of frames. */
  readonly start: number;
  readonly count: number;
  /** File time (s) to seek to, when the container can be entered there; otherwise frames are decoded from the start. */
  readonly seek_s?: number | undefined;
}

const TURN_FILTERS: Readonly<Record<QuarterTurn, readonly string[]>> = {
  0: [],
  90: ['transpose=clock'],
  180: ['hflip', 'vflip'],
  270: ['transpose=cclock'],
};

/**
 * Filters that give whole pictures (fields joined) of one size, square pixels and ordinary dynamic range. What the file itself
 * asks for of turning and mirroring is done by ffmpeg before them; the coach's turn is the last of them. One picture comes out for each that goes in.
 * @param range of the result; `own`: as the file has it
 */
export function pictureFilters(shape: PictureShape, range: 'limited' | 'own' = 'limited'): string[] {
  const { isSquare, colour, rotation, turn, isInterlaced } = shape;
  const { width, height } = turnedSize(shape, backTurn(turn));
  const options = [
    // Also where the pixels are square: the size of the pictures may change midway, the clip's does not.
    ...[`w=${width}`, `h=${height}`],
    ...(colour.range === 'full' && range === 'limited' ? ['out_range=limited'] : []),
  ];
  // Fields are rows: after a quarter turn they cannot be told apart any more. No camera writes such a file.
  const canJoin = isInterlaced && (rotation === 0 || rotation === 180);
  return [
    ...(canJoin ? ['bwdif=mode=send_frame:deint=interlaced'] : []),
    ...toneMapFilters(shape.dynamicRange),
    `scale=${options.join(':')}`,
    ...(isSquare ? [] : ['setsar=1']),
    ...TURN_FILTERS[turn],
  ];
}

/** Opens the file at the range's first frame; `select` follows when the file cannot be entered there. */
export function rangeArgs(
  file: string,
  shape: InputClip,
  range: FrameRange,
): { input: string[]; filters: string[] } {
  const seek = range.seek_s === undefined ? [] : enterArgs(range.seek_s);
  const isCut = range.seek_s === undefined && range.start > 0;
  return {
    input: [...seek, ...inputArgs(file, shape)],
    filters: isCut ? [`select=gte(n\\,${range.start})`] : [],
  };
}

/**
 * Arguments that write the frames of a range as packed I420 pictures to standard output. Their range is the file's own: what
 * a browser's decoder gives for the same file is the same, sample by sample.
 */
export function rawFrameArgs(file: string, shape: PictureShape, range: FrameRange): string[] {
  const { input, filters } = rangeArgs(file, shape, range);
  const all = [...filters, ...pictureFilters(shape, 'own')];
  const format = shape.colour.range === 'full' ? 'yuvj420p' : 'yuv420p';
  return [
    ...['-v', 'error', '-threads', '2'],
    ...input,
    ...videoOnlyArgs(shape),
    ...(all.length > 0 ? ['-vf', all.join(',')] : []),
    ...PASS_THROUGH_ARGS,
    ...['-frames:v', String(range.count), '-pix_fmt', format, '-f', 'rawvideo', 'pipe:1'],
  ];
}
