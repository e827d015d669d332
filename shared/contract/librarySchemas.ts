import { z } from 'zod';
import { surfaceSchema } from './analysisSchema.ts';
import { count, instant, typed } from './bounds.ts';

/** Opaque identifier made by the host. Never a path. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
const name = typed().trim().min(1).max(200);
const notes = typed().max(10_000);
/** Words of the coach's own, each once, as they were typed. */
const labels = z
  .array(typed().trim().min(1).max(60))
  .max(20)
  .transform((words) => [...new Set(words)]);
/** How the athlete felt at the start. */
export const fatigueSchema = z.enum(['fresh', 'usual', 'tired']);

export const consentSchema = z.object({
  /** Who agreed: the athlete, or a guardian (needed under 16). */
  givenBy: z.enum(['athlete', 'guardian']),
  guardianName: typed().max(200).nullable(),
  date: z.iso.date(),
  /** Whether the face may be shown in reports; without it faces are blurred. */
  showFace: z.boolean(),
});

const athleteFields = {
  name,
  /** Squad, club, school class: an athlete can be in several. */
  groups: labels,
  heightM: z.number().min(0.5).max(2.6).nullable(),
  birthYear: z.int().min(1900).max(2100).nullable(),
  consent: consentSchema.nullable(),
  /** Measured leg lengths (greater trochanter to floor, metres) and what is known of the legs. */
  legs: z.object({
    leftLengthM: z.number().min(0.2).max(1.6).nullable(),
    rightLengthM: z.number().min(0.2).max(1.6).nullable(),
    remark: typed().max(1000).nullable(),
  }),
  notes,
};
const NO_LEGS = { leftLengthM: null, rightLengthM: null, remark: null };

export const athleteInputSchema = z.strictObject({
  name,
  groups: labels.default([]),
  heightM: athleteFields.heightM.default(null),
  birthYear: athleteFields.birthYear.default(null),
  consent: athleteFields.consent.default(null),
  legs: athleteFields.legs.default(NO_LEGS),
  notes: notes.default(''),
});
export const athletePatchSchema = z.strictObject(athleteFields).partial();
export const athleteSchema = z.object({
  ...athleteFields,
  id: idSchema,
  createdAt: instant,
  sessionCount: count,
});

const sessionFields = {
  date: z.iso.date(),
  /** Belt speed or timed running speed, metres per second. */
  speedMps: z.number().min(0.5).max(13).nullable(),
  inclinePercent: z.number().min(-30).max(40).nullable(),
  shoe: typed().max(200).nullable(),
  surface: surfaceSchema,
  fatigue: fatigueSchema.nullable(),
  tags: labels,
  notes,
};
export const sessionInputSchema = z.strictObject({
  athleteId: idSchema,
  date: sessionFields.date,
  speedMps: sessionFields.speedMps.default(null),
  inclinePercent: sessionFields.inclinePercent.default(null),
  shoe: sessionFields.shoe.default(null),
  surface: surfaceSchema.default('unknown'),
  fatigue: sessionFields.fatigue.default(null),
  tags: labels.default([]),
  notes: notes.default(''),
});
export const sessionPatchSchema = z.strictObject(sessionFields).partial();
export const sessionSchema = z.object({
  ...sessionFields,
  id: idSchema,
  athleteId: idSchema,
  createdAt: instant,
  clipCount: count,
  /** When the latest analysis was made; null without one. */
  analysedAt: instant.nullable(),
});

export type Athlete = z.output<typeof athleteSchema>;
export type AthleteInput = z.output<typeof athleteInputSchema>;
export type AthletePatch = z.output<typeof athletePatchSchema>;
export type Session = z.output<typeof sessionSchema>;
export type SessionInput = z.output<typeof sessionInputSchema>;
export type SessionPatch = z.output<typeof sessionPatchSchema>;
