import { z } from 'zod';
import { idSchema } from '../../shared/contract/librarySchemas.ts';
import type { Db } from './connection.ts';
import { commandSchema } from './edits.ts';
import { json } from './rows.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime();
const count = z.int().nonnegative();
const anyJson = json(z.unknown());
/** Made by the host, or once in an athlete's file: never a path. */
const name = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^/\\\0]+$/);

/** Forms of what becomes a path, a size of memory or a look-up; the contents have their schemas where they are read. */
const FORMS: Readonly<Record<string, z.ZodType>> = {
  athletes: z.object({ id: idSchema, created_at: instant }),
  sessions: z.object({ id: idSchema, athlete_id: idSchema, date: z.iso.date(), created_at: instant }),
  files: z
    .object({
      sha256,
      bytes: count,
      storage: z.enum(['copy', 'reference']),
      place: z.string().max(4096),
      thumbnail_count: count.max(999),
    })
    .refine(({ sha256: hash, storage, place }) => storage === 'reference' || isHomeOf(hash, place), {
      message: 'its place is not its own',
    }),
  clips: z.object({
    id: idSchema,
    session_id: idSchema,
    file_sha256: sha256,
    file_name: z.string().min(1).max(1000),
    pose_run_id: idSchema.nullable(),
    created_at: instant,
  }),
  pose_runs: z.object({
    id: idSchema,
    file_sha256: sha256,
    model_sha256: sha256,
    frame_count: count.max(10_000_000),
  }),
  analyses: z.object({
    id: idSchema,
    session_id: idSchema,
    inputs_sha256: sha256,
    analysis_json: anyJson,
    created_at: instant,
  }),
  exports: z.object({ id: idSchema }),
  edits: z.object({ id: idSchema, clip_id: idSchema }),
  drawings: z.object({ id: idSchema, clip_id: idSchema }),
  commands: z.object({ command_json: json(commandSchema) }),
  close_looks: z.object({ run_id: idSchema, model_sha256: sha256 }),
  plans: z.object({ id: idSchema, athlete_id: idSchema }),
  plan_overrides: z.object({ id: name, plan_id: idSchema }),
  assessments: z.object({ id: name, athlete_id: idSchema }),
  log_entries: z.object({ id: name, athlete_id: idSchema }),
  own_exercises: z.object({ id: name }),
  exercise_changes: z.object({ exercise: name }),
};

const ENDING = /^(\.[A-Za-z0-9]{1,8})?$/;
const isHomeOf = (hash: string, place: string): boolean =>
  place.startsWith(hash) && ENDING.test(place.slice(hash.length));

/** Every row of every table by its form. @throws ZodError */
export function checkForms(db: Db): void {
  for (const [table, form] of Object.entries(FORMS))
    for (const row of db.prepare(`SELECT * FROM ${table}`).iterate()) form.parse(row);
}
