import { createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CodedError } from '../../shared/domain/errors.ts';
import { codedFileError } from '../files/fileErrors.ts';
import { type LibraryLayout, workPath } from '../files/layout.ts';

/** A file that waits for its import: chosen in a dialog (`isUpload` false) or being uploaded. */
export interface IncomingFile {
  readonly token: string;
  readonly name: string;
  readonly path: string;
  readonly isUpload: boolean;
  /** Size announced or found, and bytes that are there. */
  readonly bytes: number;
  received: number;
}

/** The renderer's only handle on files outside the library: tokens, never paths. */
export function createIncoming(layout: LibraryLayout, newId: () => string) {
  const files = new Map<string, IncomingFile>();
  const receiving = new Set<string>();
  const get = (token: string): IncomingFile => {
    const file = files.get(token);
    if (file === undefined) throw new CodedError('not_found');
    return file;
  };
  const add = (file: Omit<IncomingFile, 'token'>, token = newId()): IncomingFile => {
    const added = { ...file, token };
    files.set(token, added);
    return added;
  };
  return {
    get,
    /** For the desktop root: a path from the native dialog or a drop. */
    async addChosen(path: string): Promise<IncomingFile> {
      const name = basename(path);
      const { size } = await stat(path).catch((error: unknown) => {
        throw codedFileError(error, name);
      });
      return add({ name, path, isUpload: false, bytes: size, received: size });
    },
    beginUpload(name: string, bytes: number): IncomingFile {
      const token = newId();
      return add(
        { name, path: workPath(layout, 'upload', token), isUpload: true, bytes, received: 0 },
        token,
      );
    },
    /**
     * Appends bytes from `offset` on. A broken connection keeps what has arrived.
     * @throws CodedError invalid_input when `offset` is not where the last bytes ended or more comes than announced
     */
    async receive(token: string, offset: number, body: Readable): Promise<number> {
      const file = get(token);
      if (!file.isUpload || offset !== file.received || receiving.has(token)) {
        throw new CodedError('invalid_input', { detail: `offset: ${offset}, expected ${file.received}` });
      }
      receiving.add(token);
      const limit = new Transform({
        transform(chunk: Buffer, _encoding, next) {
          if (file.received + chunk.length > file.bytes) {
            next(new CodedError('invalid_input', { detail: 'more bytes than announced' }));
            return;
          }
          next(null, chunk);
          file.received += chunk.length;
        },
      });
      try {
        await pipeline(body, limit, createWriteStream(file.path, { flags: 'a' }));
      } catch (error) {
        file.received = (await stat(file.path).catch(() => ({ size: 0 }))).size;
        throw codedFileError(error, file.name);
      } finally {
        receiving.delete(token);
      }
      return file.received;
    },
    /** Forgets the token; an upload's bytes go. */
    async discard(token: string): Promise<void> {
      const file = files.get(token);
      files.delete(token);
      if (file?.isUpload) await rm(file.path, { force: true });
    },
  };
}
export type Incoming = ReturnType<typeof createIncoming>;
