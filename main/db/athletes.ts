import { z } from 'zod';
import {
  type Athlete,
  type AthleteInput,
  type AthletePatch,
  athleteSchema,
  consentSchema,
} from '../../shared/contract/librarySchemas.ts';
import type { Db } from './connection.ts';
import { assignments, found, json, listed, maybe } from './rows.ts';

const rowSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    groups_json: json(z.array(z.string())),
    height_m: z.number().nullable(),
    birth_year: z.number().nullable(),
    consent_json: json(consentSchema).nullable(),
    legs_json: json(athleteSchema.shape.legs),
    notes: z.string(),
    created_at: z.string(),
    session_count: z.number(),
  })
  .transform(
    (row): Athlete => ({
      id: row.id,
      name: row.name,
      groups: row.groups_json,
      heightM: row.height_m,
      birthYear: row.birth_year,
      consent: row.consent_json,
      legs: row.legs_json,
      notes: row.notes,
      createdAt: row.created_at,
      sessionCount: row.session_count,
    }),
  );

const columnsOf = (patch: AthletePatch) => ({
  name: patch.name,
  groups_json: patch.groups && JSON.stringify(patch.groups),
  height_m: patch.heightM,
  birth_year: patch.birthYear,
  consent_json: patch.consent && JSON.stringify(patch.consent),
  legs_json: patch.legs && JSON.stringify(patch.legs),
  notes: patch.notes,
});
const COLUMNS = ['name', 'groups_json', 'height_m', 'birth_year', 'consent_json', 'legs_json', 'notes'];
const SELECT = `SELECT a.*, (SELECT count(*) FROM sessions s WHERE s.athlete_id = a.id) AS session_count
  FROM athletes a`;

export function athletesTable(db: Db) {
  const all = db.prepare(`${SELECT} ORDER BY a.name COLLATE NOCASE, a.id`);
  const one = db.prepare(`${SELECT} WHERE a.id = ?`);
  const insert = db.prepare(
    `INSERT INTO athletes (id, ${COLUMNS.join(', ')}, created_at)
     VALUES (@id, ${COLUMNS.map((column) => `@${column}`).join(', ')}, @created_at)`,
  );
  const remove = db.prepare('DELETE FROM athletes WHERE id = ?');
  const get = (id: string): Athlete => found(maybe(rowSchema, one.get(id)));
  return {
    list: (): Athlete[] => listed(db, 'athletes', rowSchema, all.all()),
    get,
    create(id: string, input: AthleteInput, createdAt: string): Athlete {
      insert.run({ id, ...columnsOf(input), created_at: createdAt });
      return get(id);
    },
    update(id: string, patch: AthletePatch): Athlete {
      const values = columnsOf(patch);
      const set = assignments(COLUMNS, values);
      if (set !== undefined) db.prepare(`UPDATE athletes SET ${set} WHERE id = @id`).run({ ...values, id });
      return get(id);
    },
    /** With sessions, clips, analyses and edits; files are removed by `files.unused`. */
    remove(id: string): void {
      get(id);
      remove.run(id);
    },
  };
}
