import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { extract, type Header } from 'tar-stream';
import { type BackupManifest, backupManifestSchema } from '../../shared/contract/backupSchemas.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { type BackupWork, MANIFEST, passing } from './backupFile.ts';
import { codedDiskFull } from './fileErrors.ts';
import { videoExtension } from './safeName.ts';
import { within } from './within.ts';

const MOST_MANIFEST_BYTES = 300_000_000;
const DATABASE = 'library.db';

export interface UnpackedBackup {
  readonly manifest: BackupManifest;
  /** Names in the folder `videos` of those that came whole. */
  readonly videos: string[];
}

const bad = (file: string, why: string) => new CodedError('bad_backup', { file, why });

/**
 * Unpacks a backup into an empty folder, every file checked by size and SHA-256 against the manifest. What is damaged, and what
 * is missing where the file breaks off, is left out; its database must be whole.
 * @param fileName as the coach knows it
 * @throws CodedError bad_backup for what is none, whose database is damaged, or that comes from a newer version
 */
export async function unpackBackup(
  source: string,
  fileName: string,
  folder: string,
  { signal, onBytes }: BackupWork,
): Promise<UnpackedBackup> {
  const total = (await stat(source)).size;
  let manifest: BackupManifest | undefined;
  let at = 0;
  let done = 0;
  const whole = new Set<string>();
  let writing: WriteStream | undefined;
  const take = async (header: Header, entry: Readable): Promise<void> => {
    const { name, size = 0 } = header;
    // Links, devices and folders are nothing that a backup holds.
    if (header.type !== 'file') throw bad(fileName, 'it holds files that are not listed');
    if (manifest === undefined) {
      if (name !== MANIFEST || size > MOST_MANIFEST_BYTES) throw bad(fileName, 'it holds no library');
      manifest = manifestFrom(await text(entry), fileName);
      return;
    }
    const listed = manifest.files[at++];
    if (listed === undefined || listed.name !== name)
      throw bad(fileName, 'it holds files that are not listed');
    const target = targetOf(folder, name);
    await mkdir(dirname(target), { recursive: true });
    const hash = createHash('sha256');
    let bytes = 0;
    const meter = passing((chunk) => {
      hash.update(chunk);
      bytes += chunk.length;
      done += chunk.length;
      onBytes(done, total);
    });
    writing = createWriteStream(target, { flags: 'wx', flush: true });
    await pipeline(entry, meter, writing, { signal });
    if (bytes === listed.bytes && hash.digest('hex') === listed.sha256) whole.add(name);
    else if (name === DATABASE) throw bad(fileName, 'a part of it is damaged');
    else await rm(target);
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
    // A file that is just being opened would come into being after all is cleared away.
    if (writing !== undefined) await closed(writing);
    const known = codedDiskFull(error);
    if (known instanceof CodedError || signal.aborted) throw known;
    if (!whole.has(DATABASE))
      throw bad(fileName, manifest === undefined ? 'it holds no library' : 'a part of it is missing');
  }
  if (manifest === undefined) throw bad(fileName, 'it holds no library');
  if (!whole.has(DATABASE)) throw bad(fileName, 'it holds no library');
  // Half of what was being written where the file broke off.
  const { files } = manifest;
  for (const { name } of files) if (!whole.has(name)) await rm(targetOf(folder, name), { force: true });
  const videos = files.filter(({ name }) => whole.has(name) && name.startsWith('videos/'));
  return { manifest, videos: videos.map(({ name }) => homeOf(name).at(-1) ?? '') };
}

function closed(file: WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (file.closed) resolve();
    else file.once('close', resolve).destroy();
  });
}

/** A video keeps an ending of a video or none. */
function homeOf(name: string): string[] {
  const [folder = '', file = '', ...rest] = name.split('/');
  return folder === 'videos'
    ? [folder, file.slice(0, 64) + videoExtension(file)]
    : [folder, file, ...rest].filter(Boolean);
}

/** Names of the manifest have their form; nothing else of a backup becomes a path. */
const targetOf = (folder: string, name: string): string => within(folder, ...homeOf(name));

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
