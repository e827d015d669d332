import { z } from 'zod';

/** The published schema of the drill plan in `analysis.json`. Equal to `shared/domain/plan.ts` (type test). */
const phase = z.union([z.literal(1), z.literal(2), z.literal(3)]);

const doseSchema = z.object({
  sets: z.int().positive(),
  amount: z.number().positive(),
  unit: z.enum(['reps', 's', 'contacts', 'm']),
  per_side: z.boolean(),
});

const planItemSchema = z.object({
  exercise: z.string(),
  dose: doseSchema,
  minutes: z.number().nonnegative(),
  why: z.union([
    z.object({ kind: z.literal('finding'), rule: z.string() }),
    z.object({ kind: z.literal('phase'), phase }),
    z.object({ kind: z.literal('recovery') }),
  ]),
});

const planWeekSchema = z.object({
  index: z.int().nonnegative(),
  phase,
  light: z.boolean(),
  provisional: z.boolean(),
  load: z.number().nonnegative(),
  days: z.array(
    z.object({
      weekday: z.int().min(1).max(7),
      date: z.iso.date().nullable(),
      items: z.array(planItemSchema),
    }),
  ),
});

export const planSchema = z.object({
  start_date: z.iso.date().nullable(),
  weeks: z.array(planWeekSchema),
  priorities: z.array(z.string()),
  notes: z.array(z.string()),
  retest_after_weeks: z.number().nonnegative(),
});
