import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clip } from '../../shared/contract/clipSchemas.ts';
import type { Input } from '../../shared/contract/handlers.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import type { FileRecord, NewFile, StoredProbe } from '../db/files.ts';
import { moveIntoPlace, writeAtomic } from '../files/atomicWrite.ts';
import { setFolderOwner } from '../files/cleanup.ts';
import { codedFileError } from '../files/fileErrors.ts';
import { clearFound } from '../files/found.ts';
import { type HashedFile, hashFile } from '../files/hashing.ts';
import { derivedFolder, thumbnailName } from '../files/layout.ts';
import { videoExtension } from '../files/safeName.ts';
import { within } from '../files/within.ts';
import type { ClipProbe } from '../media/probe.ts';
import { fileState, pathOfFile } from './clipFile.ts';
import { clipView } from './clipView.ts';
import { FILM_STRIP_PICTURES } from './filmStrips.ts';
import type { HostContext } from './hostContext.ts';
import type { IncomingFile } from './incoming.ts';
import type { JobContext } from './jobs.ts';
import { withFileName } from './replyErrors.ts';

/**
 * Takes a file into a session. Everything is made in the temporary folder, moved to its place and committed last; what
 * a crash leaves in between belongs to no row and goes at the next start.
 */
export async function importClip(
  context: HostContext,
  input: Input<'clips.import'>,
  job: JobContext,
): Promise<Clip> {
  const { library, services, incoming, events } = context;
  library.db.sessions.get(input.sessionId);
  const source = incoming.get(input.token);
  if (source.received !== source.bytes)
    throw new CodedError('invalid_input', { detail: 'upload not complete' });
  const work = join(library.layout.temporary, `import-${job.jobId}`);
  try {
    await mkdir(work, { recursive: true });
    const isReference = input.mode === 'reference' && !source.isUpload;
    const placed = await take(source, isReference ? undefined : join(work, 'video'), job);
    if (placed.bytes === 0) throw new CodedError('empty_file', { file: source.name });
    const known = library.db.files.find(placed.sha256);
    const made = known === undefined ? await prepare(context, placed, work, job) : undefined;
    job.signal.throwIfAborted();
    const isNeeded = known === undefined || !(await isTrue(context, known, job));
    const home = isNeeded ? homeOf(source, placed, isReference) : undefined;
    if (home?.storage === 'copy') await moveIntoPlace(placed.path, within(library.layout.videos, home.place));
    if (made !== undefined) await keepDerived(context, placed.sha256, work);
    const { clip, owner } = library.db.transaction(() => {
      if (made !== undefined && home !== undefined) {
        library.db.files.insert({ ...made, ...home }, services.now().toISOString());
      } else if (home !== undefined)
        library.db.files.setPlace(placed.sha256, { ...home, bytes: placed.bytes });
      const added = addToSession(context, placed.sha256, source.name, input);
      return { clip: added, owner: library.db.advance() };
    });
    // An older copy of the database does not know this video, and is told so by the folder.
    await setFolderOwner(library.layout, owner);
    // The bytes are in their place now; found ones of the same content would only lie there.
    if (home?.storage === 'copy') clearFound(library.layout, new Set([placed.sha256]));
    if (known !== undefined) await mend(context, known, clip.sha256);
    events.changed('clips', 'sessions', 'library');
    return clipView(library, clip);
  } catch (error) {
    throw codedFileError(withFileName(error, source.name), source.name);
  } finally {
    await rm(work, { recursive: true, force: true });
    await incoming.discard(input.token);
  }
}

/**
 * Whether the library's video is still the one that was imported: looked at byte by byte, because what comes in now is the
 * chance to mend it.
 */
async function isTrue(
  { library, services }: HostContext,
  known: FileRecord,
  { signal }: JobContext,
): Promise<boolean> {
  if (fileState(library, known) !== 'whole') return false;
  const { sha256 } = await hashFile(pathOfFile(library, known), { signal });
  const isSame = sha256 === known.sha256;
  library.db.files.setChecked(known.sha256, services.now().toISOString(), !isSame);
  return isSame;
}

