import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clipVideoUrl } from '../../shared/contract/mediaUrls.ts';
import { KEY_HEADER } from '../../shared/contract/pageKey.ts';
import { openTestHost, type TestHost } from '../host/testHost.testkit.ts';
import { secretsFrom } from './httpWire.testkit.ts';
import { type RunningServer, startServer } from './server.ts';

let app: TestHost;
let server: RunningServer;
let secrets: Awaited<ReturnType<typeof secretsFrom>>;
let origin = '';

beforeAll(async () => {
  app = await openTestHost();
  const folder = (name: string) => join(app.folder, name);
  for (const name of ['page', 'weights']) mkdirSync(folder(name));
  writeFileSync(join(folder('page'), 'index.html'), '<title>page</title>');
  writeFileSync(folder('secret.txt'), 'SECRET');
  const assets = {
    renderer: folder('page'),
    weights: folder('weights'),
    litert: folder('none'),
    mediapipe: folder('none'),
  };
  server = await startServer(app.host, { port: 0, assets });
  origin = `http://127.0.0.1:${server.port}`;
  secrets = await secretsFrom(server.url());
});
afterAll(async () => {
  await server.close();
  await app.close();
});

/** A request as it is given: neither path nor headers are tidied up. */
function raw(path: string, headers: Record<string, string>, method = 'GET', body = '') {
  return new Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port: server.port, path, method, headers, agent: false },
        (response) => {
          let text = '';
          response.on('data', (chunk: Buffer) => {
            text += chunk.toString();
          });
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, text, headers: response.headers }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    },
  );
}
const host = () => `127.0.0.1:${server.port}`;
const own = () => ({ ...secrets, host: host(), origin, 'content-type': 'application/json' });

