import { z } from 'zod';
import { QUARTER_TURNS } from '../domain/quarterTurn.ts';
import { clipRoleSchema, noticeSchema, timingEvidenceSchema } from './analysisSchema.ts';
import {
  byteCount,
  count,
  duration_s,
  frame,
  instant,
  MOST_ITEMS,
  nonnegative,
  ordinal,
  positive,
  px,
  real,
  time_s,
  word,
} from './bounds.ts';
import { idSchema } from './librarySchemas.ts';

/** A place in the picture at a time: upright pixels and true seconds. */
export const personPointSchema = z.object({
  x: px.nonnegative(),
  y: px.nonnegative(),
  timeS: duration_s,
});

/** Degrees clockwise. */
export const turnSchema = z.literal(QUARTER_TURNS);

const clipSettings = {
  role: clipRoleSchema,
  view: z.enum(['auto', 'side', 'rear', 'front']),
  /** True capture rate told by the coach (240 for slow motion); null takes what the file says. */
  captureFps: z.number().min(1).max(2000).nullable(),
  /** Which person to follow where several are in the picture. */
  person: personPointSchema.nullable(),
  /** Part in which the runner stands still, true seconds. */
  standing: z
    .object({ from: duration_s, to: duration_s.positive() })
    .refine((range) => range.to > range.from, { message: 'standing must end after it starts' })
    .nullable(),
  /** First and last frame that count; null for the whole clip. */
  zone: z
    .object({ fromFrame: frame, toFrame: frame.positive() })
    .refine((zone) => zone.toFrame > zone.fromFrame, { message: 'zone must end after it starts' })
    .nullable(),
  /** By how much the pictures are turned further than the file asks; sizes and places are those of the turned ones. */
  turn: turnSchema,
};
export const clipPatchSchema = z.strictObject(clipSettings).partial();

/** What the latest analysis found of a clip's true speed. */
export const clipTimingSchema = z.object({
  source: z.enum(['file', 'gait', 'open']),
  /** Capture rate / container rate in force. */
  factor: positive,
  /** Factors to choose from, the most usual cadence first. */
  candidates: z.array(positive).max(MOST_ITEMS),
  evidence: timingEvidenceSchema,
});
export type StoredTiming = z.output<typeof clipTimingSchema>;

/** One aspect of how the clip was filmed; `ok` ones name what was looked at. */
export const cameraCheckSchema = noticeSchema.extend({ severity: z.enum(['ok', 'warn', 'stop']) });
export type CameraCheckView = z.output<typeof cameraCheckSchema>;

export const poseRunStateSchema = z.object({
  runId: idSchema,
  model: word,
  backend: word,
  state: z.enum(['running', 'finished']),
  framesDone: frame,
});

export const clipSchema = z.object({
  ...clipSettings,
  id: idSchema,
  sessionId: idSchema,
  fileName: word,
  sha256: z.string().length(64),
  bytes: byteCount,
  storage: z.enum(['copy', 'reference']),
  /** The referenced file is not where it was. */
  missing: z.boolean(),
  /** Its bytes are not those that were imported. */
  damaged: z.boolean(),
  codec: word,
  /** Upright size, pixels. */
  width: ordinal,
  height: ordinal,
  /** Rotation that the file asks for, degrees clockwise; already applied to width and height. */
  rotation: real,
  /** How the file's own pixels are coded. */
  colour: z.object({ matrix: z.enum(['bt601', 'bt709', 'bt2020']), range: z.enum(['limited', 'full']) }),
  frameCount: frame,
  /** Presentation time of the first frame on the file's own clock, file seconds. */
  firstPtsS: time_s,
  /** True seconds from the first to the last frame. */
  durationS: nonnegative,
  /** Pictures per file second; one that is stored twice is one. */
  containerFps: positive,
  /** Capture rate / container rate. */
  timeScale: positive,
  /** Who settled it; `open` waits for the coach. Null until the clip was analysed and nobody told it. */
  timing: clipTimingSchema.nullable(),
  /** The browser cannot play the file itself: `clips.makeProxy` makes a copy that it can. */
  needsProxy: z.boolean(),
  hasProxy: z.boolean(),
  /** Most frames that may have to be decoded to show one of the file itself; null where the file does not tell. */
  longestGop: ordinal.nullable(),
  thumbnailCount: count,
  problems: z.array(noticeSchema).max(MOST_ITEMS),
  /** Null until the clip has all its keypoints. */
  cameraChecks: z.array(cameraCheckSchema).max(MOST_ITEMS).nullable(),
  poseRun: poseRunStateSchema.nullable(),
  createdAt: instant,
});

export type Clip = z.output<typeof clipSchema>;
export type ClipPatch = z.output<typeof clipPatchSchema>;
