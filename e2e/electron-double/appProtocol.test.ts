import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ORIGIN } from '../../main/electron/appOrigin.ts';
import { PAGE_PARTITION } from '../../main/electron/windowOptions.ts';
import { openTestHost, type TestHost } from '../../main/host/testHost.testkit.ts';
import { openDouble } from './ipcWire.testkit.ts';

let app: TestHost;
let double: Awaited<ReturnType<typeof openDouble>>;
const folder = mkdtempSync(join(tmpdir(), 'app-protocol-'));
const renderer = join(folder, 'renderer');
beforeAll(async () => {
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(join(renderer, 'index.html'), '<title>page</title>');
  writeFileSync(join(renderer, 'assets', 'a.js'), '0123456789');
  writeFileSync(join(folder, 'secret.txt'), 'SECRET');
  app = await openTestHost();
  const assets = { renderer, weights: folder, litert: folder, mediapipe: folder };
  double = await openDouble(app.host, { assets: { ...assets, weights: renderer } });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});
const ask = (url: string, init?: RequestInit) =>
  double.sessionOf(PAGE_PARTITION).fetch(new Request(url.startsWith('/') ? ORIGIN + url : url, init));

it('serves the page and its files, with Range', async () => {
  const start = await ask('/');
  expect([start.status, start.headers.get('content-type'), await start.text()]).toEqual([
    200,
    'text/html; charset=utf-8',
    '<title>page</title>',
  ]);
  const part = await ask('/assets/a.js', { headers: { range: 'bytes=2-4' } });
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
    206,
    'bytes 2-4/10',
    '234',
  ]);
});

it.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/..\\secret.txt',
  '/weights/../../secret.txt',
  '/weights/..%2f..%2fsecret.txt',
  '/assets/%00/../../../secret.txt',
  '/media/exports/..%2f..%2f/secret.txt',
  '/media/clips/..%2f..%2fsecret.txt/video',
  '/media/%ff/x',
])('path traversal: %s gives nothing away', async (path) => {
  const answer = await ask(path);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(await answer.text()).not.toContain('SECRET');
});

it('refuses other origins and other methods', async () => {
  expect((await ask('app://evil/index.html')).status).toBe(403);
  expect((await ask('/', { method: 'POST', body: 'x' })).status).toBe(405);
  expect((await ask('/', { method: 'DELETE' })).status).toBe(405);
  expect((await ask('/index.html', { method: 'PUT', body: 'x' })).status).toBe(404);
  await expect(ask('https://a.example/')).rejects.toThrow('ERR_BLOCKED_BY_CLIENT');
});

it('takes a dropped file by its path, which the page never learns, and says what is wrong with others', async () => {
  const dropped = { name: 'Ann runs.mp4', path: app.sample };
  const taken = await double.bridge.takeDroppedFile(dropped);
  expect(taken).toMatchObject({ ok: true, value: { name: 'Ann runs.mp4' } });
  expect(JSON.stringify(taken)).not.toContain(app.folder);
  const gone = await double.bridge.takeDroppedFile({ name: 'x.mp4', path: join(folder, 'x.mp4') });
  expect(gone).toMatchObject({ ok: false, error: { code: 'file_missing', params: { file: 'x.mp4' } } });
  const picture = await double.bridge.takeDroppedFile({ name: 'from a page.png' });
  expect(picture).toMatchObject({ ok: false, error: { code: 'unreadable' } });
});
