import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { removeExports } from '../files/cleanup.ts';
import { clearFound, clearFoundUntold } from '../files/found.ts';
import { derivedFolder, type LibraryLayout } from '../files/layout.ts';

import { forgetRestored, removeReplaced } from '../files/restored.ts';
import type { HostContext } from './hostContext.ts';
import type { Library } from './library.ts';

/**
 * Deletes rows, and then the videos, film strips and exports that only they referred to, what was found of them included. A
 * referenced original is never touched, nor a file that no row knew before.
 */
export function deleteWithFiles({ library, inFileOrder }: HostContext, rows: () => void): Promise<void> {
  const { db, layout } = library;
  return inFileOrder(async () => {
    const exports = db.exports.ids();
    db.transaction(rows);
    // Only names of our own form were ever given to files.
    const unused = db.files.removeUnused().filter((sha256) => /^[0-9a-f]{64}$/.test(sha256));
    clearFound(layout, new Set(unused));
    for (const sha256 of unused) await removeContent(layout, sha256);
    const kept = db.exports.ids();
    removeExports(
      layout,
      [...exports].filter((id) => !kept.has(id)),
    );
  });
}

/** Files that were put in place for rows that then were not stored. To be called within the turn that placed them. */
export async function removeStrays({ db, layout }: Library, hashes: readonly string[]): Promise<void> {
  for (const sha256 of hashes) if (db.files.find(sha256) === undefined) await removeContent(layout, sha256);
}

async function removeContent(layout: LibraryLayout, sha256: string): Promise<void> {
  for (const name of await readdir(layout.videos)) {
    if (name.startsWith(sha256)) await rm(join(layout.videos, name), { force: true });
  }
  await rm(derivedFolder(layout, sha256), { recursive: true, force: true });
}

/**
 * What cannot be told apart among what was found, copies of the database from before a migration, libraries from before a restore, and a backup that waits for the next start: they
 * still hold whoever was deleted since.
 */
export async function removeOldCopies({ library: { layout } }: HostContext): Promise<void> {
  const name = basename(layout.database);
  for (const file of await readdir(layout.root)) {
    if (file.startsWith(`${name}.v`) && /\.bak(\.partial)?$/.test(file))
      await rm(join(layout.root, file), { force: true });
  }
  clearFoundUntold(layout);
  removeReplaced(layout);
  forgetRestored(layout);
}
