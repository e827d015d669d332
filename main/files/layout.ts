import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
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
  /** Uploads and half-made files; emptied at every start. */
  readonly temporary: string;
  /** Graph models that the coach puts there, a folder each; the app only reads it. */
  readonly models: string;
  readonly logs: string;
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

export const derivedFolder = (layout: LibraryLayout, sha256: string): string =>
  within(layout.derived, sha256);
export const thumbnailName = (index: number): string => `thumbnail-${String(index).padStart(3, '0')}.jpg`;
export const proxyFile = (layout: LibraryLayout, sha256: string, container: 'mp4' | 'webm'): string =>
  join(derivedFolder(layout, sha256), `proxy.${container}`);
