import { execa } from 'execa';
import { findFfmpeg } from './ffmpegPath.ts';
import { GLOBAL_ARGS } from './inputArgs.ts';

export interface FfmpegResult {
  readonly exitCode: number | undefined;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

const MAX_STDERR = 1_000_000;
const MAX_STDOUT = 256_000_000;
const KILL_AFTER_MS = 2000;

export interface FfmpegOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with every line of standard error. */
  readonly onLine?: ((line: string) => void) | undefined;
}

/** Starts ffmpeg; aborting the signal ends it. Output is streamed when `buffer` is false. */
function spawn(args: readonly string[], buffer: boolean, signal: AbortSignal | undefined) {
  return execa(findFfmpeg(), [...GLOBAL_ARGS, ...args], {
    stdin: 'ignore',
    encoding: 'buffer',
    buffer: { stdout: buffer, stderr: true },
    maxBuffer: { stdout: MAX_STDOUT, stderr: MAX_STDERR },
    reject: false,
    forceKillAfterDelay: KILL_AFTER_MS,
    stripFinalNewline: false,
    ...(signal === undefined ? {} : { cancelSignal: signal }),
  });
}

/**
 * Runs ffmpeg to its end and returns what it wrote. A non-zero exit is a result, not an exception.
 * @throws the signal's reason when aborted; MediaError ffmpeg_missing
 */
export async function runFfmpeg(args: readonly string[], options: FfmpegOptions = {}): Promise<FfmpegResult> {
  options.signal?.throwIfAborted();
  const child = spawn(args, true, options.signal);
  const { onLine } = options;
  if (onLine !== undefined) {
    let rest = '';
    child.stderr.on('data', (part: Buffer) => {
      const lines = `${rest}${part.toString('utf8')}`.split(/[\r\n]+/);
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line);
    });
  }
  const result = await child;
  options.signal?.throwIfAborted();
  return {
    exitCode: result.exitCode,
    stdout: result.stdout,
    stderr: Buffer.from(result.stderr).toString('utf8'),
  };
}

/**
 * Standard output as it comes, with back-pressure: ffmpeg waits while the consumer does. Leaving the loop early ends ffmpeg.
 * Returns the exit code and what was written to standard error.
 */
export async function* streamFfmpeg(
  args: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array, { exitCode: number | undefined; stderr: string }> {
  signal?.throwIfAborted();
  const child = spawn(args, false, signal);
  let isFinished = false;
  try {
    for await (const part of child.stdout) {
      signal?.throwIfAborted();
      yield part as Uint8Array;
    }
    const result = await child;
    isFinished = true;
    signal?.throwIfAborted();
    return { exitCode: result.exitCode, stderr: Buffer.from(result.stderr).toString('utf8') };
  } finally {
    if (!isFinished) {
      child.kill('SIGKILL');
      await child.catch(() => undefined);
    }
  }
}
