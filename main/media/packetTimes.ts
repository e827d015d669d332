import { type ChildProcess, fork } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndexAnswer, IndexRequest } from './indexChild.ts';
import { INDEX_WAIT_MS, indexWork_ms } from './indexLimits.ts';
import type { PacketIndex } from './packetIndex.ts';

/**
 * The packets of the film, read in a process of its own with limits of time, memory and count: one flipped bit
 * in an index can ask for gigabytes, or for ever.
 * @returns undefined where the container is not ISO media or Matroska, is damaged, or went beyond a limit: ffmpeg judges it
 * @throws the signal's reason when aborted
 */
export async function readPacketTimes(
  { file, filmTrack }: Omit<IndexRequest, 'work_ms'>,
  signal?: AbortSignal,
  limit_ms = INDEX_WAIT_MS,
): Promise<PacketIndex | undefined> {
  const work_ms = indexWork_ms((await stat(file)).size);
  signal?.throwIfAborted();
  const child = takeReader();
  const kill = (): void => void child.kill('SIGKILL');
  const timer = setTimeout(kill, limit_ms);
  signal?.addEventListener('abort', kill, { once: true });
  try {
    const answer = await answerOf(child, { file, filmTrack, work_ms });
    signal?.throwIfAborted();
    if (answer?.isLight === true) keepReader(child);
    return answer?.index;
  } finally {
    clearTimeout(timer);
    if (!waiting.includes(child)) kill();
    signal?.removeEventListener('abort', kill);
  }
}

/** Readers that answered and wait for another file: to start one takes longer than to read most indexes. */
const waiting: ChildProcess[] = [];
const IDLE_MS = 10_000;
const MOST_WAITING = 2;

function takeReader(): ChildProcess {
  const child = waiting.pop() ?? startChild();
  child.ref();
  child.channel?.ref();
  return child;
}

/** Keeps it for a while, without holding this process for it. */
function keepReader(child: ChildProcess): void {
  if (waiting.length >= MOST_WAITING || !child.connected) return;
  waiting.push(child);
  child.unref();
  child.channel?.unref();
  const leave = (): void => {
    const place = waiting.indexOf(child);
    if (place >= 0) waiting.splice(place, 1);
  };
  child.once('close', leave);
  setTimeout(() => {
    const isWaiting = waiting.includes(child);
    leave();
    if (isWaiting) child.kill();
  }, IDLE_MS).unref();
}

/** Electron's program is Node when it is told so. */
function startChild(): ChildProcess {
  return fork(CHILD, [], {
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8'],
    env: { ...process.env, NODE_OPTIONS: '', ELECTRON_RUN_AS_NODE: '1' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** Beside this file: the source, or in the built app, where an archive cannot be run from, a file outside of it. */
const CHILD = import.meta.url.endsWith('.ts')
  ? join(import.meta.dirname, 'indexChild.ts')
  : join(import.meta.dirname.replace(/app\.asar(?=[\\/]|$)/, 'app.asar.unpacked'), 'indexChild.mjs');

/** What the child says of the file; undefined when it ended without a word. */
function answerOf(child: ChildProcess, request: IndexRequest): Promise<IndexAnswer | undefined> {
  return new Promise((resolve) => {
    const settle = (answer?: IndexAnswer): void => {
      for (const event of ['message', 'error', 'close']) child.removeAllListeners(event);
      resolve(answer);
    };
    child.once('message', (message) => settle(message as unknown as IndexAnswer));
    child.once('error', () => settle());
    child.once('close', () => settle());
    child.send(request, (problem) => {
      if (problem !== null) settle();
    });
  });
}
