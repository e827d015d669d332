import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeArgs, runEncoder } from './encode.ts';
import { type ClipSpec, firstNumberOf, nameOf, STORED, storedCountOf, ticksOf } from './matrix.ts';
import { setRotation, trimStart } from './mp4Boxes.ts';
import { drawNumber, type Plane, storedFromUpright } from './numberCode.ts';

/** What the bytes of a clip depend on. */
const RECIPE = ['encode.ts', 'makeClip.ts', 'matrix.ts', 'mp4Boxes.ts', 'numberCode.ts']
  .map((file) => readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8'))
  .join('');

/**
 * Path of the clip, made unless the same one was made before: the temporary folder's name is the hash of the recipe.
 * @throws Error with ffmpeg's last words where it has no such encoder
 */
export async function makeClip(spec: ClipSpec): Promise<string> {
  const hash = createHash('sha256').update(RECIPE).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `midstance-matrix-${hash}`);
  const { container, args } = encodeArgs(spec);
  const file = join(folder, `${nameOf(spec)}.${container}`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const made = join(folder, `${nameOf(spec)}.${process.pid}.${container}`);
  await runEncoder([...args, made], pictures(spec));
  if (container === 'mp4') writeFileSync(made, withIndex(readFileSync(made), spec));
  renameSync(made, file);
  return file;
}

function withIndex(file: Buffer, spec: ClipSpec): Buffer {
  setRotation(file, spec.rotation, STORED.width, STORED.height);
  const hiddenTicks = ticksOf(spec, firstNumberOf(spec)) - ticksOf(spec, 0);
  if (hiddenTicks > 0) trimStart(file, hiddenTicks);
  return file;
}

/** Raw 4:2:0 pictures, as they are stored. */
function* pictures(spec: ClipSpec): Generator<Uint8Array> {
  const isLying = spec.rotation === 90 || spec.rotation === 270;
  const [width, height] = isLying ? [STORED.height, STORED.width] : [STORED.width, STORED.height];
  const chroma = new Uint8Array((STORED.width * STORED.height) / 2).fill(128);
  for (let number = 0; number < storedCountOf(spec); number++) {
    const stored: Plane = storedFromUpright(drawNumber(number, width, height), spec.rotation);
    yield stored.luma;
    yield chroma;
  }
}
