import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FileRecord } from '../db/files.ts';
import { proxyFile } from '../files/layout.ts';
import type { ClipProbe } from '../media/probe.ts';
import type { EventBus } from './eventBus.ts';
import type { InFileOrder } from './fileOrder.ts';
import type { Incoming } from './incoming.ts';
import type { Jobs } from './jobs.ts';
import type { Library } from './library.ts';
import type { Services } from './services.ts';

/** What the handlers share. */
export interface HostContext {
  readonly services: Services;
  readonly library: Library;
  readonly events: EventBus;
  readonly jobs: Jobs;
  readonly incoming: Incoming;
  readonly inFileOrder: InFileOrder;
}

export const pathOfFile = (library: Library, file: FileRecord): string =>
  file.storage === 'copy' ? join(library.layout.videos, file.place) : file.place;

export const isMissing = (library: Library, file: FileRecord): boolean =>
  !existsSync(pathOfFile(library, file));

/** Where pictures may be taken from; undefined where the bytes are not those that were measured. */
export const videoPathOf = (library: Library, file: FileRecord): string | undefined =>
  isMissing(library, file) ? undefined : pathOfFile(library, file);

/** Path of the copy that the browser plays; undefined where none was made, or it was deleted. */
export function proxyPathOf({ layout }: Library, { sha256, hasProxy }: FileRecord): string | undefined {
  if (!hasProxy) return undefined;
  return (['mp4', 'webm'] as const)
    .map((container) => proxyFile(layout, sha256, container))
    .find((path) => existsSync(path));
}

/** The probe as `main/media` knows it, from what is stored. */
export function probeOf({ probe, frameTable }: FileRecord): ClipProbe {
  const { containerFps, captureFps, isFullRateIntended, longestGop, ...rest } = probe;
  return {
    ...rest,
    frameTable,
    containerFps: containerFps ?? undefined,
    captureFps: captureFps ?? undefined,
    isFullRateIntended: isFullRateIntended ?? undefined,
    longestGop: longestGop ?? undefined,
  };
}
