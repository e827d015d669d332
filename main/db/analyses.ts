import { z } from 'zod';
import { analysisSchema } from '../../shared/contract/analysisSchema.ts';
import type { Analysis } from '../../shared/domain/analysis.ts';
import type { Db } from './connection.ts';
import { json, maybe } from './rows.ts';

const rowSchema = z
  .object({
    id: z.string(),
    session_id: z.string(),
    inputs_sha256: z.string(),
    analysis_json: json(analysisSchema),
    created_at: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    sessionId: row.session_id,
    inputsSha256: row.inputs_sha256,
    analysis: row.analysis_json satisfies Analysis,
    createdAt: row.created_at,
  }));
export type AnalysisRecord = z.output<typeof rowSchema>;

export const LATEST_ANALYSIS =
  'SELECT * FROM analyses WHERE session_id = ? ORDER BY created_at DESC, rowid DESC LIMIT 1';

export function analysesTable(db: Db) {
  const latest = db.prepare(LATEST_ANALYSIS);
  const insert = db.prepare(
    `INSERT INTO analyses (id, session_id, inputs_sha256, analysis_json, created_at)
     VALUES (@id, @sessionId, @inputsSha256, @analysis, @createdAt)`,
  );
  return {
    latest: (sessionId: string): AnalysisRecord | undefined => maybe(rowSchema, latest.get(sessionId)),
    /** Checked before it is stored, so that a wrong result never hides in the library. */
    insert(record: AnalysisRecord): void {
      const analysis = JSON.stringify(analysisSchema.parse(record.analysis));
      insert.run({ ...record, analysis });
    },
  };
}
