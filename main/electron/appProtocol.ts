import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { type AssetFolders, createAssets } from '../host/assets.ts';
import type { Host } from '../host/createHost.ts';
import { mediaResponse } from '../host/mediaResponse.ts';
import { PAGE_HEADERS, REPORT_POLICY } from '../host/pageHeaders.ts';
import { ownAddress } from './appOrigin.ts';

/**
 * Answers every request of the page: its own files by name, media by id with Range, uploads with PUT. No part of an
 * address becomes a path (see `createAssets` and `Host.bytes`).
 */
export function createAppProtocol(host: Host, folders: AssetFolders) {
  const findAsset = createAssets(folders);

  async function answer(request: Request): Promise<Response> {
    const address = ownAddress(request.url);
    if (address === undefined) return text(403, 'This address is not served here.');
    if (request.method === 'PUT') return receive(host, request, address);
    if (request.method !== 'GET') return text(405, 'Not allowed.');
    const range = request.headers.get('range') ?? undefined;
    if (address.pathname.startsWith('/media/')) {
      const media = await host.bytes(address, request.signal);
      const response = await mediaResponse(media, range);
      // Exports are pages of their own.
      if (media.downloadName !== undefined) response.headers.set('Content-Security-Policy', REPORT_POLICY);
      return response;
    }
    const asset = findAsset(address.pathname);
    if (asset === undefined) return text(404, 'Not found');
    return mediaResponse({ kind: 'file', ...asset }, range);
  }

  return async (request: Request): Promise<Response> => {
    let response: Response;
    try {
      response = await answer(request);
    } catch (error) {
      const reply = host.toReply(error, 'app');
      response = Response.json(
        { ok: false, error: reply },
        { status: reply.code === 'internal' ? 500 : 404 },
      );
    }
    for (const [name, value] of Object.entries(PAGE_HEADERS)) {
      if (!response.headers.has(name)) response.headers.set(name, value);
    }
    return response;
  };
}

async function receive(host: Host, request: Request, address: URL): Promise<Response> {
  const [, group, token = ''] = address.pathname.split('/');
  if (group !== 'upload') return text(404, 'Not found');
  const offset = Number(address.searchParams.get('offset') ?? 'none');
  const body = request.body === null ? Readable.from([]) : Readable.fromWeb(request.body as ReadableStream);
  const received = await host.receiveUpload(token, offset, body);
  return Response.json({ ok: true, value: { received } });
}

const text = (status: number, body: string): Response =>
  new Response(body, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
