import { z } from 'zod';
import { analysisSchema } from '../../shared/contract/analysisSchema.ts';
import type { Analysis } from '../../shared/domain/analysis.ts';
import type { Db } from './connection.ts';
import { found, json, jsonOr, listed, maybe } from './rows.ts';

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

/** The last one made, by the order of the rows: a computer's clock may have been set back since. */
export const LATEST_ANALYSIS = 'SELECT * FROM analyses WHERE session_id = ? ORDER BY rowid DESC LIMIT 1';

/** The newest analysis of each session of an athlete, newest session first. */
export const ANALYSES_OF_ATHLETE = `SELECT a.id, a.session_id, a.created_at, s.date
  FROM sessions s JOIN analyses a ON a.id =
    (SELECT id FROM analyses WHERE session_id = s.id ORDER BY rowid DESC LIMIT 1)
  WHERE s.athlete_id = ? ORDER BY s.date DESC, a.rowid DESC`;
const ofAthleteSchema = z
  .object({ id: z.string(), session_id: z.string(), created_at: z.string(), date: z.string() })
  .transform((row) => ({
    analysisId: row.id,
    sessionId: row.session_id,
    sessionDate: row.date,
    createdAt: row.created_at,
  }));

/** Values of one metric in those analyses, by side, where it was reported. */
const METRIC_OF_ATHLETE = `SELECT s.date, m.value ->> '$.side' AS side, m.value ->> '$.value' AS value
  FROM sessions s JOIN analyses a ON a.id =
    (SELECT id FROM analyses WHERE session_id = s.id ORDER BY rowid DESC LIMIT 1),
    json_each(${jsonOr('a.analysis_json')}, '$.metrics') m
  WHERE s.athlete_id = ? AND m.value ->> '$.id' = ? AND m.value ->> '$.value' IS NOT NULL
    AND m.value ->> '$.grade' <> 'not_reported'
  ORDER BY s.date, a.rowid`;
const metricRow = z.object({ date: z.string(), side: z.enum(['L', 'R']).nullable(), value: z.number() });

export function analysesTable(db: Db) {
  const latest = db.prepare(LATEST_ANALYSIS);
  const one = db.prepare('SELECT * FROM analyses WHERE id = ?');
  const ofAthlete = db.prepare(ANALYSES_OF_ATHLETE);
  const metricOfAthlete = db.prepare(METRIC_OF_ATHLETE);
  const insert = db.prepare(
    `INSERT INTO analyses (id, session_id, inputs_sha256, analysis_json, created_at)
     VALUES (@id, @sessionId, @inputsSha256, @analysis, @createdAt)`,
  );
  return {
    latest: (sessionId: string): AnalysisRecord | undefined => maybe(rowSchema, latest.get(sessionId)),
    get: (id: string): AnalysisRecord => found(maybe(rowSchema, one.get(id))),
    ofAthlete: (athleteId: string) => listed(db, 'analyses', ofAthleteSchema, ofAthlete.all(athleteId)),
    metricOfAthlete: (athleteId: string, metric: string) =>
      listed(db, 'analyses', metricRow, metricOfAthlete.all(athleteId, metric)),
    /** Checked before it is stored, so that a wrong result never hides in the library. */
    insert(record: AnalysisRecord): void {
      const analysis = JSON.stringify(analysisSchema.parse(record.analysis));
      insert.run({ ...record, analysis });
    },
  };
}
