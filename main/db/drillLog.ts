import { z } from 'zod';
import { logEntrySchema, painClearanceSchema } from '../../shared/contract/programSchemas.ts';
import type { LogEntry, PainClearance } from '../../shared/domain/drillLog.ts';
import type { Db } from './connection.ts';
import { found, json, listed, maybe } from './rows.ts';

const rowSchema = z.object({ entry_json: json(logEntrySchema) }).transform((row) => row.entry_json);

export const LOG_OF_ATHLETE = 'SELECT entry_json FROM log_entries WHERE athlete_id = ? ORDER BY date, rowid';
const CLEARANCES_OF_ATHLETE =
  'SELECT area, date, reason FROM pain_clearances WHERE athlete_id = ? ORDER BY date, area';

/** What the athletes wrote down, and which places the coach cleared after pain. */
export function drillLogTable(db: Db) {
  const ofAthlete = db.prepare(LOG_OF_ATHLETE);
  const one = db.prepare('SELECT entry_json FROM log_entries WHERE athlete_id = ? AND id = ?');
  const upsert = db.prepare(
    `INSERT INTO log_entries (athlete_id, id, date, entry_json) VALUES (@athleteId, @id, @date, @entry)
     ON CONFLICT (athlete_id, id) DO UPDATE SET date = excluded.date, entry_json = excluded.entry_json`,
  );
  const remove = db.prepare('DELETE FROM log_entries WHERE athlete_id = ? AND id = ?');
  const clearances = db.prepare(CLEARANCES_OF_ATHLETE);
  const clear = db.prepare(
    `INSERT INTO pain_clearances (athlete_id, area, date, reason) VALUES (@athleteId, @area, @date, @reason)
     ON CONFLICT DO UPDATE SET reason = excluded.reason`,
  );
  const find = (athleteId: string, id: string): LogEntry | undefined =>
    maybe(rowSchema, one.get(athleteId, id));
  return {
    /** Oldest first, and as they were entered within a day. */
    list: (athleteId: string): LogEntry[] => listed(db, 'log_entries', rowSchema, ofAthlete.all(athleteId)),
    find,
    /** @throws CodedError not_found */
    get: (athleteId: string, id: string): LogEntry => found(find(athleteId, id)),
    save(athleteId: string, entry: LogEntry): void {
      upsert.run({ athleteId, id: entry.id, date: entry.date, entry: JSON.stringify(entry) });
    },
    remove: (athleteId: string, id: string): void => void remove.run(athleteId, id),
    clearances: (athleteId: string): PainClearance[] =>
      listed(db, 'pain_clearances', painClearanceSchema, clearances.all(athleteId)),
    clear: (athleteId: string, clearance: PainClearance): void => void clear.run({ athleteId, ...clearance }),
  };
}
