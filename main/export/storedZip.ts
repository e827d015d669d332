import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { fillNew, writeAll } from '../files/atomicWrite.ts';

/** What goes into a zip: bytes at hand, or a file. */
export interface ZipPart {
  readonly name: string;
  readonly data: Uint8Array | { readonly path: string };
}

export interface ZipEntry {
  readonly name: string;
  readonly bytes: number;
  readonly crc: number;
  /** Where its local header is. */
  readonly offset: number;
}

/** Without the 64-bit extension a zip ends here. */
export const MOST_ZIP_BYTES = 0xffff_ffff - 0x10_0000;
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const UTF8_NAMES = 0x0800;
/** 1 January 1980: a zip tells nothing of when its files were made. */
const NO_DATE = 0x0021;

/** SHA-256 (hexadecimal), CRC-32 and size of a part. */
export async function sumsOf({ data }: ZipPart): Promise<{ sha256: string; crc: number; bytes: number }> {
  const hash = createHash('sha256');
  let [crc, bytes] = [0, 0];
  for await (const chunk of chunksOf(data)) {
    hash.update(chunk);
    crc = crc32(chunk, crc);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), crc, bytes };
}

const chunksOf = (data: ZipPart['data']): AsyncIterable<Uint8Array> | Uint8Array[] =>
  data instanceof Uint8Array ? [data] : createReadStream(data.path, { highWaterMark: 1 << 20 });

/**
 * Writes a zip whose entries are stored as they are: video and floats hardly get smaller. Format: PKWARE APPNOTE 6.3.
 * @throws RangeError above 4 GB
 */
export async function writeStoredZip(
  target: string,
  parts: readonly ZipPart[],
  { signal, onBytes }: { signal: AbortSignal; onBytes: (done: number) => void },
): Promise<void> {
  await fillNew(target, async (out) => {
    const entries: ZipEntry[] = [];
    let at = 0;
    const write = async (bytes: Uint8Array) => {
      signal.throwIfAborted();
      await writeAll(out, bytes);
      at += bytes.length;
      if (at > MOST_ZIP_BYTES) throw new RangeError(`invalid zip size: ${at}`);
      onBytes(at);
    };
    for (const part of parts) {
      const entry = { name: part.name, offset: at, ...(await sumsOf(part)) };
      await write(header(LOCAL, LOCAL_BYTES, entry));
      for await (const chunk of chunksOf(part.data)) await write(chunk);
      entries.push(entry);
    }
    const start = at;
    for (const entry of entries) await write(header(CENTRAL, CENTRAL_BYTES, entry));
    const end = Buffer.alloc(END_BYTES);
    end.writeUInt32LE(END, 0);
    end.writeUInt16LE(entries.length, 8);
    end.writeUInt16LE(entries.length, 10);
    end.writeUInt32LE(at - start, 12);
    end.writeUInt32LE(start, 16);
    await write(end);
  });
}

/** Local and central headers hold the same fields; the central one has two more bytes before them. */
function header(mark: typeof LOCAL | typeof CENTRAL, size: number, entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.name, 'utf8');
  const bytes = Buffer.alloc(size);
  const shift = mark === CENTRAL ? 2 : 0;
  bytes.writeUInt32LE(mark, 0);
  if (mark === CENTRAL) bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(20, 4 + shift);
  bytes.writeUInt16LE(UTF8_NAMES, 6 + shift);
  bytes.writeUInt16LE(NO_DATE, 12 + shift);
  bytes.writeUInt32LE(entry.crc, 14 + shift);
  bytes.writeUInt32LE(entry.bytes, 18 + shift);
  bytes.writeUInt32LE(entry.bytes, 22 + shift);
  bytes.writeUInt16LE(name.length, 26 + shift);
  if (mark === CENTRAL) bytes.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([bytes, name]);
}

/** Why a file is not a zip as it is written here. */
export class ZipProblem extends Error {}

/** Names and numbers of a directory: a case has some thousand entries of some dozen bytes. */
const MOST_DIRECTORY_BYTES = 4_000_000;

