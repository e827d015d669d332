import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Truth } from '../../e2e/phantom/truth.ts';
import { truthSchema } from '../../e2e/phantom/truth.ts';

/** What the network saw of a synthetic clip, beside the truth. */
export interface TrackFile {
  /** Hash of generator, clip and model: another one means another clip. */
  readonly key: string;
  readonly truth: Truth;
  /** frames x 33 x (x px, y px, visibility); NaN where nobody was found. */
  readonly data: Float32Array;
}

/** Pixels are kept in sixteenths, visibilities in thousandths: far below the network's own noise. */
const SCALES = [16, 16, 1000] as const;
const ABSENT = -32768;
const PER_FRAME = 99;

/** A JSON header with the truth, a line feed, then 16-bit differences from frame to frame; all of it through Brotli. */
export function encodeTrack({ key, truth, data }: TrackFile): Buffer {
  const values = new Int16Array(data.length);
  for (let i = 0; i < data.length; i++) {
    const value = data[i] ?? Number.NaN;
    values[i] = Number.isNaN(value) ? ABSENT : Math.round(value * (SCALES[i % 3] ?? 1));
  }
  const differences = values.map((value, i) => value - (values[i - PER_FRAME] ?? 0));
  const header = Buffer.from(`${JSON.stringify({ key, frames: data.length / PER_FRAME, truth })}\n`);
  return brotliCompressSync(Buffer.concat([header, Buffer.from(differences.buffer)]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9 },
  });
}

export function decodeTrack(file: Buffer): TrackFile {
  const bytes = brotliDecompressSync(file);
  const end = bytes.indexOf(10);
  const header = JSON.parse(bytes.subarray(0, end).toString()) as { key: string; truth: unknown };
  const differences = new Int16Array(Uint8Array.from(bytes.subarray(end + 1)).buffer);
  const values = new Int16Array(differences.length);
  const data = new Float32Array(differences.length);
  for (let i = 0; i < differences.length; i++) {
    values[i] = (differences[i] ?? 0) + (values[i - PER_FRAME] ?? 0);
    data[i] = values[i] === ABSENT ? Number.NaN : (values[i] ?? 0) / (SCALES[i % 3] ?? 1);
  }
  return { key: header.key, truth: truthSchema.parse(header.truth), data };
}
