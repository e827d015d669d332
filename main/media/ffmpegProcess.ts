import { Readable } from 'node:stream';
import { execa } from 'execa';
import { findFfmpeg } from './ffmpegPath.ts';
import { type FfmpegQueue, inTurn } from './ffmpegQueue.ts';
import { LIMIT_ARGS, PATIENCE_MS, watch } from './ffmpegWatch.ts';
import { GLOBAL_ARGS } from './inputArgs.ts';
import { MediaError } from './mediaError.ts';

export interface FfmpegResult {
  readonly exitCode: number | undefined;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

const MAX_STDERR = 1_000_000;
const MAX_STDOUT = 256_000_000;
const KILL_AFTER_MS = 2000;
const FULL_DISK = /No space left on device|Disk quota exceeded|There is not enough space on the disk/;

export interface FfmpegOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with every line of standard error. */
  readonly onLine?: ((line: string) => void) | undefined;
  /** How long ffmpeg may say nothing, ms. */
  readonly patience_ms?: number | undefined;
  /** Called with what ffmpeg writes to `pipe:3`, `pipe:4` and so on, as it comes. */
  readonly asides?: readonly ((bytes: Uint8Array) => void)[] | undefined;
  /** Takes standard output as it comes, which is then not kept. */
  readonly onOutput?: ((bytes: Uint8Array) => void) | undefined;
  /** Which queue it waits in; default `work`. */
  readonly queue?: FfmpegQueue | undefined;
}

/** Starts ffmpeg; aborting the signal ends it. Output is streamed when `buffer` is false. */
function spawn(args: readonly string[], buffer: boolean, signal: AbortSignal | undefined, asides = 0) {
  const further = Array.from({ length: asides }, (_, i) => `fd${3 + i}` as const);
  return execa(findFfmpeg(), [...GLOBAL_ARGS, ...LIMIT_ARGS, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', ...further.map(() => 'pipe' as const)],
    encoding: 'buffer',
    // A broken file can complain about every block of every picture: only what is asked for is kept.
    buffer: { stdout: buffer, stderr: false, ...Object.fromEntries(further.map((fd) => [fd, false])) },
    maxBuffer: MAX_STDOUT,
    reject: false,
    forceKillAfterDelay: KILL_AFTER_MS,
    stripFinalNewline: false,
    ...(signal === undefined ? {} : { cancelSignal: signal }),
  });
}
type Child = ReturnType<typeof spawn>;

/** The beginning of standard error, and each of its lines. */
function listen(child: Child, onLine?: (line: string) => void): () => string {
  let kept = '';
  let rest = '';
  child.stderr.on('data', (part: Buffer) => {
    const text = part.toString('utf8');
    if (kept.length < MAX_STDERR) kept += text;
    if (onLine === undefined) return;
    const lines = `${rest}${text}`.split(/[\r\n]+/);
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
  return () => kept;
}

function listenAside(child: Child, fd: number, onBytes: (bytes: Uint8Array) => void): void {
  const side: unknown = child.stdio[fd];
  if (!(side instanceof Readable)) throw new TypeError(`invalid pipe: ${fd}`);
  side.on('data', onBytes);
}

const stuck = (patience_ms: number) => new MediaError('decode_failed', { seconds: patience_ms / 1000 });

/**
 * Runs ffmpeg to its end and returns what it wrote. A non-zero exit is a result, not an exception.
 * @throws the signal's reason when aborted; MediaError ffmpeg_missing; decode_failed when it said nothing for too long;
 * disk_full when what it wrote did not fit
 */
export function runFfmpeg(args: readonly string[], options: FfmpegOptions = {}): Promise<FfmpegResult> {
  return inTurn(options.queue ?? 'work', options.signal, () => run(args, options));
}

async function run(args: readonly string[], options: FfmpegOptions): Promise<FfmpegResult> {
  const { signal, onLine, onOutput, asides = [], patience_ms = PATIENCE_MS } = options;
  signal?.throwIfAborted();
  const child = spawn(args, onOutput === undefined, signal, asides.length);
  const guard = watch(patience_ms, () => child.kill('SIGKILL'));
  const errors = listen(child, onLine);
  child.stdout.on('data', (bytes: Uint8Array) => {
    guard.seen();
    onOutput?.(bytes);
  });
  child.stderr.on('data', guard.seen);
  asides.forEach((take, i) => {
    listenAside(child, 3 + i, (bytes) => {
      guard.seen();
      take(bytes);
    });
  });
  const result = await child.finally(guard.rest);
  signal?.throwIfAborted();
  if (guard.hasGivenUp()) throw stuck(patience_ms);
  const stderr = errors();
  // It may end with 0 although the end of what it wrote is missing.
  if (FULL_DISK.test(stderr)) throw new MediaError('disk_full');
  return { exitCode: result.exitCode, stdout: result.stdout ?? new Uint8Array(), stderr };
}

/**
 * Standard output as it comes, with back-pressure: ffmpeg waits while the consumer does. Leaving the loop early ends ffmpeg.
 * Returns the exit code and what was written to standard error.
 * @throws as `runFfmpeg`
 */
export async function* streamFfmpeg(
  args: readonly string[],
  { signal, patience_ms = PATIENCE_MS }: Omit<FfmpegOptions, 'onLine'> = {},
): AsyncGenerator<Uint8Array, { exitCode: number | undefined; stderr: string }> {
  signal?.throwIfAborted();
  const child = spawn(args, false, signal);
  const guard = watch(patience_ms, () => child.kill('SIGKILL'));
  const errors = listen(child);
  let isFinished = false;
  try {
    for await (const part of child.stdout) {
      signal?.throwIfAborted();
      guard.rest();
      yield part as Uint8Array;
      guard.seen();
    }
    const result = await child;
    isFinished = true;
    signal?.throwIfAborted();
    if (guard.hasGivenUp()) throw stuck(patience_ms);
    return { exitCode: result.exitCode, stderr: errors() };
  } finally {
    guard.rest();
    if (!isFinished) {
      child.kill('SIGKILL');
      await child.catch(() => undefined);
    }
  }
}
