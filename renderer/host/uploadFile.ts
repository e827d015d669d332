import { call, errorFromReply, type Transport } from '../../shared/contract/client.ts';
import type { TakenFile } from '../../shared/contract/desktopBridge.ts';
import type { Reply } from '../../shared/contract/handlers.ts';
import { uploadUrl } from '../../shared/contract/mediaUrls.ts';
import { CodedError } from '../../shared/domain/errors.ts';

export interface UploadOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** Sent in pieces, so that a broken connection costs one piece and memory stays small. */
const PIECE_BYTES = 8_000_000;
const MAX_RETRIES = 3;

/** @throws CodedError; `cancelled` when the signal ends it */
export async function uploadFile(
  transport: Transport,
  file: File,
  { signal, onProgress }: UploadOptions,
): Promise<TakenFile> {
  const taken = await call(transport, 'uploads.begin', { name: file.name, bytes: file.size });
  try {
    let offset = 0;
    let retries = 0;
    while (offset < file.size) {
      if (signal.aborted) throw new CodedError('cancelled');
      const piece = file.slice(offset, offset + PIECE_BYTES);
      const arrived = await putPiece(taken.token, offset, piece, file.name, signal);
      if (arrived === undefined) {
        if (++retries > MAX_RETRIES) throw new CodedError('host_unreachable');
        offset = (await call(transport, 'uploads.status', { token: taken.token })).received;
      } else {
        offset = arrived;
        retries = 0;
      }
      onProgress(offset, file.size);
    }
    return taken;
  } catch (error) {
    await call(transport, 'uploads.discard', { token: taken.token }).catch(() => undefined);
    throw signal.aborted ? new CodedError('cancelled') : error;
  }
}

/** Bytes that are there now; undefined when the connection broke. */
async function putPiece(
  token: string,
  offset: number,
  piece: Blob,
  name: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  // Read first: a file that has vanished must not look like a broken connection.
  const bytes = await piece.arrayBuffer().catch((error: unknown) => {
    throw new CodedError('unreadable', { file: name }, { cause: error });
  });
  const response = await fetch(uploadUrl(token, offset), { method: 'PUT', body: bytes, signal }).catch(
    () => undefined,
  );
  if (response === undefined) return undefined;
  const reply = (await response.json()) as Reply<{ received: number }>;
  if (!reply.ok) throw errorFromReply(reply.error);
  return reply.value.received;
}
