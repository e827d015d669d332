import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { derivedFolder } from '../files/layout.ts';
import type { HostContext } from './hostContext.ts';

/**
 * After rows were deleted: removes the videos, film strips and exports that nothing refers to any more. A referenced
 * original is never touched.
 */
export async function removeUnusedFiles({ library }: HostContext): Promise<void> {
  const { db, layout } = library;
  for (const sha256 of db.files.removeUnused()) {
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
