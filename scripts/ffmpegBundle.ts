import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const PACKAGE = join(root, 'node_modules', 'ffmpeg-static');
export const BUNDLE = join(root, 'dist', 'ffmpeg');
export const FFMPEG_NAME = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';

/** What lies beside the program, from what the program says about itself. */
export function buildText(version: string): string {
  return `ffmpeg, as shipped beside Midstance

This is FFmpeg (https://ffmpeg.org), Copyright the FFmpeg developers, a separate program that Midstance starts and that
you may replace: set FFMPEG_PATH to another one. It is licensed under the GNU General Public License, version 3 or later;
the text is in the file LICENSE beside this one. It is the unchanged build of the npm package ffmpeg-static.

Exactly this build:

${version.trim()}

Source: the complete source of this version, with the scripts of the build, is at https://ffmpeg.org/releases/ and at
https://github.com/eugeneware/ffmpeg-static. For three years from the day you received this program, the maintainers of
Midstance give anyone who asks a copy of the complete corresponding source for no more than the cost of sending it.
`;
}

/**
 * Puts ffmpeg with its licence, its exact build and the offer of its source into `dist/ffmpeg`; false where the optional
 * package is not installed.
 */
export function bundleFfmpeg(folder: string = BUNDLE, from: string = PACKAGE): boolean {
  const program = join(from, FFMPEG_NAME);
  const licence = join(from, 'LICENSE');
  if (!existsSync(program) || !existsSync(licence)) return false;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of [program, licence]) copyFileSync(file, join(folder, basename(file)));
  chmodSync(join(folder, FFMPEG_NAME), 0o755);
  const version = execFileSync(program, ['-hide_banner', '-version'], { encoding: 'utf8' });
  writeFileSync(join(folder, 'BUILD.txt'), buildText(version));
  return true;
}
