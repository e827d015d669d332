import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { extract, type Header, pack } from 'tar-stream';
import { type BackupManifest, backupManifestSchema } from '../../shared/contract/backupSchemas.ts';
import { CodedError } from '../../shared/domain/errors.ts';

/** What goes into a backup: its name there, and where it is now. */
export interface BackupPart {
  readonly name: string;
  readonly path: string;
  /** Where it is known already. */
  readonly sha256?: string;
}

interface Work {
  readonly signal: AbortSignal;
  readonly onBytes: (done: number, total: number) => void;
}

const MANIFEST = 'manifest.json';
const MOST_MANIFEST_BYTES = 300_000_000;

/** Writes a tar (POSIX ustar and pax, any size): the manifest first, then each part as it is. */
export async function writeBackup(
  target: string,
  about: Pick<BackupManifest, 'app_version' | 'made_at'>,
  parts: readonly BackupPart[],
  { signal, onBytes }: Work,
): Promise<void> {
  const files: BackupManifest['files'] = [];
  for (const { name, path, sha256 } of parts) {
    const { size } = await stat(path);
    files.push({ name, bytes: size, sha256: sha256 ?? (await sha256Of(path)) });
  }
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const tar = pack();
  const written = pipeline(tar, createWriteStream(target, { flags: 'wx', flush: true }), { signal });
  // The pipe breaks where the disk is full: that is what is told then.
  written.catch(() => undefined);
  const manifest = backupManifestSchema.parse({ format: 'midstance-backup', version: 1, ...about, files });
  tar.entry({ name: MANIFEST }, JSON.stringify(manifest));
  let done = 0;
  for (const [i, { path }] of parts.entries()) {
    const { name = '', bytes = 0 } = files[i] ?? {};
    const entry = tar.entry({ name, size: bytes });
    const meter = new Transform({
      transform(chunk: Buffer, _, next) {
        done += chunk.length;
        onBytes(done, total);
        next(null, chunk);
      },
    });
    await Promise.race([written, pipeline(createReadStream(path), meter, entry, { signal })]);
  }
  tar.finalize();
  await written;
}

const bad = (file: string, why: string) => new CodedError('bad_backup', { file, why });

/**
 * Unpacks a backup into an empty folder, every file checked by size and SHA-256 against the manifest.
 * @param fileName as the coach knows it
 * @throws CodedError bad_backup for what is none, is damaged or comes from a newer version
 */
export async function unpackBackup(
  source: string,
  fileName: string,
  folder: string,
  { signal, onBytes }: Work,
): Promise<BackupManifest> {
  const total = (await stat(source)).size;
  let manifest: BackupManifest | undefined;
  let at = 0;
  let done = 0;
  const take = async ({ name, size = 0 }: Header, entry: Readable): Promise<void> => {
    if (manifest === undefined) {
      if (name !== MANIFEST || size > MOST_MANIFEST_BYTES) throw bad(fileName, 'it holds no library');
      manifest = manifestFrom(await text(entry), fileName);
      return;
    }
    const listed = manifest.files[at++];
    if (listed === undefined || listed.name !== name)
      throw bad(fileName, 'it holds files that are not listed');
    const target = join(folder, listed.name);
    await mkdir(dirname(target), { recursive: true });
    const hash = createHash('sha256');
    let bytes = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _, next) {
        hash.update(chunk);
        bytes += chunk.length;
        done += chunk.length;
        onBytes(done, total);
        next(null, chunk);
      },
    });
    await pipeline(entry, meter, createWriteStream(target, { flags: 'wx', flush: true }), { signal });
    if (bytes !== listed.bytes || hash.digest('hex') !== listed.sha256)
      throw bad(fileName, 'a part of it is damaged');
  };
  const reader = extract();
  reader.on('error', () => undefined);
  reader.on('entry', (header, entry, next) => {
    // What breaks the reader is told by the pipe.
    entry.on('error', () => undefined);
    // A stream of streamx is a readable stream to Node's pipes, by another type.
    take(header, entry as unknown as Readable).then(
      () => next(),
      (error: Error) => reader.destroy(error),
    );
  });
  try {
    await pipeline(createReadStream(source), reader, { signal });
  } catch (error) {
    if (error instanceof CodedError || signal.aborted || isDiskFull(error)) throw error;
    throw bad(fileName, manifest === undefined ? 'it holds no library' : 'a part of it is missing');
  }
  if (manifest === undefined) throw bad(fileName, 'it holds no library');
  if (at !== manifest.files.length) throw bad(fileName, 'a part of it is missing');
  if (!manifest.files.some(({ name }) => name === 'library.db')) throw bad(fileName, 'it holds no library');
  return manifest;
}

function manifestFrom(json: string, fileName: string): BackupManifest {
  let told: unknown;
  try {
    told = JSON.parse(json);
  } catch {
    throw bad(fileName, 'it holds no library');
  }
  const isNewer =
    typeof told === 'object' &&
    told !== null &&
    'version' in told &&
    typeof told.version === 'number' &&
    told.version > 1;
  if (isNewer) throw bad(fileName, 'it was written by a newer version of Midstance');
  const parsed = backupManifestSchema.safeParse(told);
  if (!parsed.success) throw bad(fileName, 'it holds no library');
  return parsed.data;
}

const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOSPC';

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest('hex');
}
