import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from '@playwright/test';

type Reply = { readonly ok: boolean; readonly value: unknown; readonly error?: unknown };

/** Calls the host as the page does. @throws Error with the host's answer where it refuses */
async function call<Value>(page: Page, method: string, input: unknown): Promise<Value> {
  const reply: Reply = await page.evaluate(
    async ([name, body]) => {
      const headers = { 'Content-Type': 'application/json' };
      return (await fetch(`/rpc/${name}`, { method: 'POST', headers, body })).json();
    },
    [method, JSON.stringify(input)] as const,
  );
  if (!reply.ok) throw new Error(`invalid ${method}: ${JSON.stringify(reply.error)}`);
  return reply.value as Value;
}

/** An athlete with a session for the clips of the matrix. */
export async function createSession(page: Page): Promise<string> {
  const athlete = await call<{ id: string }>(page, 'athletes.create', { name: 'Frame by frame' });
  const input = { athleteId: athlete.id, date: '2026-01-15' };
  return (await call<{ id: string }>(page, 'sessions.create', input)).id;
}

interface Imported {
  readonly id: string;
  readonly fileName: string;
  /** The browser cannot play the file itself. */
  readonly needsProxy: boolean;
}

/** Takes a file into the session as an upload does. */
export async function importClip(page: Page, sessionId: string, file: string): Promise<Imported> {
  const name = basename(file);
  const bytes = readFileSync(file);
  const { token } = await call<{ token: string }>(page, 'uploads.begin', { name, bytes: bytes.length });
  await page.evaluate(
    async ([to, base64]) => {
      const body = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const response = await fetch(to, { method: 'PUT', body });
      if (!response.ok) throw new Error(`invalid upload: ${response.status}`);
    },
    [`/upload/${encodeURIComponent(token)}?offset=0`, bytes.toString('base64')] as const,
  );
  await call(page, 'clips.import', { token, sessionId, role: 'unassigned', mode: 'copy' });
  for (const started = Date.now(); Date.now() - started < 60_000; ) {
    const clips = await call<Imported[]>(page, 'clips.list', { sessionId });
    const found = clips.find(({ fileName }) => fileName === name);
    if (found !== undefined) return found;
    await page.waitForTimeout(50);
  }
  throw new Error(`invalid import: ${name} did not arrive`);
}
