import { readFileSync, writeFileSync } from 'node:fs';
import type { I420Frame } from '../../shared/pose/blazepose/i420.ts';
import { runFfmpeg } from './ffmpegProcess.ts';
import { readFrames } from './frames.ts';
import type { ClipProbe } from './probe.ts';

/** Writes a clip with the ffmpeg at hand. @throws when it cannot */
export async function makeClip(file: string, source: string, ...output: readonly string[]): Promise<string> {
  const { exitCode, stderr } = await runFfmpeg([
    ...['-y', '-v', 'error', '-f', 'lavfi', '-i', source],
    ...output,
    `file:${file}`,
  ]);
  if (exitCode !== 0) throw new Error(`cannot make ${file}: ${stderr}`);
  return file;
}

/** A white quarter at the upper left, a grey one at the upper right, the rest black; 64 x 48. */
export const CORNERS =
  'color=black:size=64x48:rate=25:duration=0.2,drawbox=0:0:32:24:white:fill,drawbox=32:0:32:24:gray:fill';

/** Mean luma of the four quarters: upper left, upper right, lower left, lower right. */
export function quarters({ y, width, height, lumaStride = width }: I420Frame): number[] {
  const sums = [0, 0, 0, 0];
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const quarter = (row < height / 2 ? 0 : 2) + (column < width / 2 ? 0 : 1);
      sums[quarter] = (sums[quarter] ?? 0) + (y[row * lumaStride + column] ?? 0);
    }
  return sums.map((sum) => (4 * sum) / (width * height));
}

export async function firstFrame(file: string, clip: ClipProbe): Promise<I420Frame> {
  for await (const frame of readFrames(file, clip, { start: 0, count: 1 })) return frame;
  throw new Error(`no frame in ${file}`);
}

const ONE = 0x10000;

/** Rewrites the top left of the display matrix of the only track. */
export function setMatrix(file: string, [a, b, c, d]: readonly [number, number, number, number]): void {
  const bytes = readFileSync(file);
  const at = bytes.indexOf('tkhd') + 4 + 40;
  [a, b, 0, c, d, 0, 0, 0].forEach((value, i) => {
    bytes.writeInt32BE(value * ONE, at + 4 * i);
  });
  writeFileSync(file, bytes);
}

/**
 * Gives the only track another edit list; the index must be the last box of the file.
 * @param edits shown (ticks of the movie), start (ticks of the media), rate
 */
export function setEdits(file: string, edits: readonly (readonly [number, number, number])[]): void {
  const bytes = readFileSync(file);
  const list = bytes.indexOf('elst') - 4;
  const oldSize = bytes.readUInt32BE(list);
  const fresh = Buffer.alloc(16 + 12 * edits.length);
  fresh.writeUInt32BE(fresh.length);
  fresh.write('elst', 4, 'latin1');
  fresh.writeUInt32BE(edits.length, 12);
  edits.forEach(([shown, start, rate], i) => {
    fresh.writeUInt32BE(shown, 16 + 12 * i);
    fresh.writeInt32BE(start, 20 + 12 * i);
    fresh.writeInt32BE(rate * ONE, 24 + 12 * i);
  });
  for (const type of ['moov', 'trak', 'edts']) {
    const box = bytes.indexOf(type) - 4;
    bytes.writeUInt32BE(bytes.readUInt32BE(box) + fresh.length - oldSize, box);
  }
  writeFileSync(file, Buffer.concat([bytes.subarray(0, list), fresh, bytes.subarray(list + oldSize)]));
}