/** The film strip comes back with the video; a damaged copy under another ending goes. */
async function mend({ library, strips }: HostContext, before: FileRecord, sha256: string): Promise<void> {
  const file = library.db.files.get(sha256);
  if (before.storage === 'copy' && (file.storage !== 'copy' || file.place !== before.place))
    await rm(within(library.layout.videos, before.place), { force: true });
  await strips.restore(file).catch((error: unknown) => {
    library.log.warn({ err: error }, 'film strip not made');
  });
}

type Placed = HashedFile & { readonly path: string };

/** Hashes the file and, unless it stays where it is, brings it into the library's own folder. */
async function take(source: IncomingFile, copyTo: string | undefined, job: JobContext): Promise<Placed> {
  const onProgress = (done: number, total: number) => job.progress({ stage: 'copy', done, total });
  // An upload is in the library's folder already: renaming is enough.
  const copies = copyTo !== undefined && !source.isUpload;
  const options = { signal: job.signal, onProgress, ...(copies ? { copyTo } : {}) };
  const hashed = await hashFile(source.path, options).catch((error: unknown) => {
    // An upload of no bytes has no file.
    if (source.isUpload && source.bytes === 0) return { sha256: '', bytes: 0 };
    throw error;
  });
  return { ...hashed, path: copies ? copyTo : source.path };
}

/** Frame table and film strip, in the temporary folder. */
async function prepare(
  { services, library }: HostContext,
  placed: Placed,
  work: string,
  { signal, progress }: JobContext,
): Promise<Omit<NewFile, 'storage' | 'place'>> {
  progress({ stage: 'frame_table', done: 0, total: 0 });
  const indexed = await services.media.probe(placed.path, signal);
  const strip = join(work, 'derived');
  await mkdir(strip);
  const {
    clip: probe,
    pictures,
    look,
    sound,
  } = await services.media.check(placed.path, indexed, {
    pictures: FILM_STRIP_PICTURES,
    onProgress: (done, total) => progress({ stage: 'film_strip', done, total }),
    signal,
  });
  if (look === undefined) library.log.warn({ file: placed.sha256 }, 'not looked at');
  for (const [i, picture] of pictures.entries()) await writeAtomic(join(strip, thumbnailName(i)), picture);
  return {
    sha256: placed.sha256,
    bytes: placed.bytes,
    probe: storedProbe(probe),
    frameTable: probe.frameTable,
    thumbnailCount: pictures.length,
    hasProxy: false,
    look: look ?? null,
    sound: sound ?? null,
  };
}

/** Where the file is kept from now on: in the library under its hash, or where it was found. */
const homeOf = (source: IncomingFile, placed: Placed, isReference: boolean) =>
  isReference
    ? { storage: 'reference' as const, place: source.path }
    : { storage: 'copy' as const, place: placed.sha256 + videoExtension(source.name) };

async function keepDerived({ library }: HostContext, sha256: string, work: string): Promise<void> {
  const derived = derivedFolder(library.layout, sha256);
  await rm(derived, { recursive: true, force: true });
  await moveIntoPlace(join(work, 'derived'), derived);
}

/** The same content twice in one session is one clip. */
function addToSession(
  { library, services }: HostContext,
  sha256: string,
  fileName: string,
  { sessionId, role }: Input<'clips.import'>,
) {
  const present = library.db.clips.list(sessionId).find((clip) => clip.sha256 === sha256);
  if (present !== undefined) return library.db.clips.update(present.id, { role });
  const createdAt = services.now().toISOString();
  return library.db.clips.create({ id: services.newId(), sessionId, sha256, fileName, role, createdAt });
}

function storedProbe({ frameTable: _, ...probe }: ClipProbe): StoredProbe {
  const { containerFps, captureFps, isFullRateIntended, longestGop, ...rest } = probe;
  return {
    ...rest,
    containerFps: containerFps ?? null,
    captureFps: captureFps ?? null,
    isFullRateIntended: isFullRateIntended ?? null,
    longestGop: longestGop ?? null,
  };
}
