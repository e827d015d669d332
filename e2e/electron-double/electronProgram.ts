import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Electron's own program, where it could be fetched. */
export function electronProgram(): string | undefined {
  const folder = fileURLToPath(new URL('../../node_modules/electron', import.meta.url));
  const pathFile = join(folder, 'path.txt');
  const program = existsSync(pathFile) ? join(folder, 'dist', readFileSync(pathFile, 'utf8')) : undefined;
  return program !== undefined && existsSync(program) ? program : undefined;
}
