import type { Transport } from '../../shared/contract/client.ts';
import { type AppEvent, eventSchema } from '../../shared/contract/events.ts';
import type { Reply } from '../../shared/contract/handlers.ts';

/** Calls by POST, events by server-sent events: the way to the Node root. */
export function httpTransport(): Transport {
  const listeners = new Set<(event: AppEvent) => void>();
  let source: EventSource | undefined;
  const listen = (): void => {
    source = new EventSource('/events');
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const event = eventSchema.parse(JSON.parse(data));
      for (const listener of listeners) listener(event);
    };
  };
  return {
    async call(method, input) {
      const response = await fetch(`/rpc/${method}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(input),
      }).catch(() => undefined);
      const isReply = response?.headers.get('Content-Type')?.startsWith('application/json') === true;
      return isReply && response !== undefined ? ((await response.json()) as Reply) : UNREACHABLE;
    },
    onEvent(listener) {
      listeners.add(listener);
      if (source === undefined) listen();
      return () => listeners.delete(listener);
    },
  };
}

const UNREACHABLE: Reply = { ok: false, error: { code: 'host_unreachable', params: {} } };
