import { isLarge, MAX_PIXELS } from './ffmpegWatch.ts';

/** Containers a phone or a camera writes. Playlists, pictures, text and network formats are not among them. */
const FORMATS = [
  'mov,mp4,m4a,3gp,3g2,mj2',
  'matroska,webm',
  'avi,flv,asf,ogg,mxf,gxf,dv,rm,gif',
  'mpeg,mpegts,mpegvideo,h264,hevc,ivf',
].join(',');

/** Every run is quiet, never asks, and takes nothing from a terminal. */
export const GLOBAL_ARGS = ['-hide_banner', '-nostdin', '-nostats'] as const;

/** What of a clip decides how it is opened. */
export interface InputClip {
  /** Upright size, pixels. */
  readonly width?: number;
  readonly height?: number;
  readonly codec?: string;
  /** Which of the video tracks is the film; the first where it is not told. */
  readonly filmTrack?: number;
  readonly frameTableSource?: 'packets' | 'decoded';
  /** Counts on the clock of the media, past the edit list (ISO files only). */
  readonly ignoresEdits?: boolean;
}

/**
 * Opens an untrusted local file: only the file itself can be read, whatever references it holds; `file:` keeps a name that
 * starts with a dash or holds a colon from being read as something else.
 */
export function inputArgs(file: string, clip: InputClip = {}): string[] {
  // ffmpeg's AV1 decoder gives out the pictures before the start that an edit list hides, as no other one does.
  const isCut = clip.codec === 'av1' && clip.frameTableSource === 'decoded';
  return [
    ...['-protocol_whitelist', 'file,pipe', '-format_whitelist', FORMATS],
    ...['-max_pixels', String(MAX_PIXELS)],
    ...(isLarge({ width: clip.width ?? 0, height: clip.height ?? 0 }) ? ['-threads', '1'] : []),
    ...(clip.ignoresEdits === true ? ['-ignore_editlist', '1'] : []),
    // Filters count the pictures: the graph stays one where the size changes midway, and its first step is to one size.
    ...['-reinit_filter', '0'],
    ...(isCut ? ['-ss', '0'] : []),
    ...['-i', `file:${file}`],
  ];
}

/** The film among the video streams that are no cover pictures, as ffmpeg names it. */
export const videoStream = ({ filmTrack = 0 }: InputClip): string => `0:V:${filmTrack}`;
/** What a filter graph gives out beside, nothing else may be taken along. */
export const NO_OTHER_ARGS = ['-an', '-sn', '-dn'] as const;
export const videoOnlyArgs = (clip: InputClip): string[] => ['-map', videoStream(clip), ...NO_OTHER_ARGS];

/** Keeps exactly the frames of the file: none doubled or dropped to reach a constant rate. */
export const PASS_THROUGH_ARGS = ['-fps_mode', 'passthrough'] as const;
