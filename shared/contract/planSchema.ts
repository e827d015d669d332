import { z } from 'zod';

/** The published schema of the drill plan in `analysis.json`. Equal to `shared/domain/plan.ts` (type test). */
const phase = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const side = z.enum(['L', 'R']);
const planNoteSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const doseSchema = z.object({
  sets: z.int().positive(),
  amount: z.number().positive(),
  unit: z.enum(['reps', 's', 'contacts', 'm']),
  per_side: z.boolean(),
});

export const planItemSchema = z.object({
  exercise: z.string(),
  dose: doseSchema,
  minutes: z.number().nonnegative(),
  why: z.union([
    z.object({ kind: z.literal('finding'), rule: z.string() }),
    z.object({ kind: z.literal('phase'), phase }),
    z.object({ kind: z.literal('recovery') }),
    z.object({ kind: z.literal('footwear') }),
    z.object({ kind: z.literal('coach'), override: z.string() }),
  ]),
  first_side: side.nullable(),
  cadence: z
    .object({
      spm: z.number().positive(),
      percent: z.number().nonnegative(),
      beat_share: z.number().min(0).max(1),
    })
    .nullable(),
  locked: z.boolean(),
});

const planDaySchema = z.object({
  weekday: z.int().min(1).max(7),
  date: z.iso.date().nullable(),
  kind: z.enum(['training', 'off', 'race', 'before_race', 'after_race', 'holiday', 'ill']),
  items: z.array(planItemSchema),
  advice: z.array(z.string()),
});

const planWeekSchema = z.object({
  index: z.int().positive(),
  phase,
  light: z.boolean(),
  provisional: z.boolean(),
  load: z.number().nonnegative(),
  footwear: z.string(),
  surface: z.string(),
  days: z.array(planDaySchema),
  notes: z.array(planNoteSchema),
});

const planAnswerSchema = z.object({
  rule: z.string(),
  side: side.nullable(),
  confirmed_by_coach: z.boolean(),
  evidence: z.array(
    z.object({
      metric: z.string(),
      side: side.nullable(),
      value: z.number(),
      total: z.number(),
      n: z.int().nonnegative(),
    }),
  ),
  frames: z.array(z.object({ clip: z.string(), frame: z.int().nonnegative(), time_s: z.number() })),
  drills: z.array(z.string()),
});

export const planSchema = z.object({
  start_date: z.iso.date().nullable(),
  cycle: z.int().positive(),
  weeks: z.array(planWeekSchema),
  priorities: z.array(z.string()),
  answers: z.array(planAnswerSchema),
  gates: z.array(
    z.object({
      opens: phase,
      passed: z.boolean(),
      by: z.enum(['tests', 'coach']).nullable(),
      reason: z.string().nullable(),
    }),
  ),
  notes: z.array(planNoteSchema),
  retest_after_weeks: z.number().nonnegative(),
});