/**
 * Entries of a stored zip, each with bytes of its own: a name that stands twice, or bytes that belong to two entries, are
 * refused, so that no zip unpacks to more than it holds. Names are as they stand in the file: never use one as a path.
 * @throws ZipProblem
 */
export async function readStoredZip(path: string, mostEntries: number): Promise<ZipEntry[]> {
  const { size } = await stat(path);
  const file = await open(path, 'r');
  try {
    const end = await bytesAt(file, size - END_BYTES, END_BYTES, size);
    if (end.readUInt32LE(0) !== END) throw new ZipProblem('it is no zip, or a part of it is missing');
    const [count, length, start] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
    if (count > mostEntries) throw new ZipProblem(`${count} entries`);
    if (length > MOST_DIRECTORY_BYTES) throw new ZipProblem('its directory is damaged');
    const directory = await bytesAt(file, start, length, size);
    const entries: ZipEntry[] = [];
    for (let at = 0, i = 0; i < count; i++) {
      if (at + CENTRAL_BYTES > length || directory.readUInt32LE(at) !== CENTRAL)
        throw new ZipProblem('its directory is damaged');
      const nameLength = directory.readUInt16LE(at + 28);
      // Stored, with two sizes that agree.
      const isStored = directory.readUInt16LE(at + 10) === 0;
      if (!isStored || directory.readUInt32LE(at + 20) !== directory.readUInt32LE(at + 24))
        throw new ZipProblem('it was packed by another program');
      entries.push({
        name: directory.toString('utf8', at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameLength),
        bytes: directory.readUInt32LE(at + 24),
        crc: directory.readUInt32LE(at + 16),
        offset: directory.readUInt32LE(at + 42),
      });
      at += CENTRAL_BYTES + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
    checkApart(entries, start);
    return entries;
  } finally {
    await file.close();
  }
}

/** @throws ZipProblem */
function checkApart(entries: readonly ZipEntry[], end: number): void {
  if (new Set(entries.map(({ name }) => name)).size < entries.length)
    throw new ZipProblem('its directory is damaged');
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset);
  inOrder.forEach(({ name, offset, bytes }, i) => {
    const next = inOrder[i + 1]?.offset ?? end;
    if (offset + LOCAL_BYTES + Buffer.byteLength(name) + bytes > next)
      throw new ZipProblem('its directory is damaged');
  });
}

/** Copies the bytes of an entry to a new file and tells their SHA-256. @throws ZipProblem */
export async function extractEntry(zip: string, entry: ZipEntry, target: string): Promise<string> {
  const [{ size }, source] = [await stat(zip), await open(zip, 'r')];
  try {
    const local = await bytesAt(source, entry.offset, LOCAL_BYTES, size);
    if (local.readUInt32LE(0) !== LOCAL) throw new ZipProblem(`${entry.name} is damaged`);
    const nameLength = local.readUInt16LE(26);
    const start = entry.offset + LOCAL_BYTES + nameLength + local.readUInt16LE(28);
    // Both headers say the same, and nothing lies between name and bytes, as it is written above.
    const isSame =
      local.readUInt32LE(22) === entry.bytes &&
      nameLength === Buffer.byteLength(entry.name) &&
      local.readUInt16LE(28) === 0;
    if (!isSame || start + entry.bytes > size) throw new ZipProblem(`${entry.name} is damaged`);
    const hash = createHash('sha256');
    await fillNew(target, async (out) => {
      for (let done = 0; done < entry.bytes; ) {
        const part = await bytesAt(source, start + done, Math.min(1 << 20, entry.bytes - done), size);
        hash.update(part);
        await writeAll(out, part);
        done += part.length;
      }
    });
    return hash.digest('hex');
  } finally {
    await source.close();
  }
}

async function bytesAt(file: FileHandle, at: number, length: number, size: number): Promise<Buffer> {
  if (at < 0 || at + length > size) throw new ZipProblem('it is no zip, or a part of it is missing');
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead !== length) throw new ZipProblem('a part of it is missing');
  return buffer;
}
