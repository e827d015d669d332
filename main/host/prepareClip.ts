import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Input } from '../../shared/contract/handlers.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { type FileRecord, isTold, type NewFile, type StoredProbe } from '../db/files.ts';
import { writeAtomic } from '../files/atomicWrite.ts';
import { hashFile } from '../files/hashing.ts';
import { thumbnailName } from '../files/layout.ts';
import { videoExtension } from '../files/safeName.ts';
import type { ClipProbe } from '../media/probe.ts';
import { fileState, pathOfFile } from './clipFile.ts';
import { FILM_STRIP_PICTURES } from './filmStrips.ts';
import type { HostContext } from './hostContext.ts';
import type { IncomingFile } from './incoming.ts';
import type { JobContext } from './jobs.ts';

/** What was found out of a file by looking at it. */
export type SeenFacts = Omit<NewFile, 'storage' | 'place'>;

/** A file that is hashed and looked at, in a temporary folder of its own; nothing of it is in the library yet. */
export interface PreparedClip {
  readonly sha256: string;
  readonly bytes: number;
  /** Where it lies now. */
  readonly path: string;
  /** Where it is kept from now on: in the library under its hash, or where it was found. */
  readonly home: Pick<FileRecord, 'storage' | 'place'>;
  /** Folder of the film strip, once there is one. */
  readonly derived: string;
  /** Undefined for content that the library has looked at before. */
  readonly seen: SeenFacts | undefined;
  /** Whether the library's own file of this content was found to be whole, byte by byte. */
  readonly isKept: boolean;
}

export interface Wanted {
  readonly source: IncomingFile;
  readonly mode: Input<'clips.import'>['mode'];
  /** An empty folder for this file alone. */
  readonly work: string;
}

/** The long part of an import, without a trace in the library. @throws CodedError */
export async function prepareClip(
  context: HostContext,
  { source, mode, work }: Wanted,
  job: JobContext,
): Promise<PreparedClip> {
  if (source.received !== source.bytes)
    throw new CodedError('invalid_input', { detail: 'upload not complete' });
  const isReference = mode === 'reference' && !source.isUpload;
  const placed = await take(source, isReference ? undefined : join(work, 'video'), job);
  if (placed.bytes === 0) throw new CodedError('empty_file', { file: source.name });
  const prepared: PreparedClip = {
    ...placed,
    home: isReference
      ? { storage: 'reference', place: source.path }
      : { storage: 'copy', place: placed.sha256 + videoExtension(source.name) },
    derived: join(work, 'derived'),
    seen: undefined,
    isKept: await isKept(context, placed.sha256, job),
  };
  return needsLook(context, prepared) ? lookAt(context, prepared, job) : prepared;
}

/** Whether the library knows nothing of the content, or only what another coach told of it. */
export function needsLook({ library: { db } }: HostContext, { sha256, seen }: PreparedClip): boolean {
  const known = db.files.find(sha256);
  return seen === undefined && (known === undefined || isTold(known));
}

/** Frame table and film strip, in the temporary folder. @throws CodedError */
export async function lookAt(
  { services, library }: HostContext,
  prepared: PreparedClip,
  { signal, progress }: JobContext,
): Promise<PreparedClip> {
  const { path, derived, sha256, bytes } = prepared;
  progress({ stage: 'frame_table', done: 0, total: 0 });
  const indexed = await services.media.probe(path, signal);
  await mkdir(derived, { recursive: true });
  const checked = await services.media.check(path, indexed, {
    pictures: FILM_STRIP_PICTURES,
    onProgress: (done, total) => progress({ stage: 'film_strip', done, total }),
    signal,
  });
  const { clip: probe, pictures, look, sound } = checked;
  if (look === undefined) library.log.warn({ file: sha256 }, 'not looked at');
  for (const [i, picture] of pictures.entries()) await writeAtomic(join(derived, thumbnailName(i)), picture);
  const seen: SeenFacts = {
    sha256,
    bytes,
    probe: storedProbe(probe),
    frameTable: probe.frameTable,
    thumbnailCount: pictures.length,
    hasProxy: false,
    look: look ?? null,
    sound: sound ?? null,
    isNotAsTold: false,
  };
  return { ...prepared, seen };
}

/** What comes in now is the chance to mend what the library has: that is looked at whole. */
async function isKept(
  { library, services }: HostContext,
  sha256: string,
  { signal }: JobContext,
): Promise<boolean> {
  const known = library.db.files.find(sha256);
  if (known === undefined || isTold(known)) return false;
  const state = fileState(library, known);
  if (state === 'missing' || state === 'replaced') return false;
  const found = await hashFile(pathOfFile(library, known), { signal });
  const isSame = found.sha256 === sha256;
  library.db.files.setChecked(sha256, services.now().toISOString(), !isSame);
  return isSame;
}

type Placed = Pick<PreparedClip, 'sha256' | 'bytes' | 'path'>;

/** Hashes the file and, unless it stays where it is, brings it into the library's own folder. */
async function take(source: IncomingFile, copyTo: string | undefined, job: JobContext): Promise<Placed> {
  const onProgress = (done: number, total: number) => job.progress({ stage: 'copy', done, total });
  // An upload is in the library's folder already: renaming is enough.
  const copies = copyTo !== undefined && !source.isUpload;
  const options = { signal: job.signal, onProgress, ...(copies ? { copyTo } : {}) };
  const { sha256, bytes } = await hashFile(source.path, options).catch((error: unknown) => {
    // An upload of no bytes has no file.
    if (source.isUpload && source.bytes === 0) return { sha256: '', bytes: 0 };
    throw error;
  });
  return { sha256, bytes, path: copies ? copyTo : source.path };
}

function storedProbe({ frameTable: _, turn: __, ...probe }: ClipProbe): StoredProbe {
  const { containerFps, captureFps, isFullRateIntended, longestGop, readerStart_s, ...rest } = probe;
  return {
    ...rest,
    containerFps: containerFps ?? null,
    captureFps: captureFps ?? null,
    isFullRateIntended: isFullRateIntended ?? null,
    longestGop: longestGop ?? null,
    readerStart_s: readerStart_s ?? null,
  };
}
