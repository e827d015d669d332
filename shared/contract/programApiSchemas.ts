import { z } from 'zod';
import { count, instant, MOST_ITEMS, ordinal, real, typed, word } from './bounds.ts';
import { idSchema } from './librarySchemas.ts';
import { planSchema } from './planSchema.ts';
import {
  assessmentSchema,
  gateOverrideSchema,
  logEntrySchema,
  painClearanceSchema,
  planOverrideSchema,
} from './programSchemas.ts';
import {
  archAdviceSchema,
  openPainSchema,
  planChangeSchema,
  readingSchema,
  standingSchema,
  trendSchema,
} from './programViewSchemas.ts';

const date = z.iso.date();
const calendarEntrySchema = z
  .object({ kind: z.enum(['race', 'holiday', 'ill']), from: date, to: date, name: typed().max(200) })
  .refine(({ from, to }) => from <= to, { error: 'ends before it begins', path: ['to'] });

/** What the coach sets for an athlete's plans; equal to the fields of `PlanInput` of the same names. */
const optionFields = {
  weeks: z.union([z.literal(6), z.literal(7), z.literal(8)]),
  /** 1-7, Monday first. */
  trainingDays: z
    .array(z.int().min(1).max(7))
    .max(7)
    .min(1)
    .refine((days) => new Set(days).size === days.length, { error: 'a day is named twice' }),
  minutesPerDay: z.number().min(10).max(90),
  /** Most main exercises on one day. */
  maxExercises: z.int().min(1).max(8),
  equipment: z.array(typed().min(1).max(100)).max(40),
  noBarefoot: z.boolean(),
  footwear: z.object({ wanted: z.boolean(), comfortableStride: z.boolean() }),
  calendar: z.array(calendarEntrySchema).max(100),
};
export const programOptionsSchema = z.object(optionFields);
export const programOptionsPatchSchema = z.strictObject(optionFields).partial();

/** What the plan's findings and the runner's own cadence were taken from. */
const basisSchema = z.object({
  sessionId: idSchema,
  analysisId: idSchema,
  sessionDate: date,
  createdAt: instant,
});

/** One cycle of an athlete: its plan, what it rests on, and what changed last. */
export const planCycleSchema = z.object({
  planId: idSchema,
  cycle: ordinal,
  /** Rises with every change of the plan; for calendars. */
  sequence: count,
  plan: planSchema,
  /** Null where the plan was made without an analysis, or its session was deleted. */
  basis: basisSchema.nullable(),
  loadBefore: real.nullable(),
  madeOn: date,
  /** Day for which the plan was last made anew: what lies before is history. */
  asOf: date,
  /** Null for the cycle at hand. */
  endedOn: date.nullable(),
  lastChange: z.object({
    date,
    cause: z.enum([
      'made',
      'update',
      'analysis',
      'options',
      'override',
      'undo',
      'redo',
      'tests',
      'log',
      'pain',
    ]),
    changes: z.array(planChangeSchema).max(MOST_ITEMS),
  }),
  /** Tests before this cycle against those made in it, by side: before/after. */
  tests: z
    .array(
      z.object({
        test: word,
        side: z.enum(['L', 'R']).nullable(),
        before: z.object({ date, value: real }),
        after: z.object({ date, value: real }),
        change: real,
        verdict: z.enum(['better', 'worse', 'same', 'changed']),
      }),
    )
    .max(MOST_ITEMS),
});

/** Everything that an athlete's programme screen shows, as of the date that was asked for. */
export const programStateSchema = z.object({
  athleteId: idSchema,
  today: date,
  options: programOptionsSchema,
  current: planCycleSchema.nullable(),
  /** Cycles that are over, oldest first. */
  finished: z.array(planCycleSchema).max(MOST_ITEMS),
  /** What `program.makePlan` would begin; null while the plan at hand has begun. */
  next: z.object({ cycle: ordinal, loadBefore: real.nullable(), earliestStart: date }).nullable(),
  /** What `program.update` would do now; null where it would change nothing. */
  pending: z
    .object({ changes: z.array(planChangeSchema).max(MOST_ITEMS), newerAnalysis: basisSchema.nullable() })
    .nullable(),
  /** Newest analysis of each session of the athlete, newest session first. */
  analyses: z.array(basisSchema).max(MOST_ITEMS),
  /** Changes of the plan at hand that are in force, in their order. */
  overrides: z.array(planOverrideSchema).max(MOST_ITEMS),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
  assessments: z.array(assessmentSchema).max(MOST_ITEMS),
  standing: standingSchema,
  /** Against the own baseline; the foot-off excursion comes from the analyses. */
  trends: z.array(trendSchema).max(MOST_ITEMS),
  archAdvice: archAdviceSchema.nullable(),
  /** Phases that the coach opened in this cycle. */
  gateOverrides: z.array(gateOverrideSchema).max(MOST_ITEMS),
  log: z.array(logEntrySchema).max(MOST_ITEMS),
  reading: readingSchema,
  pains: z.array(openPainSchema).max(MOST_ITEMS),
  clearances: z.array(painClearanceSchema).max(MOST_ITEMS),
});

/** What the plan of a cycle answers, in the last analysis up to its first day and in the last one since. */
export const videoChangesSchema = z.object({
  before: basisSchema.nullable(),
  after: basisSchema.nullable(),
  changes: z
    .array(
      z.object({
        rule: word,
        metric: word,
        side: z.enum(['L', 'R']).nullable(),
        unit: word,
        before: real.nullable(),
        after: real.nullable(),
        /** A change only beyond what two days differ by anyway, and under the same conditions. */
        change: z.union([
          z.object({ kind: z.enum(['changed', 'within_error']), delta: real, detectable: real }),
          z.object({
            kind: z.literal('not_comparable'),
            reason: z.enum(['absent', 'no_day_to_day_figure', 'speed', 'view', 'leg', 'rate', 'surface']),
          }),
        ]),
      }),
    )
    .max(MOST_ITEMS),
});

export const assessmentInputSchema = z.strictObject({
  ...assessmentSchema.omit({ id: true, cycle: true }).shape,
  /** Null for a new one. */
  id: idSchema.nullable(),
});

/** A line of the log as it is typed. The answer about pain is given with `program.answerPain` only. */
export const logEntryInputSchema = z.strictObject({
  ...logEntrySchema.omit({ id: true, pain_answer: true }).shape,
  /** Null for a new one; an id that is there already is changed. */
  id: typed().min(1).max(100).nullable(),
});

export type ProgramOptions = z.output<typeof programOptionsSchema>;
export type ProgramOptionsPatch = z.output<typeof programOptionsPatchSchema>;
export type PlanBasis = z.output<typeof basisSchema>;
export type PlanCycle = z.output<typeof planCycleSchema>;
export type ProgramState = z.output<typeof programStateSchema>;
export type VideoChanges = z.output<typeof videoChangesSchema>;
export type AssessmentInput = z.output<typeof assessmentInputSchema>;
export type LogEntryInput = z.output<typeof logEntryInputSchema>;
