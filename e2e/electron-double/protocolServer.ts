import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

export interface ProtocolServer {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Chromium without Electron knows no `app:` scheme: this lends it an address on this computer, behind which the root's
 * own protocol handler answers.
 * @param pageOrigin origin that the handler expects
 */
export async function serveProtocol(
  pageOrigin: string,
  handle: (request: Request) => Promise<Response>,
): Promise<ProtocolServer> {
  const server = createServer((request, response) => {
    answer(pageOrigin, handle, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  pageOrigin: string,
  handle: (request: Request) => Promise<Response>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const { method = 'GET', headers } = request;
  const hasBody = method === 'PUT' || method === 'POST';
  // Undici wants to be told that the answer may come before the body has ended; the DOM's types do not know that.
  const body = hasBody ? { body: Readable.toWeb(request) as BodyInit, duplex: 'half' } : {};
  const range = headers.range === undefined ? {} : { headers: { range: headers.range } };
  const given = new Request(pageOrigin + request.url, { method, ...range, ...body, signal: gone.signal });
  const made = await handle(given);
  response.writeHead(made.status, Object.fromEntries(made.headers));
  if (made.body === null) response.end();
  else await pipeline(Readable.fromWeb(made.body as ReadableStream), response);
}
