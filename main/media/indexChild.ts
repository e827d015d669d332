/**
 * A process of its own that reads indexes, one after the other, until it is left. The reading is done by a second thread, so
 * that the first one stays free to watch memory and the parent: a loop without end can look after neither.
 */
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { HEAP_MIB, LIGHT_MIB, MOST_MIB } from './indexLimits.ts';
import type { PacketIndex } from './packetIndex.ts';

export interface IndexRequest {
  readonly file: string;
  readonly filmTrack: number;
  /** How much of the processor it may take, ms. */
  readonly work_ms: number;
}

export interface IndexAnswer {
  /** undefined as `readPacketIndex` says it. */
  readonly index: PacketIndex | undefined;
  /** Whether the process holds so little that it may read another one. */
  readonly isLight: boolean;
}

const WATCH_MS = 20;
const worked_ms = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const held_MiB = (): number => process.memoryUsage.rss() / 2 ** 20;

function watchReader(): void {
  const reader = new Worker(new URL(import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
  });
  reader.on('message', (index: PacketIndex | undefined) => {
    const answer: IndexAnswer = { index, isLight: held_MiB() < LIGHT_MIB };
    process.send?.(answer);
  });
  reader.once('error', () => process.exit(1));
  let [began_ms, work_ms] = [worked_ms(), Number.POSITIVE_INFINITY];
  process.on('message', (request: IndexRequest) => {
    began_ms = worked_ms();
    work_ms = request.work_ms;
    reader.postMessage(request);
  });
  // Buffers count too, which no limit of the engine knows.
  setInterval(() => {
    if (held_MiB() > MOST_MIB || worked_ms() - began_ms > work_ms) process.kill(process.pid, 'SIGKILL');
  }, WATCH_MS);
  // The app is gone: nobody wants the answer.
  process.once('disconnect', () => process.exit(1));
}

async function answerRequests(): Promise<void> {
  // Only the reading thread needs the parser, which takes longer to load than most indexes to read.
  const { readPacketIndex } = await import('./packetIndex.ts');
  // What is thrown ends the process: nothing of a damaged index stays for the next one.
  parentPort?.on('message', async ({ file, filmTrack }: IndexRequest) => {
    parentPort?.postMessage(await readPacketIndex(file, filmTrack));
  });
}

if (isMainThread) watchReader();
else await answerRequests();
