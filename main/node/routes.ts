import type { IncomingMessage, ServerResponse } from 'node:http';
import { isOversizedJson } from '../../shared/contract/callSize.ts';
import { isMethodName } from '../../shared/contract/handlers.ts';
import { keyFragment } from '../../shared/contract/pageKey.ts';
import type { createAssets } from '../host/assets.ts';
import type { Host } from '../host/createHost.ts';
import { streamEvents } from './eventStream.ts';
import type { Guard } from './guard.ts';
import { readBody } from './readBody.ts';
import { sendFile, sendJson, sendMedia, sendText } from './respond.ts';

/** Longer than any call: a chunk of keypoints. Files go through /upload, as streams. */
const MAX_CALL_BYTES = 8_000_000;
/** Builds put a hash of the content into these names. */
const FOREVER = 'public, max-age=31536000, immutable';

export interface RouteContext {
  readonly host: Host;
  readonly guard: Guard;
  readonly findAsset: ReturnType<typeof createAssets>;
  /** Told after a token was used, with the next one in place. */
  readonly onTokenUsed: () => void;
}

/** Answers one request. Whatever is thrown here is answered by the caller. */
export async function route(
  context: RouteContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { guard } = context;
  if (!guard.isOwnHost(request)) return sendText(response, 403, 'This address is not served here.');
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (!isReading && !guard.isOwnOrigin(request)) return sendText(response, 403, 'Not from this page.');
  const address = addressOf(request);
  if (address === undefined) return sendText(response, 400, 'Not an address.');
  // HEAD asks what would be answered: it uses no token up.
  if (request.method === 'GET' && address.pathname === '/' && address.searchParams.has('token')) {
    return admit(context, request, response, address.searchParams.get('token') ?? '');
  }
  // The app's own files are no secret; everything else asks for the key too.
  const isAsset = isReading && !/^\/(events$|media\/)/.test(address.pathname);
  if (!guard.hasSession(request) || !(isAsset || guard.hasKey(request, address))) {
    return sendText(response, 401, 'Open the address that Midstance printed when it started.');
  }
  return isReading ? read(context, request, response, address) : change(context, request, response, address);
}

/** Only a path of our own: "//[" and "//elsewhere/" would name another host. */
function addressOf({ url = '', headers }: IncomingMessage): URL | undefined {
  if (!url.startsWith('/') || /^[/\\]{2}/.test(url)) return undefined;
  return URL.parse(url, `http://${headers.host}`) ?? undefined;
}

/** Exchanges the token for cookie and key; the page then loads itself again without the token in its address. */
function admit(
  { guard, onTokenUsed }: RouteContext,
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
): void {
  const admitted = guard.exchange(token);
  if (admitted === undefined && !guard.hasSession(request)) {
    sendText(response, 403, 'This address was used already. Take the newest one that Midstance printed.');
    return;
  }
  // A page instead of a redirect: a strict cookie is not sent along a redirect that another site began.
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    ...(admitted === undefined ? {} : { 'Set-Cookie': admitted.cookie }),
  });
  // A browser that is in already has its key; whoever has only its cookie does not get it.
  const next = admitted === undefined ? '/' : `/${keyFragment(admitted.key)}`;
  const page = `<meta http-equiv="refresh" content="0;url=${next}"><link rel="icon" href="data:,">`;
  response.end(`<!doctype html>${page}<title>Midstance</title>`);
  if (admitted !== undefined) onTokenUsed();
}

async function read(
  { host, findAsset }: RouteContext,
  request: IncomingMessage,
  response: ServerResponse,
  address: URL,
): Promise<void> {
  if (address.pathname === '/events' && request.method === 'GET')
    return streamEvents(host, request, response);
  if (address.pathname.startsWith('/media/')) {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    return sendMedia(request, response, await host.bytes(address, gone.signal));
  }
  const asset = findAsset(address.pathname);
  if (asset === undefined) return sendText(response, 404, 'Not found');
  const isHashed = address.pathname.startsWith('/assets/');
  return sendFile(request, response, asset.path, asset.type, isHashed ? FOREVER : 'no-cache');
}

async function change(
  { host }: RouteContext,
  request: IncomingMessage,
  response: ServerResponse,
  address: URL,
): Promise<void> {
  const [, group, name = ''] = address.pathname.split('/');
  if (request.method === 'PUT' && group === 'upload') {
    const offset = Number(address.searchParams.get('offset') ?? 'none');
    return sendJson(response, 200, {
      ok: true,
      value: { received: await host.receiveUpload(name, offset, request) },
    });
  }
  if (request.method !== 'POST' || group !== 'rpc') return sendText(response, 404, 'Not found');
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    return sendText(response, 415, 'Calls are application/json.');
  }
  const body = await readBody(request, MAX_CALL_BYTES);
  if (body === undefined) {
    response.setHeader('Connection', 'close');
    return sendText(response, 413, 'Too large.');
  }
  if (isOversizedJson(body)) return sendText(response, 413, 'Too large.');
  let input: unknown;
  try {
    input = JSON.parse(body);
  } catch {
    return sendText(response, 400, 'Not JSON.');
  }
  sendJson(response, isMethodName(name) ? 200 : 404, await host.dispatch(name, input));
}
