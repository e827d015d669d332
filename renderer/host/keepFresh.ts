import type { QueryClient } from '@tanstack/react-query';
import type { Transport } from '../../shared/contract/client.ts';
import type { DataScope } from '../../shared/contract/events.ts';

/** What else shows data of a changed group: counts and states inside other answers. */
const ALSO: Readonly<Partial<Record<DataScope, readonly DataScope[]>>> = {
  sessions: ['athletes', 'analysis', 'program', 'exports'],
  athletes: ['analysis', 'program', 'library', 'exports'],
  settings: ['exports'],
  clips: ['sessions', 'analysis'],
  pose: ['clips'],
  edits: ['analysis'],
  analysis: ['program'],
  program: ['library'],
  library: ['program'],
};

/** Fetches again what the host says has changed; all of it after a gap in the events. */
export function keepFresh(transport: Transport, cache: QueryClient): () => void {
  let lastSeq: number | undefined;
  return transport.onEvent((event) => {
    const isGap = lastSeq !== undefined && event.seq !== lastSeq + 1;
    lastSeq = event.seq;
    if (isGap) void cache.invalidateQueries();
    else if (event.type === 'data.changed') {
      for (const scope of [event.scope, ...(ALSO[event.scope] ?? [])]) {
        void cache.invalidateQueries({ queryKey: [scope] });
      }
    }
  });
}
