import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Host } from '../host/createHost.ts';

const HEARTBEAT_MS = 15_000;

/** Server-sent events until the browser goes away. A comment now and then keeps the connection open. */
export function streamEvents(host: Host, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': ready\n\n');
  const stop = host.onEvent((event) => response.write(`data: ${JSON.stringify(event)}\n\n`));
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  request.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}
