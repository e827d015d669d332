import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Pack, pack } from 'tar-stream';
import { type BackupManifest, backupManifestSchema } from '../../shared/contract/backupSchemas.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { syncFolder } from './atomicWrite.ts';
import { hashFile } from './hashing.ts';

/** What goes into a backup: its name there, and where it is now. */
export interface BackupPart {
  readonly name: string;
  readonly path: string;
  /** What its bytes must be, where that is known already. */
  readonly sha256?: string;
}

export interface BackupWork {
  readonly signal: AbortSignal;
  readonly onBytes: (done: number, total: number) => void;
}

export const MANIFEST = 'manifest.json';
const PART_BYTES = 1 << 20;

/**
 * Writes a tar (POSIX ustar and pax, any size): the manifest first, then each part as it is, hashed as it is written; in the end
 * the file is read back.
 * @returns names of the parts whose bytes are not what they must be, or could not be read to the end
 * @throws CodedError copy_differs where the disk gives back other bytes than it was given
 */
export async function writeBackup(
  target: string,
  about: Pick<BackupManifest, 'app_version' | 'made_at'>,
  parts: readonly BackupPart[],
  { signal, onBytes }: BackupWork,
): Promise<string[]> {
  const files: BackupManifest['files'] = [];
  for (const { name, path, sha256 } of parts) {
    const { size } = await stat(path);
    files.push({ name, bytes: size, sha256: sha256 ?? (await hashFile(path, { signal })).sha256 });
  }
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const tar = pack();
  const whole = createHash('sha256');
  const hashed = passing((chunk) => whole.update(chunk));
  const written = pipeline(tar, hashed, createWriteStream(target, { flags: 'wx', flush: true }), { signal });
  // The pipe breaks where the disk is full: that is what is told then.
  written.catch(() => undefined);
  const manifest = backupManifestSchema.parse({ format: 'midstance-backup', version: 1, ...about, files });
  tar.entry({ name: MANIFEST }, JSON.stringify(manifest));
  const damaged: string[] = [];
  let done = 0;
  const onPart = (bytes: number): void => {
    done += bytes;
    onBytes(done, total);
  };
  for (const [i, { path }] of parts.entries()) {
    const file = files[i];
    if (file === undefined) continue;
    const sha256 = await Promise.race([
      written.then(() => undefined),
      writePart(tar, file, path, signal, onPart),
    ]);
    if (sha256 !== file.sha256) damaged.push(file.name);
  }
  tar.finalize();
  await written;
  await syncFolder(target.slice(0, -basename(target).length));
  const back = await hashFile(target, { signal });
  if (back.sha256 !== whole.digest('hex')) throw new CodedError('copy_differs', { file: basename(target) });
  return damaged;
}

/** SHA-256 of what went in; undefined where the file could not be read to its end, which is filled up with zeros. */
async function writePart(
  tar: Pack,
  { name, bytes }: BackupManifest['files'][number],
  path: string,
  signal: AbortSignal,
  onPart: (bytes: number) => void,
): Promise<string | undefined> {
  const hash = createHash('sha256');
  let isRead = false;
  async function* content(): AsyncGenerator<Buffer> {
    let there = 0;
    try {
      // What grew since is not part of it; what shrank is filled up: an entry has the size that it said.
      for await (const chunk of createReadStream(path, {
        highWaterMark: PART_BYTES,
        end: Math.max(0, bytes - 1),
      })) {
        hash.update(chunk);
        there += chunk.length;
        yield chunk;
      }
      isRead = there === bytes;
    } catch (error) {
      if (signal.aborted) throw error;
    }
    for (; there < bytes; there += PART_BYTES) yield Buffer.alloc(Math.min(PART_BYTES, bytes - there));
  }
  const meter = passing((chunk) => onPart(chunk.length));
  await pipeline(content(), meter, tar.entry({ name, size: bytes }), { signal });
  return isRead ? hash.digest('hex') : undefined;
}

/** Passes bytes on and shows them. */
export const passing = (see: (chunk: Buffer) => void): Transform =>
  new Transform({
    transform(chunk: Buffer, _, next) {
      see(chunk);
      next(null, chunk);
    },
  });
