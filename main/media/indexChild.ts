/**
 * A process of its own that reads one index and ends. The reading is done by a second thread, so that the first one stays
 * free to watch memory and the parent: a loop without end can look after neither.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { HEAP_MIB, MOST_MIB } from './indexLimits.ts';
import { readPacketIndex } from './packetIndex.ts';

const WATCH_MS = 20;

function watchReader(file: string): void {
  const reader = new Worker(new URL(import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
  });
  reader.once('message', (index) => process.send?.(index, () => process.exit(0)));
  reader.once('error', () => process.exit(1));
  // Buffers count too, which no limit of the engine knows.
  setInterval(() => {
    if (process.memoryUsage.rss() > MOST_MIB * 2 ** 20) process.kill(process.pid, 'SIGKILL');
  }, WATCH_MS);
  // The app is gone: nobody wants the answer.
  process.once('disconnect', () => process.exit(1));
}

if (isMainThread) watchReader(process.argv[2] ?? '');
else parentPort?.postMessage(await readPacketIndex(String(workerData)));
