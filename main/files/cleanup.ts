import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { removePartials, writeAtomic } from './atomicWrite.ts';
import { moveToFound, type WantedFiles } from './found.ts';
import { type LibraryLayout, makeFolders, ownNames, type SweptFolder } from './layout.ts';

/**
 * Moves what no row knows into `found/`: what a crash left behind, and files whose rows are gone. Only names of our own form
 * are looked at, and nothing that was ever whole is removed. To be called while the library is locked.
 * @param stamp the instant, as it stands in names
 * @returns how many entries were moved
 */
export function cleanUp(layout: LibraryLayout, known: WantedFiles, stamp: string): number {
  makeFolders(layout);
  removePartials(layout.root);
  const isKnown: Readonly<Record<SweptFolder, (name: string) => boolean>> = {
    videos: (name) => known.hashes.has(name.slice(0, 64)),
    derived: (name) => known.hashes.has(name),
    exports: (name) => known.exportIds.has(name),
    temporary: () => false,
  };
  let moved = 0;
  for (const kind of ['temporary', 'videos', 'derived', 'exports'] as const) {
    const unknown = ownNames(layout[kind], kind).filter((name) => !isKnown[kind](name));
    moveToFound(layout, kind, unknown, stamp);
    moved += unknown.length;
  }
  return moved;
}

/** Folders of exports whose rows were taken out on purpose. */
export function removeExports(layout: LibraryLayout, ids: readonly string[]): void {
  for (const id of ids) rmSync(join(layout.exports, id), { recursive: true, force: true });
}

const ownerSchema = z.object({ library: z.string(), generation: z.int().nonnegative() });
/** Which database owned the folder last, as its database said it then. */
export type FolderOwner = z.output<typeof ownerSchema>;
const ownerFile = ({ root }: LibraryLayout): string => join(root, 'library.generation.json');

/** Undefined in a folder that no database has owned yet, or where its word cannot be read. */
export function folderOwner(layout: LibraryLayout): FolderOwner | undefined {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(ownerFile(layout), 'utf8')));
  } catch {
    return undefined;
  }
}

export const setFolderOwner = (layout: LibraryLayout, owner: FolderOwner): Promise<void> =>
  writeAtomic(ownerFile(layout), JSON.stringify(owner));

/**
 * Whether this database is the one that owned the folder last, as it was then. Another one, a new one or an older copy does not
 * know what lies there, and its first start moves nothing.
 * @param opened its identity, and the generation of its last opening before this one
 */
export const mayCleanUp = (
  last: FolderOwner | undefined,
  opened: { library: string; before: number | undefined },
): boolean =>
  last !== undefined &&
  last.library === opened.library &&
  opened.before !== undefined &&
  opened.before >= last.generation;
