import { z } from 'zod';
import { MOST_FRAMES } from '../domain/frameTable.ts';
import { editSchema } from './analysisSchema.ts';
import { byteCount, frame, instant, real, typed, word } from './bounds.ts';
import { clipPatchSchema } from './clipSchemas.ts';
import { drawingSchema } from './drawingSchemas.ts';
import { athleteInputSchema, idSchema, sessionInputSchema } from './librarySchemas.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const settings = z.record(word, z.union([word, real, z.boolean(), z.null()]));

/** Names that a case may hold; a clip's files are numbered as in `clips`. */
const entryName = z
  .string()
  .regex(/^(analysis\.json|edits\.json|clips\/\d{1,3}\/(video|file\.json|(pose|sides|look)\.f32))$/);

export const CASE_VERSION = 1;

/**
 * `manifest.json` of a case: a session as one coach hands it to another. Every other file is listed with its size and
 * SHA-256. `pose.f32` and `look.f32` are little-endian Float32, frames x 33 x (x px, y px, visibility), NaN where nobody
 * was found; `sides.f32` one for each frame, as `putLook` stores it. Times of edits and settings are on the clock of the clip's file, and the person's place is one of its unturned
 * picture. The athlete's notes and consent do not travel:
 * who opens a case asks anew.
 */
export const caseManifestSchema = z.strictObject({
  format: z.literal('midstance-case'),
  version: z.literal(CASE_VERSION),
  app_version: typed().max(100),
  made_at: instant,
  athlete: athleteInputSchema.pick({ name: true, heightM: true, birthYear: true, legs: true }),
  session: sessionInputSchema.omit({ athleteId: true }),
  clips: z
    .array(
      z.strictObject({
        id: idSchema,
        fileName: typed().min(1).max(255),
        sha256,
        // Absent where it is none, as in cases from before there were turns.
        settings: clipPatchSchema.required().extend({ turn: clipPatchSchema.shape.turn }),
        pose: z
          .strictObject({
            ...{
              model: typed().min(1).max(100),
              modelSha256: sha256,
              backend: typed().min(1).max(100),
            },
            ...{ settings, frameCount: frame },
          })
          .nullable(),
        look: z
          .strictObject({
            model: typed().min(1).max(100),
            modelSha256: sha256,
            frames: z.array(frame).max(MOST_FRAMES),
          })
          .nullable(),
      }),
    )
    .max(500),
  files: z.array(z.strictObject({ name: entryName, bytes: byteCount, sha256 })).max(2500),
});
export type CaseManifest = z.output<typeof caseManifestSchema>;

export const caseEditsSchema = z.strictObject({
  edits: z.array(editSchema).max(10_000),
  confirmed: z.array(typed().max(200)).max(1000),
  drawings: z.array(drawingSchema).max(10_000),
});
