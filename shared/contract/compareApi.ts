import { z } from 'zod';
import { ALIGNMENT_DEFINITIONS } from '../domain/alignment.ts';
import { MOST_FRAMES } from '../domain/frameTable.ts';
import { analysisSchema, noticeSchema, surfaceSchema } from './analysisSchema.ts';
import { count, MOST_ITEMS, ordinal, positive, real, word } from './bounds.ts';
import { idSchema } from './librarySchemas.ts';
import { query } from './method.ts';

const side = z.enum(['L', 'R']);
const percent = z.number().min(0).max(100);

const cycleSchema = z.object({
  side,
  /** Cycles in the mean, and cycles left out of it. */
  n: ordinal,
  excluded: count,
  /** 101 points from contact to the next contact of the foot. */
  mean: z.array(real).length(101),
  /** Null for a single cycle. */
  sd: z.array(real).length(101).nullable(),
  toeOffPercent: percent.nullable(),
});

export const curveSchema = z.object({
  id: word,
  unit: word,
  traces: z
    .array(
      z.object({
        side: side.nullable(),
        /** One for every `everyFrames`-th frame; null where it cannot be read. */
        values: z.array(real.nullable()).max(MOST_FRAMES),
      }),
    )
    .max(MOST_ITEMS),
  cycles: z.array(cycleSchema).max(MOST_ITEMS),
});
export const clipCurvesSchema = z.object({
  plane: z.enum(['side', 'frontal']),
  everyFrames: ordinal,
  curves: z.array(curveSchema).max(MOST_ITEMS),
});

const point = z.object({ x: real, y: real });
/** The shape of `AlignedContact` in `shared/domain/alignment.ts`. */
const alignedContactSchema = z.object({
  side,
  contactS: real,
  atS: real,
  counts: z.boolean(),
  lines: z
    .array(
      z.object({
        id: z.enum([...ALIGNMENT_DEFINITIONS, 'midfoot']),
        ...{ anchor: point, plumb: point, joint: point },
        ...{ value: real.nullable(), deg: real, offset: real },
      }),
    )
    .max(MOST_ITEMS),
});

const viewSchema = z.enum(['side', 'rear', 'front', 'oblique', 'unknown']);
const conditionsSchema = z.object({
  speedMps: real.nullable(),
  captureFps: real,
  view: word,
  nearLeg: z.boolean().nullable(),
  surface: word,
});

/** What a session measured, and how it was filmed. */
export const sessionHistorySchema = z.object({
  sessionId: idSchema,
  date: z.iso.date(),
  setup: z.object({
    shots: z
      .array(z.object({ view: viewSchema, nearSide: side.nullable(), captureFps: positive }))
      .max(MOST_ITEMS),
    speedMps: real.nullable(),
    inclinePercent: real.nullable(),
    surface: surfaceSchema,
    shoe: word.nullable(),
  }),
  /** Reported values only. */
  readings: z
    .array(z.object({ metric: analysisSchema.shape.metrics.element, conditions: conditionsSchema }))
    .max(MOST_ITEMS),
});

export const compareApi = {
  /** Joint angles and heights of a clip with the coach's edits as they are now; `reason` says why there are none. */
  'analysis.curves': query(
    z.strictObject({ clipId: idSchema }),
    z.object({ curves: clipCurvesSchema.nullable(), reason: noticeSchema.nullable() }),
  ),
  /** Where the definitions of "foot under the body" lie on each contact of a clip, with the coach's edits as they are now. */
  'analysis.alignment': query(
    z.strictObject({ clipId: idSchema }),
    z.object({
      plane: z.enum(['side', 'frontal']).nullable(),
      contacts: z.array(alignedContactSchema).max(MOST_ITEMS),
      /** Why there are none. */
      reason: noticeSchema.nullable(),
    }),
  ),
  /** The newest analysis of each session of an athlete, oldest session first. */
  'analysis.history': query(
    z.strictObject({ athleteId: idSchema }),
    z.array(sessionHistorySchema).max(MOST_ITEMS),
  ),
} as const;

export type AlignmentAnswer = z.output<(typeof compareApi)['analysis.alignment']['output']>;
export type CurvesAnswer = z.output<(typeof compareApi)['analysis.curves']['output']>;
export type ClipCurvesView = z.output<typeof clipCurvesSchema>;
export type CurveView = z.output<typeof curveSchema>;
export type SessionHistory = z.output<typeof sessionHistorySchema>;
