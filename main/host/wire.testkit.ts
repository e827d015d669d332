import { Readable } from 'node:stream';
import type { Transport } from '../../shared/contract/client.ts';
import type { Host } from './createHost.ts';
import { mediaResponse } from './mediaResponse.ts';

/** One way between page and host: calls, events and bytes. */
export interface Wire {
  readonly transport: Transport;
  /** Path under the root's own origin. */
  fetch(
    path: string,
    init?: { method?: string; headers?: Record<string, string>; body?: Uint8Array },
  ): Promise<Response>;
  close(): Promise<void>;
}
export type OpenWire = (host: Host) => Promise<Wire>;

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** No wire at all; values are copied as JSON does, so that nothing is shared by reference. */
export const openMemoryWire: OpenWire = async (host) => ({
  transport: {
    call: async (method, input) => copy(await host.dispatch(method, copy(input))),
    onEvent: (listener) => host.onEvent((event) => listener(copy(event))),
  },
  async fetch(path, init = {}) {
    const address = new URL(path, 'memory://host');
    try {
      if (init.method === 'PUT') {
        const token = address.pathname.split('/')[2] ?? '';
        const offset = Number(address.searchParams.get('offset'));
        const body = Readable.from([Buffer.from(init.body ?? [])]);
        return Response.json({
          ok: true,
          value: { received: await host.receiveUpload(token, offset, body) },
        });
      }
      const media = await host.bytes(address, new AbortController().signal);
      return await mediaResponse(media, init.headers?.['Range']);
    } catch (error) {
      return Response.json({ ok: false, error: host.toReply(error, 'memory') }, { status: 404 });
    }
  },
  close: async () => undefined,
});
