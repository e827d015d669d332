import { codedDbError } from '../db/dbErrors.ts';
import { type LibraryDb, openLibraryDb } from '../db/libraryDb.ts';
import { cleanUp } from '../files/cleanup.ts';
import { codedFileError } from '../files/fileErrors.ts';
import { type LibraryLayout, libraryLayout, makeFolders } from '../files/layout.ts';
import { lockLibrary } from '../files/libraryLock.ts';
import { type Log, openLog } from '../files/log.ts';
import { takeRestored } from '../files/restored.ts';
import { checkAfterCrash, markClosed, markOpen } from './cleanEnd.ts';

export interface Library {
  readonly layout: LibraryLayout;
  readonly db: LibraryDb;
  readonly log: Log;
  close(): Promise<void>;
}

/**
 * Opens the library for this process alone and removes what a crash left half-made.
 * @throws CodedError library_locked, library_from_future, library_damaged, disk_full, unreadable
 */
export async function openLibrary(folder: string): Promise<Library> {
  const layout = libraryLayout(folder);
  let log: Log | undefined;
  const release = await lockLibrary(folder, () => log?.error('the lock of the library was lost'));
  let db: LibraryDb | undefined;
  try {
    const isRestored = takeRestored(layout);
    makeFolders(layout);
    log = openLog(layout.logs, { secrets: [folder] });
    await checkAfterCrash(layout);
    markOpen(layout);
    db = openLibraryDb(layout.database);
    db.exports.removeBackups();
    const removed = cleanUp(layout, { hashes: db.files.hashes(), exportIds: db.exports.ids() });
    log.info({ removed, isRestored }, 'library opened');
    const opened = { db, log };
    return {
      layout,
      ...opened,
      async close() {
        opened.db.close();
        markClosed(layout);
        opened.log.info('library closed');
        await release();
      },
    };
  } catch (error) {
    log?.error({ err: error }, 'library not opened');
    db?.close();
    await release();
    throw codedFileError(codedDbError(error, folder), 'library');
  }
}
