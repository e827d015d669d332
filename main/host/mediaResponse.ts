import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { byteRange } from './byteRange.ts';
import type { MediaBytes } from './bytes.ts';

const webStream = (stream: Readable): ReadableStream<Uint8Array> =>
  Readable.toWeb(stream) as ReadableStream<Uint8Array>;

/**
 * The media as a web response with Range, for wires that speak in those (custom protocols).
 * @param rangeHeader value of the request's `Range`
 */
export async function mediaResponse(media: MediaBytes, rangeHeader: string | undefined): Promise<Response> {
  const headers: Record<string, string> = { 'Content-Type': media.type };
  if (media.downloadName !== undefined) {
    headers['Content-Disposition'] = `inline; filename="${media.downloadName}"`;
  }
  if (media.kind === 'stream') return new Response(webStream(media.stream), { headers });
  const size = media.kind === 'file' ? (await stat(media.path)).size : media.bytes.length;
  const range = byteRange(rangeHeader, size);
  headers['Accept-Ranges'] = 'bytes';
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` } });
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  headers['Content-Length'] = String(end - start + 1);
  if (range !== undefined) headers['Content-Range'] = `bytes ${start}-${end}/${size}`;
  const body =
    media.kind === 'buffer'
      ? Buffer.from(media.bytes.subarray(start, end + 1))
      : size === 0
        ? null
        : webStream(createReadStream(media.path, { start, end }));
  return new Response(body, { status: range === undefined ? 200 : 206, headers });
}
