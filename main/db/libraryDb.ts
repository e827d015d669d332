import type { Statement } from 'better-sqlite3';
import { z } from 'zod';
import { CodedError } from '../../shared/domain/errors.ts';
import { analysesTable } from './analyses.ts';
import { assessmentsTable } from './assessments.ts';
import { athletesTable } from './athletes.ts';
import { clipsTable } from './clips.ts';
import { closeLooksTable } from './closeLooks.ts';
import { connect, type Db } from './connection.ts';
import { damagedRowsOf } from './damagedRows.ts';
import { drillLogTable } from './drillLog.ts';
import { editsTable } from './edits.ts';
import { exercisesTable } from './exercises.ts';
import { exportsTable } from './exports.ts';
import { filesTable } from './files.ts';
import { MIGRATIONS, migrate, versionOf } from './migrate.ts';
import { ADVANCE, type OwnerChecks, type Ownership, ownerSchema, takeOwnership } from './ownership.ts';
import { planOverridesTable } from './planOverrides.ts';
import { plansTable } from './plans.ts';
import { poseTable } from './pose.ts';
import { programmesTable } from './programmes.ts';
import { sessionSearch } from './sessionSearch.ts';
import { sessionsTable } from './sessions.ts';
import { settingsTable } from './settings.ts';
import { codedOpenError } from './sqliteErrors.ts';

/**
 * What is in the database of a library that is not open, after a look at all its pages.
 * @param name of the file that it came in, as the coach knows it
 * @throws CodedError bad_backup, library_from_future
 */
export function checkedCounts(file: string, name: string): { athletes: number; clips: number } {
  let db: Db | undefined;
  try {
    db = connect(file);
    if (versionOf(db) > MIGRATIONS.length) throw new CodedError('library_from_future');
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') throw new RangeError('damaged');
    const count = (table: 'athletes' | 'clips') =>
      z.number().parse(db?.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    const counts = { athletes: count('athletes'), clips: count('clips') };
    // One file again: what a reader leaves beside it goes.
    db.pragma('journal_mode = DELETE');
    return counts;
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw new CodedError('bad_backup', { file: name, why: 'a part of it is damaged' }, { cause: error });
  } finally {
    db?.close();
  }
}

/**
 * Opens (and migrates) the database of a library for this connection alone: one repository per table.
 * @throws CodedError library_from_future, library_damaged, library_locked, library_unwritable, disk_full
 */
export function openLibraryDb(file: string, checks: OwnerChecks = {}) {
  const db = connected(file);
  try {
    migrate(db);
    // Not among the statements that are checked: it stands outside of every transaction.
    const copyTo = db.prepare('VACUUM INTO ?');
    return repositories(db, takeOwnership(db, checks), copyTo);
  } catch (error) {
    db.close();
    throw codedOpenError(error, file);
  }
}

function repositories(db: Db, ownership: Ownership, vacuumInto: Statement) {
  const clips = clipsTable(db);
  const advance = db.prepare(ADVANCE);
  return {
    ownership,
    /** A higher generation, from a change on that no older copy may undo unnoticed. To be called in its transaction. */
    advance: (): Pick<Ownership, 'library' | 'generation'> => ownerSchema.parse(advance.get()),
    /** Rows that lists left out, because they do not parse. */
    damaged: damagedRowsOf(db),
    settings: settingsTable(db),
    athletes: athletesTable(db),
    sessions: sessionsTable(db),
    search: sessionSearch(db),
    files: filesTable(db),
    clips,
    pose: poseTable(db),
    closeLooks: closeLooksTable(db),
    analyses: analysesTable(db),
    edits: editsTable(db, clips),
    exports: exportsTable(db),
    programmes: programmesTable(db),
    plans: plansTable(db),
    planOverrides: planOverridesTable(db),
    assessments: assessmentsTable(db),
    drillLog: drillLogTable(db),
    exercises: exercisesTable(db),
    /** Runs `write` in one transaction: all of it is stored or nothing. */
    transaction: <T>(write: () => T): T => db.transaction(write).immediate(),
    /**
     * Leaves nothing of deleted rows in the files: pages are written anew without them, and the log of changes is emptied.
     * Takes as long as copying the database.
     */
    forgetDeleted(): void {
      db.exec('VACUUM');
      db.pragma('wal_checkpoint(TRUNCATE)');
    },
    /** A whole copy in a new file, of this moment. */
    copyTo: (file: string): void => void vacuumInto.run(file),
    close: () => void db.close(),
  };
}

function connected(file: string): Db {
  try {
    return connect(file);
  } catch (error) {
    throw codedOpenError(error, file);
  }
}

export type LibraryDb = ReturnType<typeof openLibraryDb>;
