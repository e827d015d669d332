import { z } from 'zod';
import { besideRanges, type FrameRange } from '../../shared/pose/blazepose/besideRanges.ts';
import { looksIn } from '../../shared/pose/blazepose/chunkData.ts';
import { FRAME_STRIDE } from '../../shared/pose/track.ts';
import type { Db } from './connection.ts';
import { blobFromChunk, chunkFromBlob, type PoseChunk } from './poseBlob.ts';
import { found, json, listed, maybe, sortedJson } from './rows.ts';

const settingsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

const runSchema = z
  .object({
    id: z.string(),
    file_sha256: z.string(),
    model: z.string(),
    model_sha256: z.string(),
    backend: z.string(),
    settings_json: json(settingsSchema),
    frame_count: z.number(),
    state: z.enum(['running', 'finished']),
  })
  .transform((row) => ({
    id: row.id,
    sha256: row.file_sha256,
    model: row.model,
    modelSha256: row.model_sha256,
    backend: row.backend,
    settings: row.settings_json,
    frameCount: row.frame_count,
    state: row.state,
  }));
export type PoseRun = z.output<typeof runSchema>;
export type PoseKey = Pick<PoseRun, 'sha256' | 'model' | 'modelSha256' | 'backend' | 'settings'>;

const chunkPlaceSchema = z
  .object({ chunk: z.number(), first_frame: z.number(), frames: z.number() })
  .transform((row) => ({ index: row.chunk, firstFrame: row.first_frame, frames: row.frames }));
export type ChunkPlace = z.output<typeof chunkPlaceSchema>;

export const RUN_BY_KEY = `SELECT * FROM pose_runs WHERE file_sha256 = @sha256 AND model = @model
  AND model_sha256 = @modelSha256 AND backend = @backend AND settings_json = @settings`;

export function poseTable(db: Db) {
  const byKey = db.prepare(RUN_BY_KEY);
  const one = db.prepare('SELECT * FROM pose_runs WHERE id = ?');
  const insert = db.prepare(
    `INSERT INTO pose_runs (id, file_sha256, model, model_sha256, backend, settings_json, frame_count,
       state, created_at)
     VALUES (@id, @sha256, @model, @modelSha256, @backend, @settings, @frameCount, 'running', @createdAt)`,
  );
  const finish = db.prepare("UPDATE pose_runs SET state = 'finished' WHERE id = ?");
  const saveChunk = db.prepare(
    `INSERT INTO pose_chunks (run_id, chunk, first_frame, frames, data) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (run_id, chunk) DO UPDATE
     SET first_frame = excluded.first_frame, frames = excluded.frames, data = excluded.data`,
  );
  const chunkPlaces = db.prepare(
    'SELECT chunk, first_frame, frames FROM pose_chunks WHERE run_id = ? ORDER BY chunk',
  );
  const oneChunk = db.prepare('SELECT data FROM pose_chunks WHERE run_id = ? AND chunk = ?').pluck();
  const framesDone = db.prepare('SELECT coalesce(sum(frames), 0) FROM pose_chunks WHERE run_id = ?').pluck();
  const chunks = db.prepare('SELECT data FROM pose_chunks WHERE run_id = ? ORDER BY chunk').pluck();
  const removeOfFile = db.prepare('DELETE FROM pose_runs WHERE file_sha256 = ?');
  const find = (key: PoseKey) => maybe(runSchema, byKey.get({ ...key, settings: sortedJson(key.settings) }));
  const get = (id: string): PoseRun => found(maybe(runSchema, one.get(id)));
  /**
   * The whole run, read once: keypoints, frames x 33 x 3, NaN where nobody was found or no chunk is stored; and what the looks to the
   * sides showed in each frame, NaN where there was none.
   */
  function whole(runId: string): { readonly data: Float32Array; readonly looks: Float32Array } {
    const { frameCount } = get(runId);
    const data = new Float32Array(frameCount * FRAME_STRIDE).fill(Number.NaN);
    const looks = new Float32Array(frameCount).fill(Number.NaN);
    for (const blob of chunks.all(runId)) {
      const chunk = chunkFromBlob(z.instanceof(Uint8Array).parse(blob));
      data.set(chunk.data.subarray(0, chunk.frames * FRAME_STRIDE), chunk.firstFrame * FRAME_STRIDE);
      looks.set(looksIn(chunk.data, chunk.frames) ?? [], chunk.firstFrame);
    }
    return { data, looks };
  }
  return {
    find,
    get,
    create(id: string, key: PoseKey, frameCount: number, createdAt: string): PoseRun {
      insert.run({ ...key, id, settings: sortedJson(key.settings), frameCount, createdAt });
      return get(id);
    },
    /** Keypoints of a film that the file is not. Its clips have none then. */
    removeOfFile: (sha256: string): void => void removeOfFile.run(sha256),
    saveChunk: (runId: string, index: number, chunk: PoseChunk): void =>
      void saveChunk.run(runId, index, chunk.firstFrame, chunk.frames, blobFromChunk(chunk)),
    doneChunks: (runId: string): ChunkPlace[] =>
      listed(db, 'pose_chunks', chunkPlaceSchema, chunkPlaces.all(runId)),
    chunk: (runId: string, index: number): PoseChunk =>
      chunkFromBlob(found(maybe(z.instanceof(Uint8Array), oneChunk.get(runId, index)))),
    framesDone: (runId: string): number => z.number().parse(framesDone.get(runId)),
    finish: (runId: string): void => void finish.run(runId),
    whole,
    /** Keypoints of the whole run, and its frames with somebody beside the runner, as of `besideRanges`. */
    seen(runId: string): { readonly data: Float32Array; readonly beside: FrameRange[] } {
      const { data, looks } = whole(runId);
      return { data, beside: besideRanges(looks) };
    },
  };
}
