import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { derivedFolder } from '../files/layout.ts';
import { forgetRestored, removeReplaced } from '../files/restored.ts';
import type { HostContext } from './hostContext.ts';

/**
 * After rows were deleted: removes the videos, film strips and exports that nothing refers to any more. A referenced
 * original is never touched.
 */
export async function removeUnusedFiles({ library }: HostContext): Promise<void> {
  const { db, layout } = library;
  // Only names of our own form were ever given to files.
  const hashes = db.files.removeUnused().filter((sha256) => /^[0-9a-f]{64}$/.test(sha256));
  for (const sha256 of hashes) {
    for (const name of await readdir(layout.videos)) {
      if (name.startsWith(sha256)) await rm(join(layout.videos, name), { force: true });
    }
    await rm(derivedFolder(layout, sha256), { recursive: true, force: true });
  }
  const known = db.exports.ids();
  for (const name of await readdir(layout.exports)) {
    if (!known.has(name)) await rm(join(layout.exports, name), { recursive: true, force: true });
  }
}

/**
 * Copies of the database from before a migration, libraries from before a restore, and a backup that waits for the next start: they
 * still hold whoever was deleted since.
 */
export async function removeOldCopies({ library: { layout } }: HostContext): Promise<void> {
  const name = basename(layout.database);
  for (const file of await readdir(layout.root)) {
    if (file.startsWith(`${name}.v`) && /\.bak(\.partial)?$/.test(file))
      await rm(join(layout.root, file), { force: true });
  }
  removeReplaced(layout);
  forgetRestored(layout);
}
