import { existsSync, statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { CodedError } from '../../shared/domain/errors.ts';
import { type QuarterTurn, turnedLook } from '../../shared/domain/quarterTurn.ts';
import type { FileRecord } from '../db/files.ts';
import { proxyFile } from '../files/layout.ts';
import { within } from '../files/within.ts';
import type { ClipProbe } from '../media/probe.ts';
import { turnedProbe } from '../media/turn.ts';
import type { Library } from './library.ts';

export const pathOfFile = (library: Library, file: FileRecord): string =>
  file.storage === 'copy' ? within(library.layout.videos, file.place) : file.place;

/** `replaced`: its size is another one than it had. `damaged`: its bytes were seen to be others. */
export type FileState = 'whole' | 'missing' | 'replaced' | 'damaged';

/** What is known of a clip's file without reading it: where it lies, how large it is and what the last look at its bytes told. */
export function fileState(library: Library, file: FileRecord): FileState {
  if (file.storage === 'reference' && !isAbsolute(file.place)) return 'missing';
  const found = sizeAt(library, file);
  if (found === undefined) return 'missing';
  if (found !== file.bytes) return 'replaced';
  return file.isDamaged ? 'damaged' : 'whole';
}

function sizeAt(library: Library, file: FileRecord): number | undefined {
  try {
    const found = statSync(pathOfFile(library, file), { throwIfNoEntry: false });
    return found?.isFile() ? found.size : undefined;
  } catch {
    return undefined; // A place that cannot be looked at holds no video.
  }
}

export const isMissing = (library: Library, file: FileRecord): boolean =>
  fileState(library, file) === 'missing';

/**
 * Nothing is measured or handed on from other bytes than those that were imported.
 * @param fileName of the clip
 * @throws CodedError file_missing, file_damaged
 */
export function wholeFile(library: Library, file: FileRecord, fileName: string): string {
  const state = fileState(library, file);
  if (state !== 'whole')
    throw new CodedError(state === 'missing' ? 'file_missing' : 'file_damaged', { file: fileName });
  return pathOfFile(library, file);
}

/** Path of the copy of this turn that the browser plays; undefined where none was made, or it was deleted. */
export function proxyPathOf(
  { layout }: Library,
  { sha256, hasProxy }: FileRecord,
  turn: QuarterTurn,
): string | undefined {
  if (!hasProxy) return undefined;
  return (['mp4', 'webm'] as const)
    .map((container) => proxyFile(layout, sha256, container, turn))
    .find((path) => existsSync(path));
}

/** The probe as `main/media` knows it, of a clip that is turned so: its size is that of the turned pictures. */
export function probeOf({ probe, frameTable }: FileRecord, turn: QuarterTurn): ClipProbe {
  const { containerFps, captureFps, isFullRateIntended, longestGop, readerStart_s, ...rest } = probe;
  return {
    ...turnedProbe(rest, turn),
    frameTable,
    containerFps: containerFps ?? undefined,
    captureFps: captureFps ?? undefined,
    isFullRateIntended: isFullRateIntended ?? undefined,
    longestGop: longestGop ?? undefined,
    readerStart_s: readerStart_s ?? undefined,
  };
}

/** Light, blur and movement as the turned pictures show them; null where the file was not looked at. */
export const lookOf = ({ look, probe }: FileRecord, turn: QuarterTurn): FileRecord['look'] =>
  look && turnedLook(look, probe, turn);

/** Where pictures may be taken from; undefined where the bytes are not those that were measured. */
export const videoPathOf = (library: Library, file: FileRecord): string | undefined =>
  fileState(library, file) === 'whole' ? pathOfFile(library, file) : undefined;
