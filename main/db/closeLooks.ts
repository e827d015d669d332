import { z } from 'zod';
import { frame } from '../../shared/contract/bounds.ts';
import { MOST_FRAMES } from '../../shared/domain/frameTable.ts';
import type { Db } from './connection.ts';
import { bytesFromFloat32, float32FromBytes } from './floatBlob.ts';
import { json, maybe } from './rows.ts';

const aboutSchema = z
  .object({
    model: z.string(),
    model_sha256: z.string(),
    frames_json: json(z.array(frame).max(MOST_FRAMES)),
  })
  .transform((row) => ({
    model: row.model,
    modelSha256: row.model_sha256,
    frames: Int32Array.from(row.frames_json),
  }));
const dataSchema = z.object({ data: z.instanceof(Uint8Array) });

/** Which frames were looked at, and by which network. */
export type LookAbout = z.output<typeof aboutSchema>;
export interface StoredLook extends LookAbout {
  /** Keypoints, one row for each of `frames`. */
  readonly data: Float32Array;
}

/** At most one look for a run of keypoints; a later one takes its place. */
export function closeLooksTable(db: Db) {
  const one = db.prepare('SELECT model, model_sha256, frames_json FROM close_looks WHERE run_id = ?');
  const rows = db.prepare('SELECT data FROM close_looks WHERE run_id = ?');
  const put = db.prepare(
    `INSERT INTO close_looks (run_id, model, model_sha256, frames_json, data) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (run_id) DO UPDATE SET model = excluded.model, model_sha256 = excluded.model_sha256,
       frames_json = excluded.frames_json, data = excluded.data`,
  );
  const about = (runId: string): LookAbout | undefined => maybe(aboutSchema, one.get(runId));
  return {
    about,
    find(runId: string): StoredLook | undefined {
      const known = about(runId);
      return known && { ...known, data: float32FromBytes(dataSchema.parse(rows.get(runId)).data) };
    },
    save: (runId: string, { model, modelSha256, frames, data }: StoredLook): void =>
      void put.run(runId, model, modelSha256, JSON.stringify([...frames]), bytesFromFloat32(data)),
  };
}
