import { analysesTable } from './analyses.ts';
import { assessmentsTable } from './assessments.ts';
import { athletesTable } from './athletes.ts';
import { clipsTable } from './clips.ts';
import { closeLooksTable } from './closeLooks.ts';
import { connect, type Db } from './connection.ts';
import { damagedRowsOf } from './damagedRows.ts';
import { codedOpenError } from './dbErrors.ts';
import { drillLogTable } from './drillLog.ts';
import { editsTable } from './edits.ts';
import { exercisesTable } from './exercises.ts';
import { exportsTable } from './exports.ts';
import { filesTable } from './files.ts';
import { forgottenTable } from './forgotten.ts';
import { migrate } from './migrate.ts';
import { ADVANCE, type OwnerChecks, type Ownership, ownerSchema, takeOwnership } from './ownership.ts';
import { planOverridesTable } from './planOverrides.ts';
import { plansTable } from './plans.ts';
import { poseTable } from './pose.ts';
import { programmesTable } from './programmes.ts';
import { sessionSearch } from './sessionSearch.ts';
import { sessionsTable } from './sessions.ts';
import { settingsTable } from './settings.ts';

/**
 * Opens (and migrates) the database of a library for this connection alone: one repository per table.
 * @throws CodedError library_from_future, library_damaged, library_locked, library_unwritable, disk_full
 */
export function openLibraryDb(file: string, checks: OwnerChecks = {}) {
  const db = connected(file);
  try {
    migrate(db);
    // Before any statement is prepared: from here on each one that writes is checked.
    const ownership: Ownership = takeOwnership(db, checks);
    return { ownership, ...libraryDbOn(db) };
  } catch (error) {
    db.close();
    throw codedOpenError(error, file);
  }
}

/** The repositories on a database that is open and of the newest version. */
export function libraryDbOn(db: Db) {
  const clips = clipsTable(db);
  const advance = db.prepare(ADVANCE);
  return {
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
    forgotten: forgottenTable(db),
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

export type LibraryTables = ReturnType<typeof libraryDbOn>;
export type LibraryDb = ReturnType<typeof openLibraryDb>;
