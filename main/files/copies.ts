import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '../../shared/domain/errors.ts';
import { instantOf, type LibraryLayout, STAMP } from './layout.ts';

export type CopyKind = 'snapshot' | 'before_migration' | 'before_restore' | 'replaced';

/** A database that can be taken in place of the present one. */
export interface LibraryCopy {
  readonly id: string;
  readonly kind: CopyKind;
  /** ISO instant at which it was made. */
  readonly madeAt: string;
  readonly bytes: number;
}
type Found = LibraryCopy & { readonly path: string };

const DATABASE = 'library.db';
/** Changes that are not in the database file yet; they belong to the file beside them. */
export const BESIDE = ['library.db-wal', 'library.db-shm'] as const;
/** A copy that is about to take the database's place. */
const NEXT = 'library.db.next';

const SNAPSHOT = new RegExp(`^(${STAMP.source})\\.db$`);
const BEFORE_MIGRATION = /^library\.db\.v(\d{1,4})\.bak$/;
const BEFORE_RESTORE = new RegExp(`^before-restore-(${STAMP.source})$`);
const REPLACED = new RegExp(`^replaced-(${STAMP.source})$`);

/** Copies that lie in the folder of the library, newest first; empty files are none. */
export const listCopies = (layout: LibraryLayout): LibraryCopy[] =>
  foundCopies(layout).map(({ path: _, ...copy }) => copy);

function foundCopies({ root }: LibraryLayout): Found[] {
  const copies: Found[] = [];
  const add = (kind: CopyKind, id: string, path: string, stamp?: string): void => {
    const file = statSync(path, { throwIfNoEntry: false });
    if (file?.isFile() !== true || file.size === 0) return;
    const madeAt = stamp === undefined ? file.mtime.toISOString() : instantOf(stamp);
    copies.push({ id, kind, madeAt, bytes: file.size, path });
  };
  for (const name of namesIn(root)) {
    const [, version] = BEFORE_MIGRATION.exec(name) ?? [];
    if (version !== undefined) add('before_migration', `before-migration-v${version}`, join(root, name));
    const [, restored] = BEFORE_RESTORE.exec(name) ?? [];
    if (restored !== undefined) add('before_restore', name, join(root, name, DATABASE), restored);
    const [, replaced] = REPLACED.exec(name) ?? [];
    if (replaced !== undefined) add('replaced', name, join(root, name, DATABASE), replaced);
  }
  const snapshots = join(root, 'snapshots');
  for (const name of namesIn(snapshots)) {
    const [, stamp] = SNAPSHOT.exec(name) ?? [];
    if (stamp !== undefined) add('snapshot', `snapshot-${stamp}`, join(snapshots, name), stamp);
  }
  return copies.sort((a, b) => (a.madeAt < b.madeAt ? 1 : a.madeAt > b.madeAt ? -1 : 0));
}

const namesIn = (folder: string): string[] =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(folder) : [];

/** Libraries that were replaced by a backup: their videos may be wanted again. */
export const replacedLibraries = ({ root }: LibraryLayout): string[] =>
  namesIn(root)
    .filter((name) => BEFORE_RESTORE.test(name))
    .sort()
    .reverse()
    .map((name) => join(root, name));

/** Names of folders that hold a library or database which another one replaced. */
export const isReplaced = (name: string): boolean => BEFORE_RESTORE.test(name) || REPLACED.test(name);

/**
 * Takes the copy out beside the library, to be checked and settled before it comes in.
 * @param work an empty folder
 * @returns its database file
 * @throws CodedError not_found
 */
export function takeOut(layout: LibraryLayout, id: string, work: string): string {
  const copy = foundCopies(layout).find((one) => one.id === id);
  if (copy === undefined) throw new CodedError('not_found');
  mkdirSync(work, { recursive: true });
  const target = join(work, DATABASE);
  copyFileSync(copy.path, target);
  const changes = `${copy.path}-wal`;
  if (existsSync(changes)) copyFileSync(changes, `${target}-wal`);
  return target;
}

/**
 * Puts a database in the place of the present one, which is kept in a dated folder. Stopped anywhere, one of the two is in its place
 * or `finishTaking` puts it there.
 * @param database one whole file, with nothing beside it; none to leave the place empty
 */
export function putInPlace(layout: LibraryLayout, database: string | undefined, stamp: string): void {
  const next = join(layout.root, NEXT);
  rmSync(next, { force: true });
  if (database !== undefined) {
    toDisk(database);
    renameSync(database, next);
  }
  moveAside(layout, stamp);
  if (database !== undefined) renameSync(next, layout.database);
}

function toDisk(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The database first: without it what is beside it is nothing, and a start that finds it gone takes the next one. */
function moveAside(layout: LibraryLayout, stamp: string): void {
  const aside = join(layout.root, `replaced-${stamp}`);
  for (const name of [DATABASE, ...BESIDE]) {
    const path = join(layout.root, name);
    if (!existsSync(path)) continue;
    mkdirSync(aside, { recursive: true });
    renameSync(path, join(aside, name));
  }
}

/** Before the library is opened: goes on where taking a copy was stopped. */
export function finishTaking(layout: LibraryLayout, stamp: string): void {
  const next = join(layout.root, NEXT);
  if (!existsSync(next)) return;
  // The present one never left: the choice is made anew.
  if (existsSync(layout.database)) {
    rmSync(next, { force: true });
    return;
  }
  const newest = namesIn(layout.root)
    .filter((name) => REPLACED.test(name))
    .sort()
    .at(-1);
  moveAside(layout, newest?.slice('replaced-'.length) ?? stamp);
  renameSync(next, layout.database);
}
