import Database from 'better-sqlite3';
import type { Db } from './connection.ts';
import { MIGRATIONS, migrate } from './migrate.ts';

/** Everything that a database declares, in a fixed order: tables, indexes, views, triggers, with their text. */
export const schemaOf = (db: Db): string =>
  JSON.stringify(
    db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name, tbl_name').all(),
  );

/** What a library of that version declares, from a new one. @param version 1 to the newest */
export function schemaOfVersion(version: number): string {
  if (!(version >= 1 && version <= MIGRATIONS.length)) throw new RangeError(`invalid version: ${version}`);
  const db = new Database(':memory:');
  try {
    migrate(db, version);
    return schemaOf(db);
  } finally {
    db.close();
  }
}
