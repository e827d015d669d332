import { type FileHandle, open } from 'node:fs/promises';
import { boxesIn, type CaptureKeys, captureKeys, readKeys } from './movieKeys.ts';

/** One line of an edit list, in seconds. */
export interface Edit {
  /** Where it begins in the media; undefined for an empty edit, which only waits. */
  readonly mediaStart_s: number | undefined;
  /** How long it is shown. */
  readonly shown_s: number;
  /** Media seconds per shown second: below 1 is slow motion. */
  readonly rate: number;
}

/** What the index of an ISO file (mp4, mov) tells that ffmpeg's report does not. */
export interface MovieFacts extends CaptureKeys {
  readonly edits: readonly Edit[];
  /** Top left of the display matrix, which turns or mirrors the stored picture: row by row a, b, c, d. */
  readonly matrix: readonly [number, number, number, number];
}

/** A larger index than this is left to ffmpeg alone, bytes. */
const MAX_INDEX = 64_000_000;
const MAX_TOP_BOXES = 10_000;
const MAX_EDITS = 100_000;

/** Facts about one of the video tracks; undefined for other containers and for an index that does not hold together. */
export async function readMovieFacts(file: string, filmTrack = 0): Promise<MovieFacts | undefined> {
  const handle = await open(file);
  try {
    const moov = await findMoov(handle);
    return moov === undefined ? undefined : parseMoov(moov, filmTrack);
  } catch (error) {
    if (error instanceof RangeError) return undefined; // Cut short or malformed: ffmpeg judges it.
    throw error;
  } finally {
    await handle.close();
  }
}

async function findMoov(handle: FileHandle): Promise<Buffer | undefined> {
  const { size: fileSize } = await handle.stat();
  let at = 0;
  for (let count = 0; count < MAX_TOP_BOXES && at + 8 <= fileSize; count++) {
    const head = Buffer.alloc(16);
    await handle.read(head, 0, 16, at);
    const short = head.readUInt32BE(0);
    const header = short === 1 ? 16 : 8;
    const size = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? fileSize - at : short;
    if (size < header) return undefined;
    if (head.toString('latin1', 4, 8) === 'moov') {
      if (size > MAX_INDEX || at + size > fileSize) return undefined;
      const content = Buffer.alloc(size - header);
      await handle.read(content, 0, content.length, at + header);
      return content;
    }
    at += size;
  }
  return undefined;
}

function find(content: Buffer | undefined, ...[type, ...deeper]: readonly string[]): Buffer | undefined {
  if (type === undefined || content === undefined) return content;
  for (const box of boxesIn(content)) if (box.type === type) return find(box.content, ...deeper);
  return undefined;
}

/** @throws RangeError where a box is shorter than its own format */
export function parseMoov(moov: Buffer, filmTrack = 0): MovieFacts | undefined {
  const track = [...boxesIn(moov)].filter(
    ({ type, content }) =>
      type === 'trak' && find(content, 'mdia', 'hdlr')?.toString('latin1', 8, 12) === 'vide',
  )[filmTrack]?.content;
  const movieHead = find(moov, 'mvhd');
  const trackHead = find(track, 'tkhd');
  const mediaHead = find(track, 'mdia', 'mdhd');
  if (movieHead === undefined || trackHead === undefined || mediaHead === undefined) return undefined;
  const movieScale = timescaleOf(movieHead);
  const mediaScale = timescaleOf(mediaHead);
  const list = find(track, 'edts', 'elst');
  return {
    edits:
      list === undefined || movieScale === 0 || mediaScale === 0 ? [] : edits(list, movieScale, mediaScale),
    matrix: matrixOf(trackHead),
    ...captureKeys(readKeys(moov)),
  };
}

/** Both heads begin with version, flags, and two dates of 4 or 8 bytes. */
const timescaleOf = (head: Buffer): number => head.readUInt32BE(head.readUInt8(0) === 1 ? 20 : 12);

function matrixOf(trackHead: Buffer): MovieFacts['matrix'] {
  const at = trackHead.readUInt8(0) === 1 ? 52 : 40;
  const fixed = (index: number): number => trackHead.readInt32BE(at + 4 * index) / 65536;
  return [fixed(0), fixed(1), fixed(3), fixed(4)];
}

function edits(list: Buffer, movieScale: number, mediaScale: number): Edit[] {
  const isLong = list.readUInt8(0) === 1;
  const entry = isLong ? 20 : 12;
  const count = Math.min(list.readUInt32BE(4), MAX_EDITS, Math.floor((list.length - 8) / entry));
  return Array.from({ length: count }, (_, i) => {
    const at = 8 + i * entry;
    const shown = isLong ? Number(list.readBigUInt64BE(at)) : list.readUInt32BE(at);
    const start = isLong ? Number(list.readBigInt64BE(at + 8)) : list.readInt32BE(at + 4);
    return {
      mediaStart_s: start < 0 ? undefined : start / mediaScale,
      shown_s: shown / movieScale,
      rate: list.readInt32BE(at + entry - 4) / 65536,
    };
  });
}
