import { z } from 'zod';
import { byteCount, count, instant, MOST_ITEMS, typed, word } from './bounds.ts';
import { exportSchema } from './workSchemas.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Places in a library that a backup holds; none leads out of it. */
const place = z
  .string()
  .regex(
    /^(library\.db|videos\/[0-9a-f]{64}(\.[A-Za-z0-9]{1,8})?|derived\/[0-9a-f]{64}\/thumbnail-\d{3}\.jpg)$/,
  );

export const BACKUP_VERSION = 1;

/** `manifest.json`, the first entry of a backup: every other entry with its size and SHA-256, in their order. */
export const backupManifestSchema = z.strictObject({
  format: z.literal('midstance-backup'),
  version: z.literal(BACKUP_VERSION),
  app_version: typed().max(100),
  made_at: instant,
  files: z.array(z.strictObject({ name: place, bytes: byteCount, sha256 })).max(1_000_000),
});
export type BackupManifest = z.output<typeof backupManifestSchema>;

export const waitingSchema = z.object({
  /** When the backup was made that takes the library's place at the next start; null where none does. */
  madeAt: instant.nullable(),
});

/** A clip by what the coach knows it by. */
const namedClipSchema = z.object({ fileName: word, athlete: word, date: z.iso.date() });
export type NamedClip = z.output<typeof namedClipSchema>;

/** What is written, and clips whose videos the library itself does not have whole. */
export const backupMadeSchema = exportSchema.extend({
  damaged: z.array(namedClipSchema.extend({ state: z.enum(['damaged', 'missing']) })).max(MOST_ITEMS),
});

export const restoreSchema = z.object({
  /** When the backup was made. */
  madeAt: instant,
  athletes: count,
  clips: count,
  /** Clips whose videos did not come: damaged in the backup, not in it, or originals that this library does not know. */
  lost: z.array(namedClipSchema).max(MOST_ITEMS),
});
