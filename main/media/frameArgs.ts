import { inputArgs, VIDEO_ONLY_ARGS } from './inputArgs.ts';

/** What is needed to build the filters of a clip. */
export interface PictureShape {
  readonly width: number;
  readonly height: number;
  readonly isSquare: boolean;
  readonly colour: { readonly range: 'limited' | 'full' };
}

export interface FrameRange {
  /** First frame, and number of frames. */
  readonly start: number;
  readonly count: number;
  /** File time (s) to seek to, when the container can be entered there; otherwise frames are decoded from the start. */
  readonly seek_s?: number | undefined;
}

/** Keeps exactly the frames of the file: none doubled or dropped to reach a constant rate. */
export const PASS_THROUGH_ARGS = ['-fps_mode', 'passthrough'] as const;

/** Filters that give square pixels and limited range. Rotation is done by ffmpeg before them. */
export function pictureFilters({ width, height, isSquare, colour }: PictureShape): string[] {
  const options = [
    ...(isSquare ? [] : [`w=${width}`, `h=${height}`]),
    ...(colour.range === 'full' ? ['out_range=limited'] : []),
  ];
  return [...(options.length > 0 ? [`scale=${options.join(':')}`] : []), ...(isSquare ? [] : ['setsar=1'])];
}

/** Opens the file at the range's first frame; `select` follows when the file cannot be entered there. */
export function rangeArgs(file: string, range: FrameRange): { input: string[]; filters: string[] } {
  const seek = range.seek_s === undefined ? [] : ['-seek_timestamp', '1', '-ss', range.seek_s.toFixed(6)];
  const isCut = range.seek_s === undefined && range.start > 0;
  return {
    input: [...seek, ...inputArgs(file)],
    filters: isCut ? [`select=gte(n\\,${range.start})`] : [],
  };
}

/** Arguments that write the frames of a range as packed I420 pictures to standard output. */
export function rawFrameArgs(file: string, shape: PictureShape, range: FrameRange): string[] {
  const { input, filters } = rangeArgs(file, range);
  const all = [...filters, ...pictureFilters(shape)];
  return [
    ...['-v', 'error', '-threads', '2'],
    ...input,
    ...VIDEO_ONLY_ARGS,
    ...(all.length > 0 ? ['-vf', all.join(',')] : []),
    ...PASS_THROUGH_ARGS,
    ...['-frames:v', String(range.count), '-pix_fmt', 'yuv420p', '-f', 'rawvideo', 'pipe:1'],
  ];
}
