import { z } from 'zod';
import { count, MOST_ITEMS, nonnegative, ordinal, positive, real, word } from './bounds.ts';

/** The published schema of the drill plan in `analysis.json`. Equal to `shared/domain/plan.ts` (type test). */
const phase = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const side = z.enum(['L', 'R']);
const planNoteSchema = z.object({
  code: word,
  params: z.record(word, z.union([word, real])),
});

export const doseSchema = z.object({
  sets: z.int().positive().max(100),
  // Of any unit: the longest is some hours or a marathon.
  amount: z.number().positive().max(50_000),
  unit: z.enum(['reps', 's', 'contacts', 'm']),
  per_side: z.boolean(),
});

export const planItemSchema = z.object({
  exercise: word,
  dose: doseSchema,
  minutes: nonnegative,
  why: z.union([
    z.object({ kind: z.literal('finding'), rule: word }),
    z.object({ kind: z.literal('phase'), phase }),
    z.object({ kind: z.literal('recovery') }),
    z.object({ kind: z.literal('footwear') }),
    z.object({ kind: z.literal('coach'), override: word }),
  ]),
  first_side: side.nullable(),
  cadence: z
    .object({
      spm: positive,
      percent: nonnegative,
      beat_share: z.number().min(0).max(1),
    })
    .nullable(),
  locked: z.boolean(),
});

const planDaySchema = z.object({
  weekday: z.int().min(1).max(7),
  date: z.iso.date().nullable(),
  kind: z.enum(['training', 'off', 'race', 'before_race', 'after_race', 'holiday', 'ill']),
  items: z.array(planItemSchema).max(MOST_ITEMS),
  advice: z.array(word).max(MOST_ITEMS),
});

const planWeekSchema = z.object({
  index: ordinal,
  phase,
  light: z.boolean(),
  provisional: z.boolean(),
  load: nonnegative,
  footwear: word,
  surface: word,
  days: z.array(planDaySchema).max(MOST_ITEMS),
  notes: z.array(planNoteSchema).max(MOST_ITEMS),
});

const planAnswerSchema = z.object({
  rule: word,
  side: side.nullable(),
  confirmed_by_coach: z.boolean(),
  evidence: z
    .array(
      z.object({
        metric: word,
        side: side.nullable(),
        value: real,
        total: real,
        n: count,
      }),
    )
    .max(MOST_ITEMS),
  frames: z.array(z.object({ clip: word, frame: count, time_s: real })).max(MOST_ITEMS),
  drills: z.array(word).max(MOST_ITEMS),
});

export const planSchema = z.object({
  start_date: z.iso.date().nullable(),
  cycle: ordinal,
  weeks: z.array(planWeekSchema).max(MOST_ITEMS),
  priorities: z.array(word).max(MOST_ITEMS),
  answers: z.array(planAnswerSchema).max(MOST_ITEMS),
  gates: z
    .array(
      z.object({
        opens: phase,
        passed: z.boolean(),
        by: z.enum(['tests', 'coach']).nullable(),
        reason: word.nullable(),
      }),
    )
    .max(MOST_ITEMS),
  notes: z.array(planNoteSchema).max(MOST_ITEMS),
  retest_after_weeks: nonnegative,
});
