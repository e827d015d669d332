import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { LibraryDb } from '../db/libraryDb.ts';
import { removeExports } from '../files/cleanup.ts';
import { clearFound, clearFoundUntold } from '../files/found.ts';
import { derivedFolder, type LibraryLayout } from '../files/layout.ts';
import { forgetRestored, removeReplaced } from '../files/restored.ts';
import type { InFileOrder } from './fileOrder.ts';

interface Stored {
  readonly db: LibraryDb;
  readonly layout: LibraryLayout;
}

/**
 * Deletes rows, and then the videos, film strips and exports that only they referred to, what was found of them included. A
 * referenced original is never touched, nor a file that no row knew before.
 */
export function deleteWithFiles(
  { library: { db, layout }, inFileOrder }: { readonly library: Stored; readonly inFileOrder: InFileOrder },
  rows: () => void,
): Promise<void> {
  return inFileOrder(async () => {
    const exports = db.exports.ids();
    db.transaction(rows);
    removeUnused({ db, layout });
    const kept = db.exports.ids();
    removeExports(
      layout,
      [...exports].filter((id) => !kept.has(id)),
    );
  });
}

/** The bytes first: their rows say what is still to be done if this is stopped in the middle. */
function removeUnused({ db, layout }: Stored): void {
  // Only names of our own form were ever given to files.
  const unused = db.files.unused().filter((sha256) => /^[0-9a-f]{64}$/.test(sha256));
  clearFound(layout, new Set(unused));
  for (const sha256 of unused) removeContent(layout, sha256);
  db.files.removeUnused();
}

/** Files that were put in place for rows that then were not stored. To be called within the turn that placed them. */
export function removeStrays({ db, layout }: Stored, hashes: readonly string[]): void {
  for (const sha256 of hashes) if (db.files.find(sha256) === undefined) removeContent(layout, sha256);
}

function removeContent(layout: LibraryLayout, sha256: string): void {
  for (const name of readdirSync(layout.videos))
    if (name.startsWith(sha256)) rmSync(join(layout.videos, name), { force: true });
  rmSync(derivedFolder(layout, sha256), { recursive: true, force: true });
}

/**
 * At a start: what a stop in the middle left of a deletion goes as it would have gone. To be called when what no row knows was
 * put aside.
 */
export function finishDeleting(stored: Stored): void {
  removeUnused(stored);
  if (stored.db.forgotten.list().length > 0) removeOldCopies(stored);
}

/**
 * What cannot be told apart among what was found, copies of the database from before a migration, libraries from before a restore, and a backup that waits for the next start: they
 * still hold whoever was deleted since.
 */
export function removeOldCopies({ layout }: Stored): void {
  const name = basename(layout.database);
  for (const file of readdirSync(layout.root)) {
    if (file.startsWith(`${name}.v`) && /\.bak(\.partial)?$/.test(file))
      rmSync(join(layout.root, file), { force: true });
  }
  clearFoundUntold(layout);
  removeReplaced(layout);
  forgetRestored(layout);
}
