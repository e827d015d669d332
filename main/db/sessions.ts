import { z } from 'zod';
import { surfaceSchema } from '../../shared/contract/analysisSchema.ts';
import {
  fatigueSchema,
  type Session,
  type SessionInput,
  type SessionPatch,
} from '../../shared/contract/librarySchemas.ts';
import type { Db } from './connection.ts';
import { assignments, found, json, listed, maybe } from './rows.ts';

export const sessionRowSchema = z
  .object({
    id: z.string(),
    athlete_id: z.string(),
    date: z.string(),
    speed_mps: z.number().nullable(),
    incline_percent: z.number().nullable(),
    shoe: z.string().nullable(),
    surface: surfaceSchema,
    fatigue: fatigueSchema.nullable(),
    tags_json: json(z.array(z.string())),
    notes: z.string(),
    created_at: z.string(),
    clip_count: z.number(),
    analysed_at: z.string().nullable(),
  })
  .transform(
    (row): Session => ({
      id: row.id,
      athleteId: row.athlete_id,
      date: row.date,
      speedMps: row.speed_mps,
      inclinePercent: row.incline_percent,
      shoe: row.shoe,
      surface: row.surface,
      fatigue: row.fatigue,
      tags: row.tags_json,
      notes: row.notes,
      createdAt: row.created_at,
      clipCount: row.clip_count,
      analysedAt: row.analysed_at,
    }),
  );

const columnsOf = (patch: SessionPatch) => ({
  date: patch.date,
  speed_mps: patch.speedMps,
  incline_percent: patch.inclinePercent,
  shoe: patch.shoe,
  surface: patch.surface,
  fatigue: patch.fatigue,
  tags_json: patch.tags && JSON.stringify(patch.tags),
  notes: patch.notes,
});
const COLUMNS = ['date', 'speed_mps', 'incline_percent', 'shoe', 'surface', 'fatigue', 'tags_json', 'notes'];

export const SESSIONS_OF_ATHLETE = `SELECT s.*,
  (SELECT count(*) FROM clips c WHERE c.session_id = s.id) AS clip_count,
  (SELECT created_at FROM analyses a WHERE a.session_id = s.id ORDER BY a.rowid DESC LIMIT 1) AS analysed_at
  FROM sessions s WHERE s.athlete_id = ? ORDER BY s.date DESC, s.rowid DESC`;
const ALL = SESSIONS_OF_ATHLETE.replace('WHERE s.athlete_id = ?', '');
const ONE = SESSIONS_OF_ATHLETE.replace('s.athlete_id = ?', 's.id = ?');

export function sessionsTable(db: Db) {
  const ofAthlete = db.prepare(SESSIONS_OF_ATHLETE);
  const all = db.prepare(ALL);
  const one = db.prepare(ONE);
  const insert = db.prepare(
    `INSERT INTO sessions (id, athlete_id, ${COLUMNS.join(', ')}, created_at)
     VALUES (@id, @athlete_id, ${COLUMNS.map((column) => `@${column}`).join(', ')}, @created_at)`,
  );
  const remove = db.prepare('DELETE FROM sessions WHERE id = ?');
  const get = (id: string): Session => found(maybe(sessionRowSchema, one.get(id)));
  return {
    list: (athleteId: string | null): Session[] =>
      listed(db, 'sessions', sessionRowSchema, athleteId === null ? all.all() : ofAthlete.all(athleteId)),
    get,
    create(id: string, input: SessionInput, createdAt: string): Session {
      insert.run({ id, athlete_id: input.athleteId, ...columnsOf(input), created_at: createdAt });
      return get(id);
    },
    update(id: string, patch: SessionPatch): Session {
      const values = columnsOf(patch);
      const set = assignments(COLUMNS, values);
      if (set !== undefined) db.prepare(`UPDATE sessions SET ${set} WHERE id = @id`).run({ ...values, id });
      return get(id);
    },
    remove(id: string): void {
      get(id);
      remove.run(id);
    },
  };
}
