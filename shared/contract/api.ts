import { z } from 'zod';
import { LANGUAGES } from '../domain/language.ts';
import { analysisSchema, clipRoleSchema, editSchema, noticeSchema } from './analysisSchema.ts';
import { backupMadeSchema, restoreSchema, waitingSchema } from './backupSchemas.ts';
import { byteCount, count, instant, longText, MOST_ITEMS, typed, word } from './bounds.ts';
import { caseApi } from './caseApi.ts';
import { clipPatchSchema, clipSchema } from './clipSchemas.ts';
import { compareApi } from './compareApi.ts';
import { drawingApi } from './drawingApi.ts';
import { libraryApi } from './libraryApi.ts';
import {
  athleteInputSchema,
  athletePatchSchema,
  athleteSchema,
  idSchema,
  sessionInputSchema,
  sessionPatchSchema,
  sessionSchema,
} from './librarySchemas.ts';
import { job, mutation, query } from './method.ts';
import { graphModelListSchema } from './modelSchemas.ts';
import { programApi } from './programApi.ts';
import { foundSessionsSchema, labelsSchema, sessionSearchSchema } from './searchSchemas.ts';
import { settingsPatchSchema, settingsSchema } from './settingsSchema.ts';
import {
  editsStateSchema,
  exportFormatSchema,
  exportSchema,
  jobSchema,
  lookSchema,
  lookTaskSchema,
  PLAN_FORMATS,
  poseBeginSchema,
  poseChunkSchema,
  poseRunSchema,
} from './workSchemas.ts';

const nothing = z.strictObject({});
const byId = z.strictObject({ id: idSchema });
const ofSession = z.strictObject({ sessionId: idSchema });
const done = z.object({});
/** What pages for people are written in. */
const languageSchema = z.enum(LANGUAGES).default('en');

/** A chosen or uploaded file, known to the renderer by its token only. */
const fileTokenSchema = z.object({ token: idSchema, name: word, bytes: byteCount });

/**
 * Every method that the renderer can call: the only source of the contract. Names are `group.method`.
 * Bytes do not travel here; see `mediaUrls.ts`.
 */
