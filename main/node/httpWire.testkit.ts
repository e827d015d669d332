import { type AppEvent, eventSchema } from '../../shared/contract/events.ts';
import type { Reply } from '../../shared/contract/handlers.ts';
import { KEY_HEADER, keyFromFragment } from '../../shared/contract/pageKey.ts';
import type { OpenWire } from '../host/wire.testkit.ts';
import { startServer } from './server.ts';

export const NO_ASSETS = { renderer: '', weights: '', litert: '', mediapipe: '' };

/** Exchanges the token of the address for what a browser on the page sends: the cookie and the key. */
export async function secretsFrom(url: string): Promise<{ cookie: string; [KEY_HEADER]: string }> {
  const response = await fetch(url);
  const key = keyFromFragment(/#key=[\w-]+/.exec(await response.text())?.[0] ?? '') ?? '';
  return { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '', [KEY_HEADER]: key };
}

/** The Node root behind real HTTP, with the headers that a browser on its page sends. */
export const openHttpWire: OpenWire = async (host) => {
  const server = await startServer(host, { port: 0, assets: NO_ASSETS });
  const origin = `http://127.0.0.1:${server.port}`;
  const own = { ...(await secretsFrom(server.url())), origin };
  const listeners = new Set<(event: AppEvent) => void>();
  const stream = await fetch(`${origin}/events`, { headers: own });
  const reading = readEvents(stream, (event) => {
    for (const listener of listeners) listener(event);
  });
  return {
    transport: {
      async call(method, input) {
        const response = await fetch(`${origin}/rpc/${encodeURIComponent(method)}`, {
          method: 'POST',
          headers: { ...own, 'content-type': 'application/json' },
          body: JSON.stringify(input),
        });
        return (await response.json()) as Reply;
      },
      onEvent(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    fetch: (path, { headers, body, ...init } = {}) =>
      fetch(origin + path, {
        ...init,
        headers: { ...own, ...headers },
        ...(body === undefined ? {} : { body: Buffer.from(body) }),
      }),
    async close() {
      await server.close();
      await reading;
    },
  };
};

/** Hands over events until the connection ends. */
async function readEvents(response: Response, deliver: (event: AppEvent) => void): Promise<void> {
  let text = '';
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        if (block.startsWith('data: ')) deliver(eventSchema.parse(JSON.parse(block.slice(6))));
      }
    }
  } catch (error) {
    // The server closes the connection when the test ends.
    if (!(error instanceof TypeError)) throw error;
  }
}
