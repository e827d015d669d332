import { z } from 'zod';
import type { Db } from './connection.ts';
import { bytesFromFloat32, float32FromBytes } from './floatBlob.ts';
import { json, maybe } from './rows.ts';

const rowSchema = z
  .object({
    model: z.string(),
    model_sha256: z.string(),
    frames_json: json(z.array(z.int().nonnegative())),
    data: z.instanceof(Uint8Array),
  })
  .transform((row) => ({
    model: row.model,
    modelSha256: row.model_sha256,
    frames: Int32Array.from(row.frames_json),
    data: float32FromBytes(row.data),
  }));
export type StoredLook = z.output<typeof rowSchema>;

/** At most one look for a run of keypoints; a later one takes its place. */
export function closeLooksTable(db: Db) {
  const one = db.prepare('SELECT model, model_sha256, frames_json, data FROM close_looks WHERE run_id = ?');
  const put = db.prepare(
    `INSERT INTO close_looks (run_id, model, model_sha256, frames_json, data) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (run_id) DO UPDATE SET model = excluded.model, model_sha256 = excluded.model_sha256,
       frames_json = excluded.frames_json, data = excluded.data`,
  );
  return {
    find: (runId: string): StoredLook | undefined => maybe(rowSchema, one.get(runId)),
    save: (runId: string, { model, modelSha256, frames, data }: StoredLook): void =>
      void put.run(runId, model, modelSha256, JSON.stringify([...frames]), bytesFromFloat32(data)),
  };
}
