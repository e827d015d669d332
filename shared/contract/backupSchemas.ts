import { z } from 'zod';
import { byteCount, count, instant, typed } from './bounds.ts';

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

export const restoreSchema = z.object({
  /** When the backup was made. */
  madeAt: instant,
  athletes: count,
  clips: count,
});
