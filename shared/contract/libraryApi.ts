import { z } from 'zod';
import { byteCount, count, instant, MOST_ITEMS, ordinal, word } from './bounds.ts';
import { idSchema } from './librarySchemas.ts';
import { mutation, query } from './method.ts';
import { errorSchema } from './workSchemas.ts';

const nothing = z.strictObject({});

export const libraryStateSchema = z.object({
  /** Nothing is stored any more: the library's folder or database is gone, or another program has it. */
  isLost: z.boolean(),
  /** Rows that lists left out since the start, because they do not parse. */
  damagedRows: count,
  /** Files that no entry of the library knows, put aside at starts; null where there are none. */
  found: z.object({ files: ordinal, bytes: byteCount, since: instant }).nullable(),
});

const copySchema = z.object({
  id: idSchema,
  kind: z.enum(['snapshot', 'before_migration', 'before_restore', 'replaced']),
  madeAt: instant,
  bytes: byteCount,
});

export const rescueStateSchema = z.object({
  /** Why the library does not open; null where it is open. */
  problem: errorSchema.nullable(),
  /** Where it is, to be shown. */
  libraryPlace: word,
  /** Copies of its database that can be taken instead, newest first. */
  copies: z.array(copySchema).max(MOST_ITEMS),
});
export type RescueState = z.output<typeof rescueStateSchema>;

/** The library as a folder: how it is, and what can be done where it does not open. */
export const libraryApi = {
  'library.state': query(nothing, libraryStateSchema),
  /** Deletes what was found for good. */
  'library.removeFound': mutation(nothing, nothing),
  'rescue.state': query(nothing, rescueStateSchema),
  /** Takes a copy in place of the database, which is kept beside it, and opens the library. */
  'rescue.take': mutation(z.strictObject({ id: idSchema }), nothing),
  /** Begins with an empty database; what lies in the folder stays. */
  'rescue.startNew': mutation(nothing, nothing),
};
