import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect } from 'vitest';
import { secretsFrom } from './httpWire.testkit.ts';

const script = fileURLToPath(new URL('./serve.ts', import.meta.url));
/** Bounds a hang, not a speed: the machine may be busy. */
const START_MS = 200_000;

export interface Served {
  readonly child: ChildProcess;
  /** Address of a program that has started. */
  url(): Promise<string>;
  /** A call as the page makes it. */
  call(method: string, input: unknown): Promise<Reply>;
  /** Of the page's own origin, with its secrets. */
  fetch(path: string, init?: { method?: string; body?: Uint8Array }): Promise<Response>;
  output(): string;
  /** Exit code and signal. */
  readonly ended: Promise<unknown[]>;
}
export interface Reply {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: { readonly code: string };
}

/** Real processes of the command `npm start`, each test in a folder of its own; they end with the test. */
export function serveProcesses() {
  let folder = '';
  const children: ChildProcess[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'midstance-test-'));
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  /** With other arguments in place of a library of this test, and by another program that serves it. */
  function startWith(args: readonly string[], program = script): Served {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: folder,
    });
    children.push(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    const url = async () => {
      await expect.poll(() => output, { timeout: START_MS }).toMatch(/Web UI available at http\S+\n/);
      return /http:\S+/.exec(output)?.[0] ?? '';
    };
    let session: Promise<{ origin: string; secrets: Awaited<ReturnType<typeof secretsFrom>> }> | undefined;
    const enter = async () => {
      const address = await url();
      return { origin: new URL(address).origin, secrets: await secretsFrom(address) };
    };
    const ask = async (
      path: string,
      init: { method?: string; body?: Uint8Array } = {},
      type = 'application/octet-stream',
    ): Promise<Response> => {
      session ??= enter();
      const { origin, secrets } = await session;
      const headers = { ...secrets, origin, 'content-type': type };
      return fetch(origin + path, {
        method: init.method ?? 'GET',
        headers,
        body: init.body === undefined ? null : Buffer.from(init.body),
      });
    };
    return {
      child,
      url,
      async call(method, input) {
        const body = Buffer.from(JSON.stringify(input));
        const response = await ask(`/rpc/${method}`, { method: 'POST', body }, 'application/json');
        return (await response.json()) as Reply;
      },
      fetch: (path, init) => ask(path, init),
      output: () => output,
      ended: once(child, 'close'),
    };
  }
  return {
    folder: () => folder,
    library: () => join(folder, 'library'),
    startWith,
    start: (...args: string[]): Served => startWith(['--library', join(folder, 'library'), ...args]),
  };
}
