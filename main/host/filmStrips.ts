import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { QuarterTurn } from '../../shared/domain/quarterTurn.ts';
import type { FileRecord } from '../db/files.ts';
import { removePartials, writeAtomic } from '../files/atomicWrite.ts';
import { derivedFolder, thumbnailName } from '../files/layout.ts';
import { within } from '../files/within.ts';
import { fileState, pathOfFile, probeOf } from './clipFile.ts';
import type { Library } from './library.ts';
import type { MediaService } from './services.ts';

export const FILM_STRIP_PICTURES = 10;

const pictureOf = ({ layout }: Library, sha256: string, index: number, turn: QuarterTurn): string =>
  within(derivedFolder(layout, sha256), thumbnailName(index, turn));

/**
 * Film strips that are gone (deleted by hand, not in a backup that was damaged), and those of a turn that nobody has seen yet,
 * are made from their videos.
 */
export function createFilmStrips(library: Library, media: MediaService) {
  const stopping = new AbortController();
  const making = new Map<string, Promise<void>>();
  let last: Promise<unknown> = Promise.resolve();

  async function make(file: FileRecord, turn: QuarterTurn): Promise<void> {
    const { signal } = stopping;
    signal.throwIfAborted();
    const { pictures } = await media.check(pathOfFile(library, file), probeOf(file, turn), {
      pictures: FILM_STRIP_PICTURES,
      onProgress: () => undefined,
      signal,
    });
    // Deleted meanwhile: what is written now would be nobody's.
    if (library.db.files.find(file.sha256) === undefined) return;
    const folder = derivedFolder(library.layout, file.sha256);
    await mkdir(folder, { recursive: true });
    removePartials(folder);
    for (const [i, picture] of pictures.entries())
      await writeAtomic(pictureOf(library, file.sha256, i, turn), picture);
    if (pictures.length !== file.thumbnailCount) library.db.files.setThumbnails(file.sha256, pictures.length);
  }

  /** One clip after the other, and each once for all who ask. */
  function remake(file: FileRecord, turn: QuarterTurn): Promise<void> {
    const key = `${file.sha256} ${turn}`;
    const known = making.get(key);
    if (known !== undefined) return known;
    const made = last.then(() => make(file, turn)).finally(() => making.delete(key));
    making.set(key, made);
    last = made.catch(() => undefined);
    return made;
  }
  const isThere = (file: FileRecord): boolean =>
    file.thumbnailCount > 0 &&
    Array.from({ length: file.thumbnailCount }, (_, i) => pictureOf(library, file.sha256, i, 0)).every(
      (path) => existsSync(path),
    );
  return {
    /** Path of a picture, made again where it is gone and the video is whole. @throws MediaError, CodedError */
    async picture(file: FileRecord, turn: QuarterTurn, index: number): Promise<string> {
      const path = pictureOf(library, file.sha256, index, turn);
      if (!existsSync(path) && fileState(library, file) === 'whole') await remake(file, turn);
      return path;
    },
    /** The whole strip of the unturned clip. @throws MediaError, CodedError */
    async restore(file: FileRecord): Promise<void> {
      if (!isThere(file) && fileState(library, file) === 'whole') await remake(file, 0);
    },
    /** Ends what is being made. */
    async stop(): Promise<void> {
      stopping.abort();
      await last;
    },
  };
}
export type FilmStrips = ReturnType<typeof createFilmStrips>;
