import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type LibraryLayout, makeFolders } from './layout.ts';

export interface KnownContent {
  /** Content hashes that the database knows. */
  readonly hashes: ReadonlySet<string>;
  readonly exportIds: ReadonlySet<string>;
}

/**
 * Removes what a crash left behind: temporary files and files of imports or exports that were never committed. To be
 * called while the library is locked. Returns how many entries went.
 */
export function cleanUp(layout: LibraryLayout, known: KnownContent): number {
  makeFolders(layout);
  const isKnownHash = (name: string) => known.hashes.has(name.slice(0, 64));
  return (
    sweep(layout.temporary, () => false) +
    sweep(layout.videos, isKnownHash) +
    sweep(layout.derived, isKnownHash) +
    sweep(layout.exports, (name) => known.exportIds.has(name))
  );
}

function sweep(folder: string, keep: (name: string) => boolean): number {
  const leftovers = readdirSync(folder).filter((name) => !keep(name));
  for (const name of leftovers) rmSync(join(folder, name), { recursive: true, force: true });
  return leftovers.length;
}
