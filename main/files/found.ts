import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { instantOf, type LibraryLayout, OWN_NAMES, ownNames, STAMP, type SweptFolder } from './layout.ts';

const KINDS = Object.keys(OWN_NAMES) as SweptFolder[];
const DATED = new RegExp(`^${STAMP.source}$`);
const hashOf = (name: string): string => name.slice(0, 64);

/** What lies in `found/`. */
export interface FoundFiles {
  readonly files: number;
  readonly bytes: number;
  /** ISO instant of the first start at which something was found. */
  readonly since: string;
}

/** The dated folders, oldest first. */
const datedFolders = ({ found }: LibraryLayout): string[] =>
  foldersIn(found)
    .filter((name) => DATED.test(name))
    .sort()
    .map((name) => join(found, name));

function foldersIn(folder: string): string[] {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? readdirSync(folder) : [];
}

/** Moves entries of one of the library's folders into `found/`, below the instant. */
export function moveToFound(
  layout: LibraryLayout,
  kind: SweptFolder,
  names: readonly string[],
  stamp: string,
): void {
  if (names.length === 0) return;
  const target = join(layout.found, stamp, kind);
  mkdirSync(target, { recursive: true });
  for (const name of names) move(join(layout[kind], name), join(target, name));
}

/** A folder may lie on another disk, by a link of the coach's. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true, force: true });
  }
}

export function listFound(layout: LibraryLayout): FoundFiles | undefined {
  let files = 0;
  let bytes = 0;
  let since: string | undefined;
  for (const folder of datedFolders(layout)) {
    const sizes = entriesBelow(folder).map((path) => statSync(path).size);
    if (sizes.length === 0) continue;
    since ??= instantOf(folder.slice(layout.found.length + 1));
    files += sizes.length;
    bytes += sizes.reduce((sum, size) => sum + size, 0);
  }
  return since === undefined ? undefined : { files, bytes, since };
}

const entriesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** What the database has a row for. */
export interface WantedFiles {
  /** Names in `videos/`. */
  readonly videos: ReadonlySet<string>;
  readonly hashes: ReadonlySet<string>;
  readonly exportIds: ReadonlySet<string>;
}

/**
 * Takes back what the database knows and misses in its folders. Looked for in `found/`, newest first, and in libraries that a
 * backup replaced.
 * @returns how many entries came back
 */
export function adoptFound(
  layout: LibraryLayout,
  wanted: WantedFiles,
  elsewhere: readonly string[] = [],
): number {
  const isWanted: Readonly<Record<SweptFolder, (name: string) => boolean>> = {
    videos: (name) => wanted.videos.has(name),
    derived: (name) => wanted.hashes.has(name),
    exports: (name) => wanted.exportIds.has(name),
    temporary: () => false,
  };
  let adopted = 0;
  for (const folder of [...datedFolders(layout).reverse(), ...elsewhere]) {
    for (const kind of KINDS) {
      const present = new Set(ownNames(layout[kind], kind));
      for (const name of ownNames(join(folder, kind), kind).filter(isWanted[kind])) {
        if (present.has(name)) continue;
        move(join(folder, kind, name), join(layout[kind], name));
        adopted += 1;
      }
    }
    dropEmpty(folder);
  }
  return adopted;
}

/** A dated folder in which nothing is left goes; rmdir refuses one that holds anything. */
function dropEmpty(folder: string): void {
  for (const path of [...KINDS.map((kind) => join(folder, kind)), folder]) {
    try {
      if (readdirSync(path).length === 0) rmSync(path, { recursive: true });
    } catch {
      // Not there.
    }
  }
}

/** What `found/` holds of these contents goes for good. */
export function clearFound(layout: LibraryLayout, hashes: ReadonlySet<string>): void {
  for (const folder of datedFolders(layout)) {
    for (const kind of ['videos', 'derived'] as const) {
      const ofThese = ownNames(join(folder, kind), kind).filter((name) => hashes.has(hashOf(name)));
      for (const name of ofThese) rmSync(join(folder, kind, name), { recursive: true, force: true });
    }
    dropEmpty(folder);
  }
}

/** What cannot be told apart goes for good: half-made files and exports may show anybody. */
export function clearFoundUntold(layout: LibraryLayout): void {
  for (const folder of datedFolders(layout)) {
    for (const kind of ['exports', 'temporary'] as const)
      rmSync(join(folder, kind), { recursive: true, force: true });
    dropEmpty(folder);
  }
}

/** Everything that was found goes for good: the coach said so. */
export function removeFound(layout: LibraryLayout): void {
  for (const folder of datedFolders(layout)) rmSync(folder, { recursive: true, force: true });
}
