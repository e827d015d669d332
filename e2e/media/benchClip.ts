import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeClip } from './makeClip.ts';
import type { ClipSpec } from './matrix.ts';

/** Frames of a group in the clips that are measured: the longest in which a jump is promised to be quick. */
export const GROUP = 12;
const SPEC: ClipSpec = { codec: 'h264', rate: '60', rotation: 0, edit: 'none' };

function ffmpeg(args: readonly string[]): void {
  const { status, stderr } = spawnSync('ffmpeg', ['-v', 'error', '-y', ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`ffmpeg: ${stderr}`);
}

/** A numbered clip of the matrix at 720p, with the noise of a camera, in short groups. Path of the file. */
export async function makeBenchClip(folder: string): Promise<string> {
  const file = join(folder, 'generated 720p.mp4');
  if (existsSync(file)) return file;
  const picture = 'scale=1280:720:flags=neighbor,noise=alls=10:allf=t';
  const codec = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '22', '-g', String(GROUP), '-bf', '0'];
  ffmpeg(['-i', await makeClip(SPEC), '-vf', picture, ...codec, '-pix_fmt', 'yuv420p', file]);
  return file;
}

/** Decoding one frame after another with one thread of ffmpeg, ms a frame: what a jump is measured against. */
export function decodeMs(file: string, frames: number): number {
  const started = performance.now();
  ffmpeg(['-threads', '1', '-i', file, '-f', 'null', '-']);
  return (performance.now() - started) / frames;
}
