import PQueue from 'p-queue';

/**
 * However much is asked for at once, so many ffmpegs run: single pictures have a queue of their own, so that none waits for
 * work that takes minutes; streams, which last as long as their reader wants, have another. Nothing that runs in a queue
 * may wait for another turn in it.
 */
const AT_ONCE = { pictures: 3, work: 4, streams: 6 } as const;
export type FfmpegQueue = keyof typeof AT_ONCE;

const queues = {
  pictures: new PQueue({ concurrency: AT_ONCE.pictures }),
  work: new PQueue({ concurrency: AT_ONCE.work }),
  streams: new PQueue({ concurrency: AT_ONCE.streams }),
} satisfies Record<FfmpegQueue, PQueue>;

/** Runs when its turn has come. Aborting the signal while it waits takes it out of the queue. @throws the signal's reason */
export function inTurn<T>(
  queue: FfmpegQueue,
  signal: AbortSignal | undefined,
  run: () => Promise<T>,
): Promise<T> {
  return queues[queue].add(run, signal === undefined ? {} : { signal });
}

/** The same for something that is read piece by piece: its turn ends when it is read, or the reader leaves. */
export async function* streamInTurn<T>(
  signal: AbortSignal | undefined,
  stream: () => AsyncIterable<T>,
): AsyncGenerator<T, void, void> {
  const end = await turnOf(signal);
  try {
    yield* stream();
  } finally {
    end();
  }
}

/** Resolves, when a turn has come, with what ends it. */
function turnOf(signal: AbortSignal | undefined): Promise<() => void> {
  return new Promise((resolve, reject) => {
    inTurn('streams', signal, () => new Promise<void>((end) => resolve(end))).catch(reject);
  });
}
