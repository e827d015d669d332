import { z } from 'zod';
import { surfaceSchema } from './analysisSchema.ts';
import { count, MOST_ITEMS, typed, word } from './bounds.ts';
import { fatigueSchema, sessionSchema } from './librarySchemas.ts';

const day = z.iso.date().nullable().default(null);
const label = typed().max(60).nullable().default(null);

/** What sessions are looked for by; whatever is null or empty is not asked. */
export const sessionSearchSchema = z.strictObject({
  /** Words that must all stand in name, groups, tags, shoe, notes, date or a clip's file name; case and accents do not count. */
  text: typed().max(200).default(''),
  group: label,
  tag: label,
  surface: surfaceSchema.nullable().default(null),
  fatigue: fatigueSchema.nullable().default(null),
  state: z.enum(['analysed', 'open']).nullable().default(null),
  from: day,
  to: day,
  limit: z.int().min(1).max(200).default(50),
  offset: count.default(0),
});

/** Newest first. */
export const foundSessionsSchema = z.object({
  /** Of all pages together. */
  total: count,
  sessions: z
    .array(sessionSchema.extend({ athleteName: word, groups: z.array(word).max(MOST_ITEMS) }))
    .max(MOST_ITEMS),
});

/** Words in use, in their order. */
export const labelsSchema = z.object({
  groups: z.array(word).max(MOST_ITEMS),
  tags: z.array(word).max(MOST_ITEMS),
});

export type SessionSearch = z.output<typeof sessionSearchSchema>;
export type FoundSessions = z.output<typeof foundSessionsSchema>;
export type Labels = z.output<typeof labelsSchema>;
