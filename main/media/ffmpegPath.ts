import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { MediaError } from './mediaError.ts';

/**
 * Path of ffmpeg: the variable FFMPEG_PATH, then the optional package ffmpeg-static, then PATH.
 * @throws MediaError ffmpeg_missing
 */
export function findFfmpeg(env: NodeJS.ProcessEnv = process.env): string {
  const given = env['FFMPEG_PATH'];
  if (given !== undefined && existsSync(given)) return given;
  const found = packaged() ?? onPath(env['PATH'] ?? '');
  if (found === undefined) throw new MediaError('ffmpeg_missing');
  return found;
}

function packaged(): string | undefined {
  try {
    const file: unknown = createRequire(import.meta.url)('ffmpeg-static');
    return typeof file === 'string' && existsSync(file) ? file : undefined;
  } catch {
    return undefined; // The package is optional.
  }
}

function onPath(path: string): string | undefined {
  const name = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
}
