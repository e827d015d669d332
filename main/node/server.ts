import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CodedError } from '../../shared/domain/errors.ts';
import { type AssetFolders, createAssets } from '../host/assets.ts';
import type { Host } from '../host/createHost.ts';
import { createGuard } from './guard.ts';
import { setCommonHeaders } from './headers.ts';
import { sendJson } from './respond.ts';
import { route } from './routes.ts';

export interface RunningServer {
  readonly port: number;
  /** The address that lets one browser in. */
  url(): string;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly assets: AssetFolders;
  /** Called when an address was used up, with the next one. */
  readonly onNextUrl?: (url: string) => void;
}

/** Serves the app to browsers on this computer only. */
export async function startServer(host: Host, options: ServerOptions): Promise<RunningServer> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(new CodedError('port_in_use', { port: options.port }, { cause: error })),
    );
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const guard = createGuard(port);
  const url = () => `http://127.0.0.1:${port}/?token=${guard.token()}`;
  const context = {
    host,
    guard,
    findAsset: createAssets(options.assets),
    onTokenUsed: () => options.onNextUrl?.(url()),
  };
  server.on('request', (request, response) => {
    setCommonHeaders(response);
    route(context, request, response).catch((error: unknown) => fail(host, response, error));
  });
  return {
    port,
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An answer that has begun can only be broken off. */
function fail(host: Host, response: ServerResponse, error: unknown): void {
  if (response.destroyed) return;
  const reply = host.toReply(error, 'http');
  if (response.headersSent) response.destroy();
  else sendJson(response, reply.code === 'internal' ? 500 : 404, { ok: false, error: reply });
}
