import { z } from 'zod';
import { MOST_FRAMES } from '../domain/frameTable.ts';
import { editSchema } from './analysisSchema.ts';
import { byteCount, count, frame, instant, MOST_ITEMS, nonnegative, real, typed, word } from './bounds.ts';
import { turnSchema } from './clipSchemas.ts';
import { drawingSchema } from './drawingSchemas.ts';
import { idSchema } from './librarySchemas.ts';

/** Schemas of what is computed: pose runs, edits, exports, jobs. */
export const poseBeginSchema = z.strictObject({
  clipId: idSchema,
  model: typed().min(1).max(100),
  modelSha256: z.string().regex(/^[0-9a-f]{64}$/),
  backend: typed().min(1).max(100),
  /** By how much the pictures are turned from which they come; refused where the clip is turned otherwise by now. */
  turn: turnSchema.default(0),
  /** Everything else that changes the keypoints, for example the person's place. */
  settings: z.record(word, z.union([word, real, z.boolean(), z.null()])),
});

export const poseRunSchema = z.object({
  runId: idSchema,
  /** A run of the same file, model and settings that is finished needs no computing. */
  finished: z.boolean(),
  frameCount: frame,
  /** Chunks that are stored, by index; their data is at `poseChunkUrl`. */
  doneChunks: z
    .array(
      z.object({
        index: count,
        firstFrame: frame,
        frames: frame.positive(),
      }),
    )
    .max(MOST_ITEMS),
});

export const poseChunkSchema = z.strictObject({
  runId: idSchema,
  index: count,
  firstFrame: frame,
  frames: z.int().positive().max(10_000),
  /**
   * Base64 of little-endian Float32: frames x 33 x (x px, y px, visibility), NaN where nobody was found, and after them
   * a value of each frame and the tracker's state, given back unchanged to the one who resumes.
   */
  data: z.base64().max(6_000_000),
});

/** What a larger network should look at: halves that do not depend on each other; none where nothing is wanted or missing. */
export const lookTaskSchema = z.object({
  runId: idSchema,
  parts: z
    .array(
      z.object({
        /** Increasing. */
        frames: z.array(frame).max(MOST_FRAMES),
        /** Base64 of little-endian Float32: the frames' keypoints as they are known, frames x 33 x (x px, y px, visibility). */
        rows: z.base64().max(20_000_000),
      }),
    )
    .max(MOST_ITEMS),
});

export const lookSchema = z.strictObject({
  runId: idSchema,
  model: typed().min(1).max(100),
  modelSha256: z.string().regex(/^[0-9a-f]{64}$/),
  frames: z.array(frame).max(10_000),
  /** As `rows`, of all frames. */
  data: z.base64().max(6_000_000),
});

export const editsStateSchema = z.object({
  edits: z.array(z.object({ id: idSchema, edit: editSchema })).max(MOST_ITEMS),
  /** Findings confirmed on the frame, as `rule` or `rule:side`. */
  confirmed: z.array(word).max(MOST_ITEMS),
  /** In the order they were drawn. */
  drawings: z.array(drawingSchema).max(MOST_ITEMS),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
});

export const exportFormatSchema = z.enum([
  'analysis.json',
  'report.html',
  'report.pdf',
  'pose.json',
  /** Metrics, events and strides. */
  'tables.csv',
  /** A still of every contact. */
  'contacts.jpg',
  'kinogram.jpg',
  /** Positions (.trc) and angles (.mot). */
  'opensim.trc',
  /** A video of each clip with what was measured and drawn on it. */
  'annotated.mp4',
  /** The session for another coach to open, with and without its videos. */
  'case.zip',
  'case-no-video.zip',
  'plan.html',
  'plan.pdf',
  'plan.ics',
  'metronome.wav',
]);
/** What an athlete takes home of a plan. */
export const PLAN_FORMATS = ['plan.html', 'plan.pdf', 'plan.ics', 'metronome.wav'] as const;
export const exportFileSchema = z.object({
  name: word,
  bytes: byteCount,
  /** Relative address under the root's own origin. */
  url: word,
});
export const exportSchema = z.object({
  exportId: idSchema,
  sessionId: idSchema.nullable(),
  createdAt: instant,
  /** The pages would tell something else today: another plan, another name. */
  outdated: z.boolean(),
  files: z.array(exportFileSchema).max(MOST_ITEMS),
});

export const errorSchema = z.object({
  code: word,
  params: z.record(word, z.union([word, real])),
  /** Names the entry in the log; present for faults of the app. */
  incidentId: word.optional(),
});
export type RpcError = z.output<typeof errorSchema>;

export const progressSchema = z.object({
  stage: word,
  done: nonnegative,
  /** 0 while the amount is not known. */
  total: nonnegative,
});
export type Progress = z.output<typeof progressSchema>;

export const jobSchema = z.object({
  jobId: idSchema,
  method: word,
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  progress: progressSchema.nullable(),
  /** Output of the method when done. */
  result: z.unknown(),
  error: errorSchema.nullable(),
  startedAt: instant,
});

export type PoseRunState = z.output<typeof poseRunSchema>;
export type EditsState = z.output<typeof editsStateSchema>;
export type ExportFormat = z.output<typeof exportFormatSchema>;
export type ExportRecord = z.output<typeof exportSchema>;
export type Job = z.output<typeof jobSchema>;
