import { z } from 'zod';
import { DEFAULT_ACCENT, isReadableOnWhite } from '../domain/accent.ts';
import { ALIGNMENT_DEFINITIONS } from '../domain/alignment.ts';
import { typed, word } from './bounds.ts';

/** A small picture as a data URL, as the window scaled it; empty for none. */
const logoSchema = z
  .string()
  .max(400_000)
  .regex(/^(data:image\/png;base64,[A-Za-z0-9+/]+={0,2})?$/);

/** Colour of headings and marks on the coach's pages, "#0b6b63": dark enough to be read on white. */
const accentSchema = word.refine(isReadableOnWhite);

/** What the coach can set; every field has a default, so a file of an older version still opens. */
export const settingsSchema = z.object({
  model: z.enum(['lite', 'full', 'heavy']).default('full'),
  backend: z.enum(['litert', 'tfjs']).default('litert'),
  /** A graph model of the coach's own, by its folder's name; null for the app's models. */
  graphModel: typed().max(100).nullable().default(null),
  /** Inference threads; null lets the app decide from the number of cores. */
  threads: z.int().min(1).max(16).nullable().default(null),
  importMode: z.enum(['copy', 'reference']).default('copy'),
  units: z.enum(['metric', 'imperial']).default('metric'),
  language: z.enum(['system', 'en', 'de']).default('system'),
  theme: z.enum(['system', 'dark', 'light']).default('system'),
  paper: z.enum(['a4', 'letter']).default('a4'),
  /** Size of the athlete's pages, as it was chosen last. */
  largePrint: z.boolean().default(false),
  /** Stand on the plan and the report; empty for none. */
  coachName: typed().trim().max(100).default(''),
  clubLine: typed().trim().max(150).default(''),
  logo: logoSchema.default(''),
  accent: accentSchema.default(DEFAULT_ACCENT),
  /** Which "foot under the body" the coach goes by: stands on the report; null for none. */
  houseDefinition: z.enum(ALIGNMENT_DEFINITIONS).nullable().default(null),
  /** The coach has read and accepted the notice of the first run. */
  firstRunAccepted: z.boolean().default(false),
  /** The tour was seen or skipped. */
  tourSeen: z.boolean().default(false),
  /** Keys that the coach chose, by action; the others are as shipped. */
  keys: z.record(typed().max(60), typed().max(40)).default({}),
  /** Page that was open last, as its path in the window; empty for none. */
  lastPlace: typed().max(200).default(''),
});

export type Settings = z.output<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});

/** A change: only the fields to set. Without defaults, so that an absent field stays as it is. */
export const settingsPatchSchema = z.strictObject({
  model: z.enum(['lite', 'full', 'heavy']).optional(),
  backend: z.enum(['litert', 'tfjs']).optional(),
  graphModel: typed().max(100).nullable().optional(),
  threads: z.int().min(1).max(16).nullable().optional(),
  importMode: z.enum(['copy', 'reference']).optional(),
  units: z.enum(['metric', 'imperial']).optional(),
  language: z.enum(['system', 'en', 'de']).optional(),
  theme: z.enum(['system', 'dark', 'light']).optional(),
  paper: z.enum(['a4', 'letter']).optional(),
  largePrint: z.boolean().optional(),
  coachName: typed().trim().max(100).optional(),
  clubLine: typed().trim().max(150).optional(),
  logo: logoSchema.optional(),
  accent: accentSchema.optional(),
  houseDefinition: z.enum(ALIGNMENT_DEFINITIONS).nullable().optional(),
  firstRunAccepted: z.boolean().optional(),
  tourSeen: z.boolean().optional(),
  keys: z.record(typed().max(60), typed().max(40)).optional(),
  lastPlace: typed().max(200).optional(),
});
