import { type ColourSpace, usualMatrix } from '../../shared/pose/blazepose/colour.ts';

/** What ffmpeg prints about a file it opens. */
export interface StreamInfo {
  /** Which of the video tracks is the film (`filmTrack.ts`). */
  readonly filmTrack: number;
  /** Demuxer names, for instance `mov,mp4,m4a,3gp,3g2,mj2`. */
  readonly container: string;
  readonly codec: string;
  readonly pixelFormat: string;
  /** Stored size, before rotation and pixel shape, pixels. */
  readonly storedWidth: number;
  readonly storedHeight: number;
  /** Upright size with square pixels. */
  readonly width: number;
  readonly height: number;
  readonly isSquare: boolean;
  /** Clockwise turn that makes the stored picture upright, degrees. */
  readonly rotation: 0 | 90 | 180 | 270;
  /** How the pictures are coded; of high dynamic range: how they are after tone mapping. */
  readonly colour: ColourSpace;
  readonly dynamicRange: DynamicRange;
  /** Two fields of different moments make one frame. */
  readonly isInterlaced: boolean;
  readonly hasAudio: boolean;
  /** Frames per true second that the phone says it took (Android slow motion). */
  readonly captureFps: number | undefined;
}

/** `unmapped`: Dolby Vision without a base layer that other players understand. */
export type DynamicRange = 'sdr' | 'hlg' | 'pq' | 'unmapped';

const MATRICES: Readonly<Record<string, ColourSpace['matrix']>> = {
  bt709: 'bt709',
  smpte170m: 'bt601',
  bt470bg: 'bt601',
  bt2020nc: 'bt2020',
  bt2020c: 'bt2020',
};

/** The video streams of a report, without cover pictures, which are marked; `at` is the line. */
export function videoStreams(report: string): { readonly at: number; readonly isDefault: boolean }[] {
  return report
    .split('\n')
    .flatMap((line, at) =>
      /Stream #\d+:\d+.*: Video: /.test(line) && !/attached pic|timed thumbnails/.test(line)
        ? [{ at, isDefault: line.includes('(default)') }]
        : [],
    );
}

/** Reads the report of `ffmpeg -i`; undefined when it lists no such video track. */
export function parseStreamInfo(report: string, filmTrack = 0): StreamInfo | undefined {
  const lines = report.split('\n');
  const at = videoStreams(report)[filmTrack]?.at ?? -1;
  const line = lines[at];
  const video = line === undefined ? null : /: Video: (\w+)(.*)$/.exec(line);
  const size = video === null ? null : /, (\d+)x(\d+)(?: \[SAR (\d+):(\d+))?/.exec(video[2] ?? '');
  if (video === null || size === null) return undefined;
  const rest = lines.slice(at + 1);
  const next = rest.findIndex((other) => /Stream #\d+:\d+/.test(other));
  const details = rest.slice(0, next < 0 ? rest.length : next).join('\n');

  const storedWidth = Number(size[1]);
  const storedHeight = Number(size[2]);
  const rotation = rotationOf(details);
  const pixelShape = Number(size[3] ?? 1) / Number(size[4] ?? 1);
  const square = squareSize(storedWidth, storedHeight, pixelShape > 0 ? pixelShape : 1);
  const isTurned = rotation === 90 || rotation === 270;
  return {
    filmTrack,
    container: /Input #0, ([^\s]+), from/.exec(report)?.[1] ?? 'unknown',
    codec: video[1] ?? 'unknown',
    ...pixelFormatOf(video[2] ?? '', storedHeight, details),
    storedWidth,
    storedHeight,
    width: isTurned ? square.height : square.width,
    height: isTurned ? square.width : square.height,
    isSquare: square.width === storedWidth && square.height === storedHeight,
    rotation,
    hasAudio: /Stream #\d+:\d+.*: Audio: /.test(report),
    captureFps: positive(/com\.android\.capture\.fps\s*:\s*([\d.]+)/.exec(report)?.[1]),
  };
}

/** Keeps the longer direction and stretches the other: no stored detail is lost. */
function squareSize(width: number, height: number, pixelShape: number): { width: number; height: number } {
  if (pixelShape >= 1) return { width: Math.round(width * pixelShape), height };
  return { width, height: Math.round(height / pixelShape) };
}

function rotationOf(details: string): StreamInfo['rotation'] {
  // ffmpeg prints the counter-clockwise turn of the display matrix.
  const degrees = Number(/rotation of (-?[\d.]+) degrees/.exec(details)?.[1] ?? 0);
  const clockwise = (((Math.round(-degrees / 90) * 90) % 360) + 360) % 360;
  return clockwise === 90 || clockwise === 180 || clockwise === 270 ? clockwise : 0;
}

function pixelFormatOf(
  text: string,
  height: number,
  details: string,
): Pick<StreamInfo, 'pixelFormat' | 'colour' | 'dynamicRange' | 'isInterlaced'> {
  const found = /, ([a-z][a-z0-9]+)(?:\((.*?)\))?, \d+x\d+/.exec(text.replace('(swapped)', 'swapped'));
  const pixelFormat = found?.[1] ?? 'unknown';
  const tags = (found?.[2] ?? '').split(/[,/]/).map((tag) => tag.trim());
  const matrix = tags.map((tag) => MATRICES[tag]).find((known) => known !== undefined);
  const isFull = pixelFormat.startsWith('yuvj') || tags.includes('pc');
  const dynamicRange = dynamicRangeOf(tags, details);
  return {
    pixelFormat,
    colour:
      dynamicRange === 'sdr'
        ? { matrix: matrix ?? usualMatrix(height), range: isFull ? 'full' : 'limited' }
        : { matrix: 'bt709', range: 'limited' },
    dynamicRange,
    isInterlaced: tags.some((tag) => /^(top|bottom) /.test(tag)),
  };
}

function dynamicRangeOf(tags: readonly string[], details: string): DynamicRange {
  if (tags.includes('arib-std-b67')) return 'hlg';
  if (tags.includes('smpte2084')) return 'pq';
  return /DOVI configuration record:.*profile: 5/.test(details) ? 'unmapped' : 'sdr';
}

function positive(text: string | undefined): number | undefined {
  const value = Number(text);
  return value > 0 && Number.isFinite(value) ? value : undefined;
}
