import { z } from 'zod';
import { surfaceSchema } from './analysisSchema.ts';
import { fatigueSchema, sessionSchema } from './librarySchemas.ts';

const day = z.iso.date().nullable().default(null);
const label = z.string().max(60).nullable().default(null);

/** What sessions are looked for by; whatever is null or empty is not asked. */
export const sessionSearchSchema = z.strictObject({
  /** Words that must all stand in name, groups, tags, shoe, notes, date or a clip's file name; case and accents do not count. */
  text: z.string().max(200).default(''),
  group: label,
  tag: label,
  surface: surfaceSchema.nullable().default(null),
  fatigue: fatigueSchema.nullable().default(null),
  state: z.enum(['analysed', 'open']).nullable().default(null),
  from: day,
  to: day,
  limit: z.int().min(1).max(200).default(50),
  offset: z.int().nonnegative().default(0),
});

/** Newest first. */
export const foundSessionsSchema = z.object({
  /** Of all pages together. */
  total: z.int().nonnegative(),
  sessions: z.array(sessionSchema.extend({ athleteName: z.string(), groups: z.array(z.string()) })),
});

/** Words in use, in their order. */
export const labelsSchema = z.object({ groups: z.array(z.string()), tags: z.array(z.string()) });

export type SessionSearch = z.output<typeof sessionSearchSchema>;
export type FoundSessions = z.output<typeof foundSessionsSchema>;
export type Labels = z.output<typeof labelsSchema>;
