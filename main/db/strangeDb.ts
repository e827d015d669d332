import Database from 'better-sqlite3';
import { CodedError } from '../../shared/domain/errors.ts';
import type { Db } from './connection.ts';
import { MIGRATIONS, versionOf } from './migrate.ts';
import { schemaOf, schemaOfVersion } from './schemaOf.ts';

/**
 * Opens a database that came from elsewhere. Nothing in its schema may run code, and nothing is asked of it before its schema
 * is known to be exactly that of its version.
 * @throws CodedError library_from_future; RangeError or an error of SQLite for what is no whole library
 */
export function openStrange(file: string): Db {
  const db = new Database(file, { fileMustExist: true });
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('foreign_keys = ON');
    db.pragma('mmap_size = 0');
    const version = versionOf(db);
    if (version > MIGRATIONS.length) throw new CodedError('library_from_future');
    if (schemaOf(db) !== schemaOfVersion(version))
      throw new RangeError(`invalid schema of version ${version}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** All pages and indexes, and that every row refers to one that is there. @throws RangeError */
export function checkPages(db: Db): void {
  const [first] = db.pragma('integrity_check(1)', { simple: false }) as { integrity_check: string }[];
  if (first?.integrity_check !== 'ok') throw new RangeError('damaged');
  if ((db.pragma('foreign_key_check') as unknown[]).length > 0)
    throw new RangeError('rows without their owner');
}

/**
 * Looks at all pages of a copy that this app made, and leaves one file of it, without what lay beside it.
 * @throws CodedError library_from_future, copy_damaged
 */
export function checkCopy(file: string): void {
  let db: Db | undefined;
  try {
    db = openStrange(file);
    checkPages(db);
    db.pragma('journal_mode = DELETE');
  } catch (error) {
    if (error instanceof CodedError && error.code === 'library_from_future') throw error;
    throw new CodedError('copy_damaged', {}, { cause: error });
  } finally {
    db?.close();
  }
}
