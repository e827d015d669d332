import { z } from 'zod';
import { count, MOST_ITEMS, ordinal, real, word } from './bounds.ts';
import { bodyAreaSchema } from './programSchemas.ts';

/** What the programme derives and shows: changes of a plan, gates, what the log says, comparisons of tests. */
const side = z.enum(['L', 'R']);
const phase = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const share = z.number().min(0).max(1);
export const codedNoteSchema = z.object({
  code: word,
  params: z.record(word, z.union([word, real])),
});

/** Equal to `PlanChange` of `shared/program/diffPlans.ts`; `changeText` of `shared/text` says it in words. */
export const planChangeSchema = z.object({
  kind: z.enum(['added', 'removed', 'dose', 'phase', 'gate', 'light', 'day', 'weeks', 'priority']),
  week: count,
  weekday: z.int().min(1).max(7).nullable(),
  date: z.iso.date().nullable(),
  exercise: word.nullable(),
  from: word,
  to: word,
  reasons: z.array(codedNoteSchema).max(MOST_ITEMS),
});

/** Equal to `Standing` of `shared/program/gates.ts` without the records, which are in the plan. */
export const standingSchema = z.object({
  /** Null without a baseline, which keeps the plan in phase 1. */
  openPhase: phase.nullable(),
  gates: z
    .array(
      z.object({
        opens: z.union([z.literal(2), z.literal(3)]),
        passed: z.boolean(),
        criteria: z
          .array(
            z.object({
              id: word,
              side: side.nullable(),
              /** Null while it has not been measured, which does not open the gate. */
              met: z.boolean().nullable(),
              value: real.exactOptional(),
              limit: real.exactOptional(),
            }),
          )
          .max(MOST_ITEMS),
      }),
    )
    .max(MOST_ITEMS),
  /** Baseline tests still missing, `test:side`. */
  missing: z.array(word).max(MOST_ITEMS),
});

/** Equal to `LogReading` of `shared/program/readLog.ts`, null for what is not there yet. */
export const readingSchema = z.object({
  adaptation: z.object({
    hold: z.boolean(),
    ease: share,
    stopped: z.array(bodyAreaSchema).max(MOST_ITEMS),
    painFree: z.boolean(),
    notes: z.array(codedNoteSchema).max(MOST_ITEMS),
  }),
  questions: z
    .array(z.object({ entry: word, date: z.iso.date(), words: z.array(word).max(MOST_ITEMS) }))
    .max(MOST_ITEMS),
  /** Null before the first whole week of the plan is over. */
  adherence: z.object({ share, weeks: ordinal, habitWeeks: count }).nullable(),
  /** The fixed safety text is shown on top. */
  showReferral: z.boolean(),
});

/** A place that was answered with yes and not cleared. */
export const openPainSchema = z.object({
  area: bodyAreaSchema,
  /** Worst of the answers that are open, 0-10, and the date of the last one. */
  level: z.number().min(0).max(10),
  since: z.iso.date(),
  /** First day on which the coach may clear it. */
  clearableFrom: z.iso.date(),
});

/** Equal to `Trend` of `shared/program/assessment.ts`. */
export const trendSchema = z.object({
  test: word,
  side: side.nullable(),
  points: z.array(z.object({ date: z.iso.date(), value: real })).max(MOST_ITEMS),
  /** Last value minus the first; absent with one value. */
  change: real.exactOptional(),
  verdict: z.enum(['better', 'worse', 'same', 'changed']).exactOptional(),
});

export const archAdviceSchema = z.object({
  code: z.literal('arch_ask_physiotherapist'),
  sides: z.array(side).max(MOST_ITEMS),
  cycles: ordinal,
});