describe('attacks on the Node root', () => {
  it('serves its own page to its own browser (the control)', async () => {
    expect((await raw('/', own())).text).toBe('<title>page</title>');
    expect((await raw('/rpc/athletes.list', own(), 'POST', '{}')).text).toBe('{"ok":true,"value":[]}');
  });

  it.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1.evil.example', '0.0.0.0'])(
    'DNS rebinding: the Host %j is refused, even with the cookie',
    async (name) => {
      expect((await raw('/', { ...own(), host: name })).status).toBe(403);
      const answer = await raw('/rpc/athletes.list', { ...own(), host: name }, 'POST', '{}');
      expect(answer.text).not.toContain('ok');
    },
  );

  it.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'http://localhost', ''])(
    'cross-site request: a call from the Origin %j is refused, even with the cookie',
    async (from) => {
      const answer = await raw('/rpc/athletes.create', { ...own(), origin: from }, 'POST', '{"name":"Eve"}');
      expect(answer.status).toBe(403);
      expect((await raw('/rpc/athletes.list', own(), 'POST', '{}')).text).not.toContain('Eve');
    },
  );

  it('cross-site request: a call without an Origin, as a form or with another type of body is refused', async () => {
    const { origin: _, ...without } = own();
    expect((await raw('/rpc/athletes.list', without, 'POST', '{}')).status).toBe(403);
    const form = { ...own(), 'content-type': 'text/plain' };
    expect((await raw('/rpc/athletes.list', form, 'POST', '{}')).status).toBe(415);
    expect((await raw('/rpc/athletes.list', own(), 'GET')).status).toBe(404);
    expect((await raw('/upload/x?offset=0', without, 'PUT', 'x')).status).toBe(403);
  });

  it('missing token: neither page, calls, events, media nor uploads answer without the cookie', async () => {
    const { cookie: _, ...stranger } = own();
    for (const path of ['/', '/events', '/media/clips/x/video', '/weights/x']) {
      expect((await raw(path, stranger)).status).toBe(401);
    }
    expect((await raw('/rpc/athletes.list', stranger, 'POST', '{}')).status).toBe(401);
    expect((await raw('/upload/x?offset=0', stranger, 'PUT', 'x')).status).toBe(401);
    expect((await raw('/', { ...stranger, cookie: `${secrets.cookie}x` })).status).toBe(401);
    expect((await raw('/?token=', stranger)).status).toBe(403);
  });

  it('token reuse: a token lets one browser in, is no password for calls, and the next one is different', async () => {
    const first = new URL(server.url()).search;
    const answer = await raw(`/${first}`, { host: host() });
    expect(answer.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    expect((await raw(`/${first}`, { host: host() })).status).toBe(403);
    expect((await raw(`/index.html${new URL(server.url()).search}`, { host: host() })).status).toBe(401);
    expect(new URL(server.url()).search).not.toBe(first);
  });

  it('the cookie alone, as it reaches every port of this computer, opens the page and no data', async () => {
    const { [KEY_HEADER]: key, ...cookieOnly } = own();
    expect((await raw('/', cookieOnly)).status).toBe(200);
    const list = (headers: Record<string, string>) => raw('/rpc/athletes.list', headers, 'POST', '{}');
    expect((await list(cookieOnly)).status).toBe(401);
    expect((await list({ ...cookieOnly, [KEY_HEADER]: `${key}x` })).status).toBe(401);
    expect((await list({ ...cookieOnly, [KEY_HEADER]: key })).status).toBe(200);
    for (const path of ['/events', '/media/none', '/media/none?key=', `/media/none?key=${key}x`])
      expect((await raw(path, cookieOnly)).status).toBe(401);
    expect((await raw(`/media/none?key=${key}`, cookieOnly)).status).toBe(404);
    expect((await raw('/upload/x?offset=0', cookieOnly, 'PUT', 'x')).status).toBe(401);
    // Neither is the key told to whoever has only the cookie, nor does it do anything without it.
    for (const path of ['/', '/?token=', '/?token=x'])
      expect((await raw(path, cookieOnly)).text).not.toContain(key);
    const { cookie: _, ...keyOnly } = own();
    expect((await list(keyOnly)).status).toBe(401);
  });

  it('HEAD changes nothing: it neither uses a token up nor keeps a stream open', async () => {
    const { search } = new URL(server.url());
    expect((await raw(`/${search}`, { host: host() }, 'HEAD')).status).toBe(401);
    expect(new URL(server.url()).search).toBe(search);
    expect((await raw(`/${search}`, { host: host() })).status).toBe(200);
    expect((await raw('/events', own(), 'HEAD')).status).toBe(404);
  });

  it.each(['//[', '//', '//evil.example/', '/\\\\[', '//[::1', '///', '/rpc/%', 'http://[', '*', ''])(
    'an address that is none: %j is an answer, not a crash',
    async (path) => {
      for (const method of ['GET', 'HEAD', 'POST', 'PUT']) {
        const { status } = await raw(path, own(), method, method === 'POST' ? '{}' : '');
        expect(status).toBeLessThan(500);
      }
      expect((await raw('/rpc/athletes.list', own(), 'POST', '{}')).status).toBe(200);
    },
  );

  it('a flood of keys, and values deep inside each other, are one short refusal', async () => {
    const many = Object.fromEntries(Array.from({ length: 300_000 }, (_, i) => [`k${i}`, i]));
    const deep = `{"a":${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}}`;
    for (const body of [JSON.stringify(many), deep]) {
      const answer = await raw('/rpc/athletes.create', own(), 'POST', body);
      expect([answer.status, answer.text.length < 1000]).toEqual([413, true]);
    }
    const some = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, i]));
    const answer = await raw('/rpc/athletes.create', own(), 'POST', JSON.stringify({ name: 'x', ...some }));
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    expect(answer.text.length).toBeLessThan(1000);
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/....//secret.txt',
    '/weights/../secret.txt',
    '/weights/..%2fsecret.txt',
    '/weights/%252e%252e%252fsecret.txt',
    '/assets/%00/../../secret.txt',
    '//etc/passwd',
    '/media/exports/..%2f..%2f/secret.txt',
    '/media/clips/..%2f..%2fsecret.txt/video',
    '/media/%ff/x',
  ])('path traversal: %s gives nothing away', async (path) => {
    const answer = await raw(path, own());
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.text).not.toMatch(/SECRET|root:/);
  });

  it('oversized body: a call of more than 8 MB is refused before it is read', async () => {
    const huge = { ...own(), 'content-length': '9000000' };
    const status = await new Promise<number>((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port: server.port, path: '/rpc/athletes.list', method: 'POST', headers: huge },
        (response) => {
          resolve(response.statusCode ?? 0);
          sent.destroy();
        },
      );
      sent.on('error', reject);
      sent.write('{');
    });
    expect(status).toBe(413);
  });

  it('oversized body: an upload cannot grow beyond what was announced', async () => {
    const announced = await raw('/rpc/uploads.begin', own(), 'POST', '{"name":"a.mp4","bytes":10}');
    const { token } = JSON.parse(announced.text).value;
    const answer = await raw(`/upload/${token}?offset=0`, own(), 'PUT', 'x'.repeat(1000));
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  });

  it.each(['no.such', 'constructor', '__proto__', 'athletes.list%00', '..%2fathletes.list'])(
    'unknown method: %s is an error, not a crash',
    async (method) => {
      const answer = await raw(`/rpc/${method}`, own(), 'POST', '{}');
      expect(answer.status).toBe(404);
      expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'unknown_method' } });
    },
  );

  it('malformed call: not JSON, and prototype keys, are refused', async () => {
    expect((await raw('/rpc/athletes.list', own(), 'POST', '{')).status).toBe(400);
    const answer = await raw(
      '/rpc/athletes.create',
      own(),
      'POST',
      '{"name":"x","__proto__":{"admin":true}}',
    );
    expect(answer.text).not.toContain('admin');
  });

  it('other machines: the server listens on the loopback address only', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((one) => one !== undefined && !one.internal && one.family === 'IPv4');
    const target = outside?.address ?? '127.0.0.2';
    const outcome = await new Promise((resolve) => {
      const socket = connect(server.port, target);
      socket.once('connect', () => resolve('connected')).once('error', () => resolve('refused'));
      socket.setTimeout(2000, () => resolve('refused'));
    });
    expect(outcome).toBe('refused');
  });

  it('framing, sniffing and foreign scripts: every answer carries the policy, errors too', async () => {
    for (const path of ['/', '/none', clipVideoUrl('no-such-clip')]) {
      const { headers } = await raw(path, own());
      expect(headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval'");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers).toMatchObject({
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      });
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });
});
