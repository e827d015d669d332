import { z } from 'zod';
import { count, ordinal, positive, real, time_s, word } from '../../shared/contract/bounds.ts';
import { clipSchema } from '../../shared/contract/clipSchemas.ts';
import type { ClipLook } from '../../shared/domain/clipLook.ts';
import type { ClipSound } from '../../shared/domain/clipSound.ts';
import { type FrameTable, MOST_FRAMES } from '../../shared/domain/frameTable.ts';
import type { Db } from './connection.ts';
import { found, json, maybe } from './rows.ts';

/** What probing a file told, without its frame times. */
export const storedProbeSchema = z.object({
  codec: word,
  /** Upright size, pixels. */
  width: ordinal,
  height: ordinal,
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /** Null for a single frame. */
  containerFps: positive.nullable(),
  /** Capture rate that the file itself states (phones do for slow motion). */
  captureFps: positive.nullable(),
  container: word,
  pixelFormat: word,
  /** Whether the stored pixels are square. */
  isSquare: z.boolean(),
  colour: clipSchema.shape.colour,
  hasAudio: z.boolean(),
  frameTableSource: z.enum(['packets', 'decoded']),
  // Files that were imported before these were known were probed as if they did not exist.
  flip: z.boolean().default(false),
  isInterlaced: z.boolean().default(false),
  dynamicRange: z.enum(['sdr', 'hlg', 'pq', 'unmapped']).default('sdr'),
  ignoresEdits: z.boolean().default(false),
  /** Null where the file does not say. */
  isFullRateIntended: z.boolean().nullable().default(null),
  longestGop: ordinal.nullable().default(null),
  filmTrack: count.default(0),
  readerStart_s: real.nullable().default(null),
});
export type StoredProbe = z.output<typeof storedProbeSchema>;

export const lookSchema = z.object({
  every: ordinal,
  luma: z.array(real).max(MOST_FRAMES),
  blur: z.array(real).max(MOST_FRAMES),
  shift: z.array(z.tuple([real, real]).nullable()).max(MOST_FRAMES),
  zoom: z.array(real.nullable()).max(MOST_FRAMES),
  cuts: z.array(ordinal).max(MOST_FRAMES),
}) satisfies z.ZodType<ClipLook>;

export const soundSchema = z.object({
  hz: positive,
  start: time_s,
  onsets: z.array(z.int().min(0).max(255)).max(MOST_FRAMES),
}) satisfies z.ZodType<ClipSound>;

export interface FileRecord {
  readonly sha256: string;
  readonly bytes: number;
  readonly storage: 'copy' | 'reference';
  /** Name inside the library folder, or the absolute path of a referenced file. */
  readonly place: string;
  readonly probe: StoredProbe;
  readonly frameTable: FrameTable;
  readonly thumbnailCount: number;
  readonly hasProxy: boolean;
  /** Null where the file was not looked at. */
  readonly look: ClipLook | null;
  /** Null without a sound, or where it was not listened to. */
  readonly sound: ClipSound | null;
  /** Its bytes were last seen to be others than those that were imported. */
  readonly isDamaged: boolean;
  /** Whether a case had told another film under this hash, whose keypoints were left out when the bytes came. */
  readonly isNotAsTold: boolean;
}
/** A file that was just hashed, or is not there yet. */
export type NewFile = Omit<FileRecord, 'isDamaged'>;

/**
 * Whether nobody here has looked at the content: what is known of it is what a case without its video told. Whoever looks
 * makes at least one picture of it.
 */
export const isTold = ({ thumbnailCount }: Pick<FileRecord, 'thumbnailCount'>): boolean =>
  thumbnailCount === 0;

/** Rates by which a clip's slow motion is told. */
const ratesSchema = z.object({ containerFps: z.number().nullable(), captureFps: z.number().nullable() });
export type FileRates = z.output<typeof ratesSchema>;

/** Doubles from a BLOB; copied, because a Buffer's memory need not be aligned. */
export const float64From = (blob: Uint8Array): Float64Array => new Float64Array(Uint8Array.from(blob).buffer);

const blobFrom = (values: Float64Array): Buffer =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength);

const doubles = z
  .instanceof(Uint8Array)
  .refine((blob) => blob.byteLength % Float64Array.BYTES_PER_ELEMENT === 0);
const rowSchema = z
  .object({
    sha256: z.string(),
    bytes: z.number(),
    storage: z.enum(['copy', 'reference']),
    place: z.string(),
    probe_json: json(storedProbeSchema),
    first_pts_s: z.number(),
    frame_times: doubles,
    presentation_times: doubles.nullable(),
    thumbnail_count: z.number(),
    has_proxy: z.number(),
    look_json: json(lookSchema).nullable(),
    sound_json: json(soundSchema).nullable(),
    is_damaged: z.number(),
    is_not_as_told: z.number(),
  })
  .transform(
    (row): FileRecord => ({
      sha256: row.sha256,
      bytes: row.bytes,
      storage: row.storage,
      place: row.place,
      probe: row.probe_json,
      frameTable: {
        firstPts: row.first_pts_s,
        times: float64From(row.frame_times),
        ...(row.presentation_times === null
          ? {}
          : { presentationTimes: float64From(row.presentation_times) }),
      },
      thumbnailCount: row.thumbnail_count,
      hasProxy: row.has_proxy === 1,
      look: row.look_json,
      sound: row.sound_json,
      isDamaged: row.is_damaged === 1,
      isNotAsTold: row.is_not_as_told === 1,
    }),
  );

