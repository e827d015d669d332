import { z } from 'zod';
import { MOST_WRITTEN, ordinal, real, typed } from './bounds.ts';
import { doseSchema } from './planSchema.ts';

/**
 * What the coach and the athlete enter for the programme, as it is stored, sent and read from files. Equal to
 * `shared/domain/assessment.ts`, `drillLog.ts` and `planOverride.ts` (type test).
 */
const side = z.enum(['L', 'R']);
const id = typed().min(1).max(100);
const text = typed().max(2000);
const outOfTen = z.number().min(0).max(10);
const weekday = z.int().min(1).max(7);

export const bodyAreaSchema = z.enum([
  'toes',
  'forefoot',
  'sole',
  'heel',
  'ankle',
  'achilles',
  'calf',
  'shin',
  'knee',
  'hip',
  'back',
  'other',
]);

export const assessmentSchema = z.object({
  id,
  date: z.iso.date(),
  kind: z.enum(['baseline', 'retest']),
  cycle: ordinal,
  results: z
    .array(
      z.object({
        test: id,
        side: side.nullable(),
        value: real,
        trials: z.array(real).max(100),
        condition: z.enum(['eyes_open', 'eyes_closed']).nullable(),
      }),
    )
    .max(MOST_WRITTEN),
  observations: z
    .array(z.object({ id: z.enum(['toe_clawing', 'arch_collapse', 'wobble']), side, seen: z.boolean() }))
    .max(MOST_WRITTEN),
  pain_next_morning: outOfTen.nullable(),
  note: text,
});

/** The coach's reason is not optional: a phase is opened on the record or not at all. */
export const gateOverrideSchema = z.object({
  opens: z.union([z.literal(2), z.literal(3)]),
  reason: text.min(1),
  date: z.iso.date(),
});

export const logEntrySchema = z.object({
  id,
  date: z.iso.date(),
  exercise: id.nullable(),
  done: z.enum(['done', 'partly', 'skipped']),
  rpe: outOfTen.nullable(),
  soreness: z.array(z.object({ area: bodyAreaSchema, side: side.nullable(), level: outOfTen })).max(100),
  note: text,
  pain_answer: z
    .union([
      z.object({ pain: z.literal(false) }),
      z.object({ pain: z.literal(true), area: bodyAreaSchema, level: outOfTen }),
    ])
    .nullable(),
});

export const painClearanceSchema = z.object({
  area: bodyAreaSchema,
  date: z.iso.date(),
  reason: text.min(1),
});

/** The file in which an athlete hands the log back. */
export const logFileSchema = z.object({
  schemaVersion: z.literal(1),
  plan_start: z.iso.date(),
  entries: z.array(logEntrySchema).max(5000),
});

const common = { id, reason: text, week: z.int().min(1).max(8).nullable() };
const move = z.object({
  ...common,
  kind: z.literal('move'),
  exercise: id,
  from: weekday,
  to: weekday,
});
const swap = z.object({ ...common, kind: z.literal('swap'), exercise: id, by: id });
const remove = z.object({ ...common, kind: z.literal('remove'), exercise: id });
const add = z.object({
  ...common,
  kind: z.literal('add'),
  weekday,
  exercise: id,
  dose: doseSchema.nullable(),
});
const dose = z.object({ ...common, kind: z.literal('dose'), exercise: id, dose: doseSchema });
const lock = z.object({
  ...common,
  kind: z.literal('lock'),
  weekday,
  items: z.array(z.object({ exercise: id, dose: doseSchema })).max(8),
});
const unlock = z.object({ ...common, kind: z.literal('unlock'), weekday });
export const planOverrideSchema = z.union([move, swap, remove, add, dose, lock, unlock]);

/** A change as the coach asks for it, before the host has given it an id. */
export const newOverrideSchema = z.union([
  move.omit({ id: true }),
  swap.omit({ id: true }),
  remove.omit({ id: true }),
  add.omit({ id: true }),
  dose.omit({ id: true }),
  lock.omit({ id: true }),
  unlock.omit({ id: true }),
]);
