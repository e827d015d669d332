import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { secretsFrom } from './httpWire.testkit.ts';

const script = fileURLToPath(new URL('./serve.ts', import.meta.url));
let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'midstance-test-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function start(...args: string[]) {
  const child = spawn(process.execPath, [script, '--library', join(folder, 'library'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const url = async () => {
    await expect.poll(() => output, { timeout: 20_000 }).toMatch(/^Web UI available at http\S+\n/);
    return /http\S+/.exec(output)?.[0] ?? '';
  };
  return { child, url, output: () => output, ended: once(child, 'close') };
}

async function call(
  url: string,
  secrets: Awaited<ReturnType<typeof secretsFrom>>,
  method: string,
  input: unknown,
) {
  const { origin } = new URL(url);
  const response = await fetch(`${origin}/rpc/${method}`, {
    method: 'POST',
    headers: { ...secrets, origin, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  return response.json();
}

it('prints its address, answers, and gives the library back when it is asked to stop', async () => {
  const server = start();
  const url = await server.url();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
  const secrets = await secretsFrom(url);
  expect(await call(url, secrets, 'athletes.create', { name: 'Ann' })).toMatchObject({ ok: true });
  server.child.kill('SIGTERM');
  expect(await server.ended).toEqual([0, null]);
});

it('says in one sentence that the library is open elsewhere', async () => {
  await start().url();
  const second = start();
  expect(await second.ended).toEqual([1, null]);
  expect(second.output()).toMatch(/^Another window of Midstance has this library open\. Close it/);
});

it('starts again after kill -9 with everything that was committed', async () => {
  const first = start();
  const url = await first.url();
  await call(url, await secretsFrom(url), 'athletes.create', { name: 'Ann' });
  first.child.kill('SIGKILL');
  await first.ended;
  const again = await start().url();
  const answer = await call(again, await secretsFrom(again), 'athletes.list', {});
  expect(answer).toMatchObject({ ok: true, value: [{ name: 'Ann' }] });
}, 30_000);

it.each([['--port', '70000'], ['--what']])('refuses %s %s as bad usage', async (...args) => {
  const server = start(...args);
  expect(await server.ended).toEqual([2, null]);
  expect(server.output()).toContain('--help');
});
