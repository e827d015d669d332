import type { Transport } from '../../shared/contract/client.ts';
import { type AppEvent, eventSchema, type NewEvent } from '../../shared/contract/events.ts';
import type { Reply } from '../../shared/contract/handlers.ts';
import { endedEvents } from './endedEvents.ts';
import { ownUrl } from './pageKey.ts';

const UNREACHABLE = { ok: false, error: { code: 'host_unreachable', params: {} } } as const satisfies Reply;

async function post(method: string, input: unknown): Promise<Reply> {
  const response = await fetch(`/rpc/${method}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(input),
  }).catch(() => undefined);
  const isReply = response?.headers.get('Content-Type')?.startsWith('application/json') === true;
  return isReply && response !== undefined ? ((await response.json()) as Reply) : UNREACHABLE;
}

/** Calls by POST, events by server-sent events: the way to the Node root. */
export function httpTransport(): Transport {
  const listeners = new Set<(event: AppEvent) => void>();
  const runningJobs = new Map<string, string>();
  let source: EventSource | undefined;
  let seq = 0;
  const tell = (event: AppEvent): void => {
    seq = event.seq;
    if (event.type === 'job.done' || event.type === 'job.failed') runningJobs.delete(event.jobId);
    for (const listener of [...listeners]) listener(event);
  };
  /** After a broken connection: what ended meanwhile is told late instead of never. */
  const catchUp = async (): Promise<void> => {
    if (runningJobs.size === 0) return;
    const reply = await post('jobs.list', {});
    const missed: NewEvent[] = endedEvents(runningJobs, reply);
    // A number that is not the next one makes everybody fetch again.
    for (const event of missed) tell({ ...event, seq: seq + 2 });
  };
  const listen = (): void => {
    let wasBroken = false;
    source = new EventSource(ownUrl('/events'));
    source.onmessage = ({ data }: MessageEvent<string>) => tell(eventSchema.parse(JSON.parse(data)));
    source.onopen = () => {
      if (wasBroken) void catchUp();
      wasBroken = false;
    };
    source.onerror = () => {
      wasBroken = true;
      // Closed for good: the program is gone, or another one answers that does not know this page.
      if (source?.readyState === EventSource.CLOSED) void catchUp();
    };
  };
  return {
    async call(method, input) {
      const reply = await post(method, input);
      if (reply.ok && isStarted(reply.value)) runningJobs.set(reply.value.jobId, method);
      return reply;
    },
    onEvent(listener) {
      listeners.add(listener);
      if (source === undefined) listen();
      return () => listeners.delete(listener);
    },
  };
}

/** Only the answer that starts a job is nothing but its id. */
const isStarted = (value: unknown): value is { jobId: string } =>
  typeof value === 'object' && value !== null && Object.keys(value).join() === 'jobId';
