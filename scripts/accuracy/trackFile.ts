import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Truth } from '../../e2e/phantom/truth.ts';
import { truthSchema } from '../../e2e/phantom/truth.ts';
import type { CloseLook } from '../../shared/pose/track.ts';

/** Where the tracks are kept: one file a clip, by its name. */
export const TRACKS = fileURLToPath(new URL('../../e2e/accuracy/tracks/', import.meta.url));
/** Tracks of eighteen recorded runners at three speeds (CC BY) lie together, beside the drawn ones. */
export const RECORDED = 'recorded';
const IN_RECORDED = /^plate-RBDS\d+-\d\.\d-/;

/** Tracks of recordings that are not ours to give on stay in a folder of their own, on the machine that made them. */
export const trackPath = (id: string): string =>
  join(TRACKS, IN_RECORDED.test(id) ? RECORDED : /^plate-/.test(id) ? 'plate' : '', `${id}.br`);

/** What the network saw of a synthetic clip, beside the truth. */
export interface TrackFile {
  /** Hash of generator, clip and model: another one means another clip. */
  readonly key: string;
  readonly truth: Truth;
  /** frames x 33 x (x px, y px, visibility); NaN where nobody was found, and keypoints nobody reads as not seen. */
  readonly data: Float32Array;
  /** What the larger network saw of some frames, and the hash of all that decides it; absent where nobody looked. */
  readonly close?: CloseLook & { readonly key: string };
}

/** Pixels are kept in sixteenths, visibilities in thousandths: far below the network's own noise. */
const SCALES = [16, 16, 1000] as const;
const ABSENT = -32768;
const PER_FRAME = 99;
/** The keypoints the gait engine reads: nose, ears, shoulders, legs and feet. The others come back as not seen. */
const KEPT = [0, 7, 8, 11, 12, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32] as const;
const CURVES = KEPT.flatMap((keypoint) =>
  [0, 1, 2].map((channel) => ({ at: 3 * keypoint + channel, channel })),
);

interface Header {
  readonly key: string;
  readonly frames: number;
  readonly truth: unknown;
  readonly close?: { readonly key: string; readonly frames: readonly number[] };
}

/**
 * A JSON header with the truth, a line feed, then curve by curve the 16-bit differences from frame to frame, all low
 * bytes before all high bytes, of the track and after it of the close look; everything through Brotli.
 */
export function encodeTrack({ key, truth, data, close }: TrackFile): Buffer {
  const header: Header = {
    ...{ key, frames: data.length / PER_FRAME, truth },
    ...(close ? { close: { key: close.key, frames: [...close.frames] } } : {}),
  };
  const rows = [encodeRows(data), ...(close ? [encodeRows(close.data)] : [])];
  return brotliCompressSync(Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...rows]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_LGWIN]: 22 },
  });
}

/** What a stored track says of itself, without the keypoints. */
export const readHeader = (file: Buffer): Header => unpacked(file).header;

function unpacked(file: Buffer): { header: Header; bytes: Buffer } {
  const all = brotliDecompressSync(file);
  const end = all.indexOf(10);
  return { header: JSON.parse(all.subarray(0, end).toString()) as Header, bytes: all.subarray(end + 1) };
}

export function decodeTrack(file: Buffer): TrackFile {
  const { header, bytes } = unpacked(file);
  const { key, frames, truth, close } = header;
  const track = { key, truth: truthSchema.parse(truth), data: decodeRows(bytes, frames) };
  if (!close) return track;
  const closeData = decodeRows(bytes.subarray(2 * frames * CURVES.length), close.frames.length);
  return {
    ...track,
    close: { key: close.key, frames: Int32Array.from(close.frames), data: closeData },
  };
}

function encodeRows(data: Float32Array): Buffer {
  const frames = data.length / PER_FRAME;
  const count = frames * CURVES.length;
  const bytes = Buffer.alloc(2 * count);
  CURVES.forEach(({ at, channel }, curve) => {
    let before = 0;
    for (let frame = 0; frame < frames; frame++) {
      const value = data[frame * PER_FRAME + at] ?? Number.NaN;
      const kept = Number.isNaN(value) ? ABSENT : Math.round(value * (SCALES[channel] ?? 1));
      const difference = (kept - before) & 0xffff;
      before = kept;
      bytes[curve * frames + frame] = difference & 0xff;
      bytes[count + curve * frames + frame] = difference >> 8;
    }
  });
  return bytes;
}

function decodeRows(bytes: Buffer, frames: number): Float32Array {
  const count = frames * CURVES.length;
  const data = new Float32Array(frames * PER_FRAME);
  for (let i = 0; i < data.length; i++) data[i] = i % 3 === 2 ? 0 : Number.NaN;
  CURVES.forEach(({ at, channel }, curve) => {
    let before = 0;
    for (let frame = 0; frame < frames; frame++) {
      const low = bytes[curve * frames + frame] ?? 0;
      const high = bytes[count + curve * frames + frame] ?? 0;
      before = ((before + low + (high << 8)) << 16) >> 16;
      data[frame * PER_FRAME + at] = before === ABSENT ? Number.NaN : before / (SCALES[channel] ?? 1);
    }
  });
  return data;
}
