import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { CodedError } from '../../shared/domain/errors.ts';
import { moveIntoPlaceNow, syncNow } from '../files/atomicWrite.ts';
import type { Db } from './connection.ts';

const isWhole = (db: Db): boolean => db.pragma('quick_check(1)', { simple: true }) === 'ok';

/**
 * A whole copy of a library that may be open, of this moment: looked at, synced and then given its name.
 * @throws CodedError library_damaged; errors of SQLite
 */
export function copyLibrary(database: string, target: string): void {
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  try {
    withDb(database, (db) => db.prepare('VACUUM INTO ?').run(partial));
    if (!withDb(partial, isWhole)) throw new CodedError('library_damaged');
    moveIntoPlaceNow(partial, target);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

/** Whether all pages of a library that is not open can be read. What is no database is not whole. */
export function isLibraryWhole(database: string): boolean {
  try {
    return withDb(database, isWhole);
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code)))
      return false;
    throw error;
  }
}

/**
 * Takes athletes out of a copy of the library, of whatever version, and writes its pages anew without them.
 * @throws errors of SQLite for what is no whole copy
 */
export function forgetInCopy(file: string, athletes: readonly string[]): void {
  withDb(file, (db) => {
    db.pragma('trusted_schema = OFF');
    db.pragma('journal_mode = DELETE');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('secure_delete = ON');
    const remove = db.prepare('DELETE FROM athletes WHERE id = ?');
    const gone = db.transaction(() => {
      let rows = 0;
      for (const id of athletes) rows += remove.run(id).changes;
      if (rows === 0) return 0;
      // What was written for an athlete beside a session cannot be told apart.
      if (hasTable(db, 'exports')) db.prepare('DELETE FROM exports WHERE session_id IS NULL').run();
      db.prepare('DELETE FROM files WHERE NOT EXISTS (SELECT 1 FROM clips WHERE file_sha256 = sha256)').run();
      return rows;
    })();
    if (gone > 0) db.exec('VACUUM');
  });
  syncNow(file);
}

const hasTable = (db: Db, name: string): boolean =>
  db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined;

function withDb<T>(file: string, use: (db: Db) => T): T {
  const db = new Database(file, { fileMustExist: true });
  try {
    db.pragma('busy_timeout = 2000');
    return use(db);
  } finally {
    db.close();
  }
}
