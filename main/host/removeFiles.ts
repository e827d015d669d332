import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { derivedFolder, type LibraryLayout } from '../files/layout.ts';
import { forgetRestored, removeReplaced } from '../files/restored.ts';
import type { HostContext } from './hostContext.ts';
import type { Library } from './library.ts';

/**
 * After rows were deleted: removes the videos, film strips and exports that nothing refers to any more. A referenced
 * original is never touched.
 */
export function removeUnusedFiles({ library, inFileOrder }: HostContext): Promise<void> {
  const { db, layout } = library;
  return inFileOrder(async () => {
    for (const sha256 of db.files.removeUnused()) await removeContent(layout, sha256);
    const known = db.exports.ids();
    for (const name of await readdir(layout.exports)) {
      if (!known.has(name)) await rm(join(layout.exports, name), { recursive: true, force: true });
    }
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
