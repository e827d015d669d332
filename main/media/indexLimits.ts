/** Limits of the process that reads an index. */

/** Heap of the reading thread, and memory of the whole process with its buffers, MiB. */
export const HEAP_MIB = 256;
export const MOST_MIB = 450;
/** A process that holds less after an index may read another one. */
export const LIGHT_MIB = 160;

/** An index is read in well under a second; a loaded computer and a large file take longer. ms */
const LEAST_MS = 6000;
const MOST_MS = 20_000;
const BYTES_PER_MS = 50_000;

/** How long an index of a file of this size may take, ms. */
export const indexTime_ms = (bytes: number): number => Math.min(MOST_MS, LEAST_MS + bytes / BYTES_PER_MS);
