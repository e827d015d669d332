import { randomUUID } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { CodedError } from '../../shared/domain/errors.ts';
import { codedDbError } from '../db/dbErrors.ts';
import { type LibraryDb, openLibraryDb } from '../db/libraryDb.ts';
import { checkCopy } from '../db/strangeDb.ts';
import { cleanUp, folderOwner, mayCleanUp, removeExports, setFolderOwner } from '../files/cleanup.ts';
import { finishTaking, listCopies, putInPlace, replacedLibraries, takeOut } from '../files/copies.ts';
import { checkPathLength, codedFolderError } from '../files/fileErrors.ts';
import { adoptFound, type WantedFiles } from '../files/found.ts';
import {
  type LibraryLayout,
  libraryLayout,
  makeFolders,
  ownNames,
  stampOf,
  workPath,
} from '../files/layout.ts';
import { type LockLimits, lockLibrary } from '../files/libraryLock.ts';
import { type Log, openLog } from '../files/log.ts';
import { takeRestored } from '../files/restored.ts';
import { checkAfterCrash, markClosed, markOpen } from './cleanEnd.ts';
import { type Hold, holdLibrary } from './hold.ts';
import { finishDeleting } from './removeFiles.ts';

export interface Library {
  readonly layout: LibraryLayout;
  readonly db: LibraryDb;
  readonly log: Log;
  readonly hold: Hold;
  close(): Promise<void>;
}

/** What the coach chose where a library did not open. */
export type OpenChoice =
  | { readonly kind: 'as_it_is' }
  | { readonly kind: 'copy'; readonly id: string }
  /** An empty database; what lies in the folder stays. */
  | { readonly kind: 'new' };

export interface OpenOptions {
  readonly choice?: OpenChoice;
  readonly now?: () => Date;
  readonly lock?: LockLimits;
  /** How often the library is looked after, milliseconds. */
  readonly lookMs?: number;
}

/**
 * Opens the library for this process alone and puts aside what a crash left half-made.
 * @throws CodedError library_locked, library_missing, library_damaged, library_from_future, library_unwritable,
 *   library_not_folder, path_too_long; for a copy not_found and copy_damaged
 */
export async function openLibrary(folder: string, options: OpenOptions = {}): Promise<Library> {
  const { choice = { kind: 'as_it_is' }, now = () => new Date(), lock, lookMs } = options;
  checkPathLength(folder);
  const layout = libraryLayout(folder);
  let log: Log | undefined;
  let hold: Hold | undefined;
  let isLockLost = false;
  const onLockLost = (): void => {
    isLockLost = true;
    log?.error('the lock of the library was lost');
    hold?.lose();
  };
  const release = await lockLibrary(folder, onLockLost, lock);
  let db: LibraryDb | undefined;
  try {
    const stamp = stampOf(now());
    finishTaking(layout, stamp);
    const isRestored = takeRestored(layout);
    choose(layout, choice, stamp);
    makeFolders(layout);
    log = openLog(layout.logs, { secrets: [folder] });
    await checkAfterCrash(layout);
    markOpen(layout);
    const last = folderOwner(layout);
    const opened = openLibraryDb(layout.database, {
      atLeast: last?.generation ?? 0,
      check: () => hold?.check(),
      onLost: () => hold?.lose(),
    });
    db = opened;
    opened.damaged.onNew((table) => log?.error({ table }, 'a row is damaged and left out'));
    hold = holdLibrary([layout.root, layout.database, `${layout.database}-wal`], lookMs);
    if (isLockLost) hold.lose();
    hold.onLost(() => log?.error('the library is gone'));
    const isAsItWas = choice.kind === 'as_it_is' && !isRestored;
    const moved = tidy(layout, opened, isAsItWas && mayCleanUp(last, opened.ownership), stamp);
    const { library, generation } = opened.ownership;
    await setFolderOwner(layout, { library, generation });
    log.info({ ...moved, isRestored, generation }, 'library opened');
    return closable({ layout, db: opened, log, hold }, release);
  } catch (error) {
    log?.error({ err: error }, 'library not opened');
    hold?.end();
    db?.close();
    await release();
    throw codedFolderError(codedDbError(error, folder), folder);
  }
}

const closable = (parts: Omit<Library, 'close'>, release: () => Promise<void>): Library => ({
  ...parts,
  async close() {
    parts.hold.end();
    parts.db.close();
    // Of a library that is somebody else's by now nothing is touched.
    if (!parts.hold.isLost) markClosed(parts.layout);
    parts.log.info('library closed');
    await release();
  },
});

/** What the database has rows for and is not in its place comes back; what it does not know goes aside. */
function tidy(layout: LibraryLayout, db: LibraryDb, mayMove: boolean, stamp: string) {
  removeExports(layout, db.exports.removeBackups());
  const known: WantedFiles = {
    videos: db.files.copies(),
    hashes: db.files.hashes(),
    exportIds: db.exports.ids(),
  };
  const adopted = adoptFound(layout, known, replacedLibraries(layout));
  const found = mayMove ? cleanUp(layout, known, stamp) : 0;
  if (mayMove) finishDeleting({ db, layout });
  return { adopted, found };
}

/** Puts the chosen database in its place, and refuses a folder whose database is gone. */
function choose(layout: LibraryLayout, choice: OpenChoice, stamp: string): void {
  if (choice.kind === 'copy') {
    const work = workPath(layout, 'restore', randomUUID());
    try {
      const copy = takeOut(layout, choice.id, work);
      checkCopy(copy);
      putInPlace(layout, copy, stamp);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  } else if (choice.kind === 'new') putInPlace(layout, undefined, stamp);
  else if (isEmpty(layout.database) && isFilled(layout))
    throw new CodedError('library_missing', { folder: layout.root });
}

const isEmpty = (database: string): boolean =>
  (statSync(database, { throwIfNoEntry: false })?.size ?? 0) === 0;

/** Whether the folder was the library of a database before. */
const isFilled = (layout: LibraryLayout): boolean =>
  folderOwner(layout) !== undefined ||
  listCopies(layout).length > 0 ||
  (['videos', 'derived', 'exports'] as const).some((kind) => ownNames(layout[kind], kind).length > 0);
