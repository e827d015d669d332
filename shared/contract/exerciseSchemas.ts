import { z } from 'zod';
import { MOST_ITEMS, typed, word } from './bounds.ts';
import { idSchema } from './librarySchemas.ts';
import { doseSchema } from './planSchema.ts';
import { bodyAreaSchema } from './programSchemas.ts';

/** Exercises as they are sent and stored. Equal to `shared/program/data/exercise.ts` (type test). */
const id = typed().min(1).max(100);
const line = typed().trim().min(1).max(200);
const sentence = typed().trim().min(1).max(1000);
const sentences = z.array(sentence).max(20);
const phase = z.union([z.literal(1), z.literal(2), z.literal(3)]);

/** What a coach may write; id, source and load level are not among it. */
const written = {
  name: line,
  domain: z.enum(['mobility', 'strength', 'functional']),
  phases: z.array(phase).min(1).max(3),
  dose: doseSchema,
  tempo: line.exactOptional(),
  equipment: z.array(line).max(10),
  surface: line,
  footwear: line,
  how: sentences.min(1),
  cues: sentences,
  why: sentence,
  progression: sentence,
  regression: sentence,
  videoCheck: sentence,
  loads: z.array(bodyAreaSchema).min(1).max(20),
  contraindications: sentences,
  maxPerWeek: z.int().min(1).max(7).exactOptional(),
  /** Days that must lie between two times. */
  restDays: z.int().min(0).max(6).exactOptional(),
  isCadenceWork: z.literal(true).exactOptional(),
  targets: line.exactOptional(),
};
const kind = z.enum(['main', 'recovery', 'activation', 'cue', 'adjunct']);
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const needsPainFree = z.literal(true).exactOptional();

export const exerciseSchema = z.object({
  ...written,
  id,
  kind,
  level,
  needsPainFree,
  isFootwearStep: z.literal(true).exactOptional(),
  source: z.enum(['seed', 'addition', 'coach']),
  citation: word.exactOptional(),
});

/** Changed fields of one exercise; fields that are not named stay as they are. */
export const exerciseChangeSchema = z.strictObject(written).partial();

/** An exercise of the coach's own; the host gives it its id. Its load level cannot be changed later. */
export const newExerciseSchema = z.strictObject({
  ...written,
  kind: kind.default('main'),
  level,
  needsPainFree,
});

export const libraryItemSchema = z.object({
  exercise: exerciseSchema,
  /** `retired`: an own exercise that was deleted, kept for its name in past plans and logs. */
  state: z.enum(['shipped', 'changed', 'own', 'retired']),
  /** Names of athletes whose present plan holds it; an own exercise among them cannot be deleted. */
  usedBy: z.array(z.object({ athleteId: idSchema, name: word })).max(MOST_ITEMS),
});
export type LibraryItem = z.output<typeof libraryItemSchema>;
export type NewExercise = z.output<typeof newExerciseSchema>;
