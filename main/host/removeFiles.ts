import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { removeExports } from '../files/cleanup.ts';
import { clearFound, clearFoundUntold } from '../files/found.ts';
import { derivedFolder } from '../files/layout.ts';
import { forgetRestored, removeReplaced } from '../files/restored.ts';
import type { HostContext } from './hostContext.ts';

/**
 * Deletes rows, and then the videos, film strips and exports that only they referred to, what was found of them included. A
 * referenced original is never touched, nor a file that no row knew before.
 */
export async function deleteWithFiles({ library }: HostContext, rows: () => void): Promise<void> {
  const { db, layout } = library;
  const exports = db.exports.ids();
  db.transaction(rows);
  // Only names of our own form were ever given to files.
  const unused = db.files.removeUnused().filter((sha256) => /^[0-9a-f]{64}$/.test(sha256));
  clearFound(layout, new Set(unused));
  for (const sha256 of unused) {
    for (const name of await readdir(layout.videos)) {
      if (name.startsWith(sha256)) await rm(join(layout.videos, name), { force: true });
    }
    await rm(derivedFolder(layout, sha256), { recursive: true, force: true });
  }
  const kept = db.exports.ids();
  removeExports(
    layout,
    [...exports].filter((id) => !kept.has(id)),
  );
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
