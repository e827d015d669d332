import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { QuarterTurn } from '../../shared/domain/quarterTurn.ts';
import { within } from './within.ts';

/** Folders of a library. Videos are named by content, so a name tells nothing about a person. */
export interface LibraryLayout {
  readonly root: string;
  readonly database: string;
  /** Copies of imported videos, `<sha256>.<ext>`. */
  readonly videos: string;
  /** What was made from a video: one folder per sha256 with film strip and proxy. */
  readonly derived: string;
  /** One folder per export. */
  readonly exports: string;
  /** Copies of the database by their instant. */
  readonly snapshots: string;
  /** Uploads and half-made files; what a crash leaves of them goes to `found` at the next start. */
  readonly temporary: string;
  /** Graph models that the coach puts there, a folder each; the app only reads it. */
  readonly models: string;
  readonly logs: string;
  /** What the database did not know at a start, by the day it was found; nothing of it is removed unasked. */
  readonly found: string;
}

export function libraryLayout(root: string): LibraryLayout {
  return {
    root,
    database: join(root, 'library.db'),
    videos: join(root, 'videos'),
    derived: join(root, 'derived'),
    exports: join(root, 'exports'),
    snapshots: join(root, 'snapshots'),
    temporary: join(root, 'temporary'),
    models: join(root, 'models'),
    logs: join(root, 'logs'),
    found: join(root, 'found'),
  };
}

export function makeFolders(layout: LibraryLayout): void {
  for (const folder of [
    layout.videos,
    layout.derived,
    layout.exports,
    layout.snapshots,
    layout.temporary,
    layout.models,
    layout.logs,
  ]) {
    mkdirSync(folder, { recursive: true });
  }
}

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** Work that has a place of its own in `temporary` while it lasts; what a killed program leaves of it is swept. */
export const WORK = ['upload', 'import', 'export', 'case', 'sample', 'proxy', 'restore', 'backup'] as const;

/** Place of a piece of work in `temporary`; for a backup that of its copy of the database. */
export const workPath = (layout: LibraryLayout, work: (typeof WORK)[number], id: string): string =>
  join(layout.temporary, `${work}-${id}${work === 'backup' ? '.db' : ''}`);

/** What of a library's folders has names of our own form; other names are nobody's business here. */
export const OWN_NAMES = {
  videos: /^[0-9a-f]{64}(\.[a-z0-9]{1,5})?$/,
  derived: /^[0-9a-f]{64}$/,
  exports: new RegExp(`^${UUID}$`),
  // With whatever ending: the part of a file that is being written, a database with its journal.
  temporary: new RegExp(`^(${WORK.join('|')})-${UUID}(\\.[a-z-]+)*$`),
} as const;
export type SweptFolder = keyof typeof OWN_NAMES;

/** Names of our own form in one of the folders, or in a folder laid out like it; none where there is no folder. */
export function ownNames(folder: string, kind: SweptFolder): string[] {
  try {
    return readdirSync(folder).filter((name) => OWN_NAMES[kind].test(name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return [];
    throw error;
  }
}

/** An instant as it stands in names of files. */
export const stampOf = (now: Date): string =>
  now
    .toISOString()
    .replace(/:/g, '-')
    .replace(/\.\d{3}Z$/, 'Z');
export const STAMP = /\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z/;
/** ISO instant of such a name. */
export const instantOf = (stamp: string): string => stamp.replace(/T(\d{2})-(\d{2})-/, 'T$1:$2:');

export const derivedFolder = (layout: LibraryLayout, sha256: string): string =>
  within(layout.derived, sha256);
/** Pictures of another turn lie beside the others. */
const ofTurn = (turn: QuarterTurn): string => (turn === 0 ? '' : `-turned-${turn}`);
export const thumbnailName = (index: number, turn: QuarterTurn = 0): string =>
  `thumbnail-${String(index).padStart(3, '0')}${ofTurn(turn)}.jpg`;
export const proxyFile = (
  layout: LibraryLayout,
  sha256: string,
  container: 'mp4' | 'webm',
  turn: QuarterTurn = 0,
): string => join(derivedFolder(layout, sha256), `proxy${ofTurn(turn)}.${container}`);
