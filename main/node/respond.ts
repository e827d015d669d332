import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import send from 'send';
import { byteRange } from '../host/byteRange.ts';
import type { MediaBytes } from '../host/bytes.ts';
import { REPORT_POLICY } from './headers.ts';

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(text);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(value));
}

/** A file with Range and conditional requests; resolves when it is sent or given up. */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  type: string,
  cacheControl = 'no-cache',
): Promise<void> {
  return new Promise((resolve) => {
    response.once('close', resolve);
    response.setHeader('Content-Type', type);
    response.setHeader('Cache-Control', cacheControl);
    send(request, `/${encodeURIComponent(basename(path))}`, {
      root: dirname(path),
      dotfiles: 'allow',
      cacheControl: false,
      index: false,
    })
      .on('error', (error: { status?: number }) => sendText(response, error.status ?? 500, 'Not available'))
      .pipe(response);
  });
}

function sendBuffer(request: IncomingMessage, response: ServerResponse, bytes: Uint8Array): void {
  const range = byteRange(request.headers.range, bytes.length);
  response.setHeader('Accept-Ranges', 'bytes');
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'Content-Range': `bytes */${bytes.length}` }).end();
    return;
  }
  const body = range === undefined ? bytes : bytes.subarray(range.start, range.end + 1);
  const part = range && { 'Content-Range': `bytes ${range.start}-${range.end}/${bytes.length}` };
  response.writeHead(range === undefined ? 200 : 206, { ...part, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Sends what an address of media stands for. */
export async function sendMedia(
  request: IncomingMessage,
  response: ServerResponse,
  media: MediaBytes,
): Promise<void> {
  if (media.downloadName !== undefined) {
    response.setHeader('Content-Security-Policy', REPORT_POLICY);
    response.setHeader('Content-Disposition', `inline; filename="${media.downloadName}"`);
  }
  if (media.kind === 'file') return sendFile(request, response, media.path, media.type);
  response.setHeader('Content-Type', media.type);
  response.setHeader('Cache-Control', 'no-cache');
  if (media.kind === 'buffer') return sendBuffer(request, response, media.bytes);
  if (request.method === 'HEAD') {
    media.stream.destroy();
    response.end();
    return;
  }
  await pipeline(media.stream, response);
}
