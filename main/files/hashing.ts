import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { codedFileError } from './fileErrors.ts';

export interface HashOptions {
  readonly signal?: AbortSignal;
  /** Bytes read and size of the file. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface HashedFile {
  /** Hexadecimal SHA-256. */
  readonly sha256: string;
  readonly bytes: number;
}

/** Hashes a file as a stream; with `copyTo` the same pass writes a copy. */
export async function hashFile(
  path: string,
  options: HashOptions & { copyTo?: string } = {},
): Promise<HashedFile> {
  const { signal, onProgress, copyTo } = options;
  try {
    const total = (await stat(path)).size;
    const hash = createHash('sha256');
    let bytes = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, next) {
        hash.update(chunk);
        bytes += chunk.length;
        onProgress?.(bytes, total);
        next(null, copyTo === undefined ? undefined : chunk);
      },
    });
    const source = createReadStream(path, { highWaterMark: 1 << 20 });
    const streams = copyTo === undefined ? [] : [createWriteStream(copyTo, { flush: true })];
    if (copyTo === undefined) meter.resume();
    await pipeline([source, meter, ...streams], signal === undefined ? {} : { signal });
    return { sha256: hash.digest('hex'), bytes };
  } catch (error) {
    throw codedFileError(error, basename(path));
  }
}
