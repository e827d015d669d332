import { z } from 'zod';
import { ordinal, word } from './bounds.ts';
import { errorSchema, progressSchema } from './workSchemas.ts';

const seq = ordinal;
const jobId = word;
const method = word;

/**
 * What the host tells every window. `seq` rises by one per event, so a gap means that events were missed and that
 * cached data must be fetched again.
 */
export const eventSchema = z.discriminatedUnion('type', [
  z.object({ seq, type: z.literal('job.progress'), jobId, method, progress: progressSchema }),
  z.object({ seq, type: z.literal('job.done'), jobId, method, result: z.unknown() }),
  z.object({ seq, type: z.literal('job.failed'), jobId, method, error: errorSchema }),
  z.object({
    seq,
    type: z.literal('data.changed'),
    /** Which group of methods would now answer differently. */
    scope: z.enum([
      'settings',
      'athletes',
      'sessions',
      'clips',
      'pose',
      'analysis',
      'edits',
      'exports',
      'program',
      'library',
    ]),
  }),
]);

export type AppEvent = z.output<typeof eventSchema>;
type Unnumbered<E> = E extends unknown ? Omit<E, 'seq'> : never;
export type NewEvent = Unnumbered<AppEvent>;
export type DataScope = Extract<AppEvent, { type: 'data.changed' }>['scope'];
