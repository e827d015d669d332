import { z } from 'zod';
import type { Db } from './connection.ts';
import { found, json, listed, maybe } from './rows.ts';

const fileSchema = z.object({ name: z.string(), bytes: z.number() });
const rowSchema = z
  .object({
    id: z.string(),
    session_id: z.string().nullable(),
    files_json: json(z.array(fileSchema)),
    created_at: z.string(),
    page_facts: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    sessionId: row.session_id,
    files: row.files_json,
    createdAt: row.created_at,
    /** What the pages tell beside the analysis; equal text, equal pages. */
    pageFacts: row.page_facts,
  }));
export type ExportRow = z.output<typeof rowSchema>;

export function exportsTable(db: Db) {
  const ofSession = db.prepare('SELECT * FROM exports WHERE session_id = ? ORDER BY rowid DESC');
  const one = db.prepare('SELECT * FROM exports WHERE id = ?');
  const ids = db.prepare('SELECT id FROM exports').pluck();
  const insert = db.prepare(
    'INSERT INTO exports (id, session_id, files_json, created_at, page_facts) VALUES (@id, @sessionId, @files, @createdAt, @pageFacts)',
  );
  const withoutSession = db.prepare('DELETE FROM exports WHERE session_id IS NULL');
  const backups = db
    .prepare(
      `DELETE FROM exports WHERE session_id IS NULL AND files_json LIKE '%"midstance-backup-%' RETURNING id`,
    )
    .pluck();
  return {
    /** A backup holds everybody and is as large as the library: it was saved elsewhere when it was made. Returns what they were. */
    removeBackups: (): string[] => z.array(z.string()).parse(backups.all()),
    /** What was written for an athlete beside a session cannot be told apart: all of it. It was saved when it was made. */
    removeWithoutSession: (): void => void withoutSession.run(),
    list: (sessionId: string): ExportRow[] => listed(db, 'exports', rowSchema, ofSession.all(sessionId)),
    get: (id: string): ExportRow => found(maybe(rowSchema, one.get(id))),
    insert: (row: ExportRow): void => void insert.run({ ...row, files: JSON.stringify(row.files) }),
    ids: (): Set<string> => new Set(z.array(z.string()).parse(ids.all())),
  };
}
