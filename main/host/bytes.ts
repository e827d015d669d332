import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { turnSchema } from '../../shared/contract/clipSchemas.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import type { I420Frame } from '../../shared/pose/blazepose/i420.ts';
import { bytesFromFloat32 } from '../db/floatBlob.ts';
import { endingOf, exportKind } from '../files/endings.ts';
import { graphModelFile } from '../files/graphModels.ts';
import { within } from '../files/within.ts';
import { bytesFromFloat64 } from './base64.ts';
import { fileState, pathOfFile, probeOf, proxyPathOf } from './clipFile.ts';
import type { HostContext } from './hostContext.ts';
import { withFileName } from './replyErrors.ts';

/** Bytes behind an address of `shared/contract/mediaUrls.ts`. Files and buffers answer to Range, streams do not. */
export type MediaBytes = { readonly type: string; readonly downloadName?: string } & (
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'buffer'; readonly bytes: Uint8Array }
  | { readonly kind: 'stream'; readonly stream: Readable }
);

const VIDEO_TYPES: Readonly<Record<string, string>> = {
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  mkv: 'video/x-matroska',
};
const raw = (bytes: Uint8Array): MediaBytes => ({ kind: 'buffer', bytes, type: 'application/octet-stream' });
const notFound = () => new CodedError('not_found');

function indexIn(text: string | null, count: number): number {
  const index = text !== null && /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(index < count)) throw notFound();
  return index;
}

/**
 * Resolves `/media/...` (path as in the address, still encoded). Ids are looked up in the database, so no part of the
 * address ever becomes a path.
 * @throws CodedError not_found and what reading the clip may say
 */
export async function mediaBytes(
  context: HostContext,
  address: URL,
  signal: AbortSignal,
): Promise<MediaBytes> {
  const [, , group = '', id = '', what = '', index = ''] = address.pathname.split('/').map(decoded);
  if (group === 'clips') return clipBytes(context, id, what, index, address.searchParams, signal);
  const { db, layout } = context.library;
  if (group === 'pose') {
    return raw(
      bytesFromFloat32(
        what === 'chunks' ? db.pose.chunk(id, indexIn(index, 1e6)).data : db.pose.whole(id).data,
      ),
    );
  }
  if (group === 'models') {
    const path = graphModelFile(layout.models, id, what);
    if (path === undefined) throw notFound();
    return { kind: 'file', path, type: 'application/octet-stream' };
  }
  if (group === 'exports') {
    const file = db.exports.get(id).files.find(({ name }) => name === what);
    const kind = file && exportKind(file.name);
    if (file === undefined || kind === undefined) throw notFound();
    const path = within(layout.exports, id, file.name);
    return { kind: 'file', path, type: kind.type, downloadName: file.name };
  }
  throw notFound();
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw notFound();
  }
}

async function clipBytes(
  context: HostContext,
  id: string,
  what: string,
  index: string,
  query: URLSearchParams,
  signal: AbortSignal,
): Promise<MediaBytes> {
  const { library, services } = context;
  const clip = library.db.clips.get(id);
  const file = library.db.files.get(clip.sha256);
  const told = turnSchema.safeParse(Number(query.get('turn') ?? Number.NaN));
  const turn = told.data ?? clip.turn;
  const probe = probeOf(file, turn);
  const frames = file.frameTable.times.length;
  if (what === 'times') return raw(bytesFromFloat64(file.frameTable.times));
  if (what === 'thumbnails') {
    const path = await context.strips.picture(file, turn, indexIn(index, file.thumbnailCount));
    return { kind: 'file', path, type: 'image/jpeg' };
  }
  if (what === 'proxy') {
    const proxy = proxyPathOf(library, file, turn);
    if (proxy === undefined) throw notFound();
    return { kind: 'file', path: proxy, type: VIDEO_TYPES[endingOf(proxy)] ?? 'video/mp4' };
  }
  const state = fileState(library, file);
  if (state === 'missing') throw new CodedError('file_missing', { file: clip.fileName });
  // A few wrong bits can be looked at; another video under the events of this one cannot.
  if (state === 'replaced') throw new CodedError('file_damaged', { file: clip.fileName });
  const path = pathOfFile(library, file);
  if (what === 'video') {
    const type = VIDEO_TYPES[endingOf(basename(path))] ?? 'application/octet-stream';
    return { kind: 'file', path, type };
  }
  try {
    if (what === 'frames') {
      const bytes = await services.media.frameJpeg(path, probe, indexIn(index, frames), signal);
      return { kind: 'buffer', bytes, type: 'image/jpeg' };
    }
    if (what === 'yuv') {
      const start = indexIn(query.get('from'), frames);
      const count = query.has('count') ? indexIn(query.get('count'), frames - start + 1) : frames - start;
      const pictures = services.media.readFrames(path, probe, { start, count, signal });
      // One picture ahead at most: the reader's pace holds ffmpeg back.
      const stream = Readable.from(planes(pictures), { highWaterMark: 1 });
      return { kind: 'stream', stream, type: 'application/octet-stream' };
    }
  } catch (error) {
    throw withFileName(error, clip.fileName);
  }
  throw notFound();
}

/** Planes without padding, as the address promises. */
async function* planes(frames: AsyncIterable<I420Frame>): AsyncGenerator<Uint8Array> {
  for await (const { y, u, v } of frames) yield Buffer.concat([y, u, v]);
}
