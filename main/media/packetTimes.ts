import { type ChildProcess, fork } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { indexTime_ms } from './indexLimits.ts';
import type { PacketIndex } from './packetIndex.ts';

/**
 * The packets of the first video track, read in a process of its own with limits of time, memory and count: one flipped bit
 * in an index can ask for gigabytes, or for ever.
 * @returns undefined where the container is not ISO media or Matroska, is damaged, or went beyond a limit: ffmpeg judges it
 * @throws the signal's reason when aborted
 */
export async function readPacketTimes(
  file: string,
  signal?: AbortSignal,
  limit_ms?: number,
): Promise<PacketIndex | undefined> {
  const patience_ms = limit_ms ?? indexTime_ms((await stat(file)).size);
  signal?.throwIfAborted();
  const child = startChild(file);
  const kill = (): void => void child.kill('SIGKILL');
  const timer = setTimeout(kill, patience_ms);
  signal?.addEventListener('abort', kill, { once: true });
  try {
    const index = await answerOf(child);
    signal?.throwIfAborted();
    return index;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', kill);
  }
}

/** Electron's program is Node when it is told so. */
function startChild(file: string): ChildProcess {
  return fork(CHILD, [file], {
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

/** What the child says; undefined when it ended without a word. */
function answerOf(child: ChildProcess): Promise<PacketIndex | undefined> {
  return new Promise((resolve) => {
    let answer: PacketIndex | undefined;
    child.once('message', (message) => {
      answer = message as unknown as PacketIndex | undefined;
    });
    child.once('error', () => resolve(undefined));
    child.once('close', () => resolve(answer));
  });
}
