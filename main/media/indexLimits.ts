/** Limits of the process that reads an index. */

/** Heap of the reading thread, and memory of the whole process with its buffers, MiB. */
export const HEAP_MIB = 256;
export const MOST_MIB = 450;
/** A process that holds less after an index may read another one. */
export const LIGHT_MIB = 160;

/** An index is read in well under a second; a large file takes longer. Of the processor, ms. */
const LEAST_MS = 5000;
const MOST_MS = 15_000;
const BYTES_PER_MS = 50_000;

/** How much of the processor the index of a file of this size may take, ms: a busy computer does not make it damaged. */
export const indexWork_ms = (bytes: number): number => Math.min(MOST_MS, LEAST_MS + bytes / BYTES_PER_MS);

/** Nobody waits longer, ms. */
export const INDEX_WAIT_MS = 18_000;