export const api = {
  'app.info': query(
    nothing,
    z.object({
      version: word,
      /** Where the library is, to be shown. */
      libraryPlace: word,
      capabilities: z.object({
        isDesktop: z.boolean(),
        /** `files.choose` opens a dialog; otherwise bytes are uploaded. */
        canChooseFiles: z.boolean(),
        canReferenceFiles: z.boolean(),
        canPrintPdf: z.boolean(),
      }),
      /** Remarks on the library, for example that its folder is synced by a cloud service. */
      notices: z.array(noticeSchema).max(MOST_ITEMS),
      /** Third-party notices as text. */
      licences: longText,
    }),
  ),
  'settings.get': query(nothing, settingsSchema),
  'settings.set': mutation(settingsPatchSchema, settingsSchema),

  /** Graph models in the library's folder `models`. */
  'models.list': query(nothing, graphModelListSchema),

  'athletes.list': query(nothing, z.array(athleteSchema).max(MOST_ITEMS)),
  'athletes.get': query(byId, athleteSchema),
  'athletes.create': mutation(athleteInputSchema, athleteSchema),
  'athletes.update': mutation(z.strictObject({ id: idSchema, patch: athletePatchSchema }), athleteSchema),
  /** Deletes the athlete with sessions, clips, analyses and the files in the library. */
  'athletes.delete': mutation(byId, done),

  'sessions.list': query(
    z.strictObject({ athleteId: idSchema.nullable() }),
    z.array(sessionSchema).max(MOST_ITEMS),
  ),
  /** Pages of the sessions that are looked for. */
  'sessions.search': query(sessionSearchSchema, foundSessionsSchema),
  /** Groups and tags in use. */
  'sessions.labels': query(nothing, labelsSchema),
  'sessions.get': query(byId, sessionSchema),
  'sessions.create': mutation(sessionInputSchema, sessionSchema),
  'sessions.update': mutation(z.strictObject({ id: idSchema, patch: sessionPatchSchema }), sessionSchema),
  'sessions.delete': mutation(byId, done),

  /** Native dialog of the desktop; empty when the coach cancels. A query, so that it never blocks the writes. */
  'files.choose': query(nothing, z.array(fileTokenSchema).max(MOST_ITEMS)),
  /** Announces an upload; the bytes then go with PUT to `uploadUrl(token, offset)`. */
  'uploads.begin': mutation(
    z.strictObject({ name: typed().min(1).max(255), bytes: byteCount }),
    fileTokenSchema,
  ),
  /** How much has arrived, to go on after an interruption. */
  'uploads.status': query(z.strictObject({ token: idSchema }), z.object({ received: byteCount })),
  'uploads.discard': mutation(z.strictObject({ token: idSchema }), done),

  /** Takes the clips that ship with the app into a new session of a sample athlete. */
  'sample.import': job(nothing, z.object({ athleteId: idSchema, sessionId: idSchema })),

  'clips.list': query(ofSession, z.array(clipSchema).max(MOST_ITEMS)),
  'clips.get': query(byId, clipSchema),
  'clips.update': mutation(z.strictObject({ id: idSchema, patch: clipPatchSchema }), clipSchema),
  'clips.delete': mutation(byId, done),
  /** Takes a chosen or uploaded file into a session: hash, frame table, film strip. Leaves nothing when it fails. */
  'clips.import': job(
    z.strictObject({
      token: idSchema,
      sessionId: idSchema,
      role: clipRoleSchema,
      mode: z.enum(['copy', 'reference']),
    }),
    clipSchema,
  ),
  /** Makes the local proxy that the browser can play where it cannot play the clip itself. */
  'clips.makeProxy': job(byId, clipSchema),

  /** Starts or resumes keypoint detection; the same file, model and settings are never computed twice. */
  'pose.begin': mutation(poseBeginSchema, poseRunSchema),
  'pose.saveChunk': mutation(poseChunkSchema, z.object({ framesDone: count })),
  /** Refused while a frame is missing in the chunks. */
  'pose.finish': mutation(z.strictObject({ runId: idSchema }), poseRunSchema),

  /** Frames of a clip with finished keypoints around contacts and of standing: what a larger network should look at. */
  'pose.lookTask': query(
    z.strictObject({ clipId: idSchema, modelSha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    lookTaskSchema,
  ),
  'pose.saveLook': mutation(lookSchema, done),

  /** Measures a session from the finished keypoints of its clips. */
  'analysis.run': job(
    z.strictObject({ sessionId: idSchema, startDate: z.iso.date().nullable() }),
    z.object({ analysisId: idSchema }),
  ),
  'analysis.latest': query(
    ofSession,
    z
      .object({
        analysisId: idSchema,
        createdAt: instant,
        /** Clips, session, edits or confirmations changed since. */
        outdated: z.boolean(),
        analysis: analysisSchema,
      })
      .nullable(),
  ),
  'edits.list': query(ofSession, editsStateSchema),
  /** Times are true seconds. An order that no foot can run is refused with `impossible_order`. */
  'edits.add': mutation(z.strictObject({ sessionId: idSchema, edit: editSchema }), editsStateSchema),
  'edits.undo': mutation(ofSession, editsStateSchema),
  'edits.redo': mutation(ofSession, editsStateSchema),
  'findings.confirm': mutation(
    z.strictObject({
      sessionId: idSchema,
      rule: typed().min(1).max(100),
      side: z.enum(['L', 'R']).nullable(),
      confirmed: z.boolean(),
    }),
    editsStateSchema,
  ),

  'exports.run': job(
    z.strictObject({
      sessionId: idSchema,
      formats: z.array(exportFormatSchema).min(1).max(50),
      language: languageSchema,
    }),
    exportSchema,
  ),
  /** Writes what the athlete takes home; what the plan cannot give (a calendar without dates, a beat without cadence work) is left out. */
  'program.export': job(
    z.strictObject({
      athleteId: idSchema,
      formats: z.array(exportFormatSchema.extract(PLAN_FORMATS)).min(1).max(50),
      largePrint: z.boolean(),
      language: languageSchema,
    }),
    exportSchema,
  ),
  'exports.list': query(ofSession, z.array(exportSchema).max(MOST_ITEMS)),
  'diagnostics.save': job(nothing, exportSchema),
  /** The whole library as one file; originals that lie elsewhere are not in it. */
  'backup.make': job(nothing, backupMadeSchema),
  /** Checks a backup; what of it is whole takes the library's place at the next start, and what is there now is kept beside it. */
  'backup.restore': job(z.strictObject({ token: idSchema }), restoreSchema),
  'backup.waiting': query(nothing, waitingSchema),
  /** The library stays after all. */
  'backup.forget': mutation(nothing, nothing),
  /** Takes a file as the one that is missing, if its content is the same. */
  'clips.findFile': job(z.strictObject({ id: idSchema, token: idSchema }), clipSchema),

  ...libraryApi,
  ...programApi,
  ...compareApi,
  ...drawingApi,
  ...caseApi,

  'jobs.list': query(nothing, z.array(jobSchema).max(MOST_ITEMS)),
  'jobs.get': query(z.strictObject({ jobId: idSchema }), jobSchema),
  /** Asks the job to stop; it ends with the event `job.failed` and code `cancelled`. */
  'jobs.cancel': query(z.strictObject({ jobId: idSchema }), done),
} as const;
