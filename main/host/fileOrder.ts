import PQueue from 'p-queue';

/** Runs work on the library's files one after the other. */
export type InFileOrder = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * The one order of everything that puts files into the library's folders or takes them out. Whoever brings files moves them
 * and commits their rows in one turn, and whoever sweeps asks the rows and removes in one turn: so no sweep sees a file
 * whose row is still to come, and no file comes whose row was just deleted. Long work (copying, hashing, decoding) stays
 * outside, in the temporary folder.
 */
export function createFileOrder(): InFileOrder {
  const queue = new PQueue({ concurrency: 1 });
  return (work) => queue.add(work);
}