function valuesOf(file: NewFile) {
  const { times, firstPts, presentationTimes } = file.frameTable;
  return {
    sha256: file.sha256,
    bytes: file.bytes,
    storage: file.storage,
    place: file.place,
    probe: JSON.stringify(file.probe),
    firstPts,
    times: blobFrom(times),
    presentationTimes: presentationTimes === undefined ? null : blobFrom(presentationTimes),
    thumbnails: file.thumbnailCount,
    hasProxy: file.hasProxy ? 1 : 0,
    look: file.look && JSON.stringify(file.look),
    sound: file.sound && JSON.stringify(file.sound),
    isNotAsTold: file.isNotAsTold ? 1 : 0,
  };
}

export function filesTable(db: Db) {
  const one = db.prepare('SELECT * FROM files WHERE sha256 = ?');
  const rates = db.prepare(
    "SELECT probe_json ->> '$.containerFps' AS containerFps, probe_json ->> '$.captureFps' AS captureFps FROM files WHERE sha256 = ?",
  );
  const insert = db.prepare(
    `INSERT INTO files (sha256, bytes, storage, place, probe_json, first_pts_s, frame_times, presentation_times,
       thumbnail_count, has_proxy, look_json, sound_json, is_not_as_told, created_at)
     VALUES (@sha256, @bytes, @storage, @place, @probe, @firstPts, @times, @presentationTimes,
       @thumbnails, @hasProxy, @look, @sound, @isNotAsTold, @createdAt)`,
  );
  const replace = db.prepare(
    `UPDATE files SET bytes = @bytes, storage = @storage, place = @place, probe_json = @probe, first_pts_s = @firstPts,
       frame_times = @times, presentation_times = @presentationTimes, thumbnail_count = @thumbnails, has_proxy = @hasProxy,
       look_json = @look, sound_json = @sound, is_not_as_told = @isNotAsTold, is_damaged = 0
     WHERE sha256 = @sha256`,
  );
  const proxy = db.prepare('UPDATE files SET has_proxy = 1 WHERE sha256 = ?');
  const move = db.prepare(
    'UPDATE files SET storage = ?, place = ?, bytes = ?, is_damaged = 0 WHERE sha256 = ?',
  );
  const orphans = db.prepare(
    'DELETE FROM files WHERE NOT EXISTS (SELECT 1 FROM clips WHERE file_sha256 = sha256) RETURNING sha256',
  );
  const unused = db
    .prepare('SELECT sha256 FROM files WHERE NOT EXISTS (SELECT 1 FROM clips WHERE file_sha256 = sha256)')
    .pluck();
  const known = db.prepare('SELECT sha256 FROM files').pluck();
  const checked = db.prepare('UPDATE files SET checked_at = ?, is_damaged = ? WHERE sha256 = ?');
  const thumbnails = db.prepare('UPDATE files SET thumbnail_count = ? WHERE sha256 = ?');
  const toCheck = db
    .prepare(
      `SELECT sha256 FROM files WHERE checked_at IS NULL OR checked_at < ? OR (is_damaged = 1 AND checked_at < ?)
       ORDER BY checked_at NULLS FIRST, sha256`,
    )
    .pluck();
  const references = db.prepare("SELECT sha256, place FROM files WHERE storage = 'reference'");
  const damaged = db.prepare('SELECT count(*) FROM files WHERE is_damaged = 1').pluck();
  const copies = db.prepare("SELECT place FROM files WHERE storage = 'copy'").pluck();
  const find = (sha256: string): FileRecord | undefined => maybe(rowSchema, one.get(sha256));
  return {
    find,
    get: (sha256: string): FileRecord => found(find(sha256)),
    /** Without reading its frame times, look and sound. */
    rates: (sha256: string): FileRates => found(maybe(ratesSchema, rates.get(sha256))),
    insert(file: NewFile, createdAt: string): void {
      insert.run({ ...valuesOf(file), createdAt });
    },
    /** What was found out by looking, over what was told. */
    replace: (file: NewFile): void => void replace.run(valuesOf(file)),
    markProxy: (sha256: string): void => void proxy.run(sha256),
    /** The same content, just hashed, is now kept elsewhere or anew. */
    setPlace: (
      sha256: string,
      { storage, place, bytes }: Pick<FileRecord, 'storage' | 'place' | 'bytes'>,
    ): void => void move.run(storage, place, bytes, sha256),
    setThumbnails: (sha256: string, count: number): void => void thumbnails.run(count, sha256),
    /** @param at ISO instant at which its bytes were compared with its hash */
    setChecked: (sha256: string, at: string, isDamaged: boolean): void =>
      void checked.run(at, isDamaged ? 1 : 0, sha256),
    /**
     * Hashes of files that were never compared, last before `before`, or found damaged before `start` (ISO instants), the
     * longest ago first.
     */
    toCheck: (before: string, start: string): string[] =>
      z.array(z.string()).parse(toCheck.all(before, start)),
    /** Originals that stay where they are. */
    references: (): Pick<FileRecord, 'sha256' | 'place'>[] =>
      z.array(z.object({ sha256: z.string(), place: z.string() })).parse(references.all()),
    countDamaged: (): number => z.number().parse(damaged.get()),
    /** Hashes of what no clip uses any more. */
    unused: (): string[] => z.array(z.string()).parse(unused.all()),
    /** Deletes the rows that no clip uses any more and returns their hashes. */
    removeUnused: (): string[] =>
      orphans.all().map((row) => z.object({ sha256: z.string() }).parse(row).sha256),
    /** Names in the library's folder of videos. */
    copies: (): Set<string> => new Set(z.array(z.string()).parse(copies.all())),
    hashes: (): Set<string> => new Set(z.array(z.string()).parse(known.all())),
  };
}
