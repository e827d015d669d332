import { createStore } from 'zustand/vanilla';
import type { HostAccess } from '../../host/HostProvider.tsx';
import { roleGuess } from './roleGuess.ts';

export type ImportStage =
  | 'waiting'
  | 'uploading'
  | 'copy'
  | 'frame_table'
  | 'film_strip'
  | 'done'
  | 'failed'
  | 'cancelled';

export interface ImportItem {
  readonly id: number;
  readonly name: string;
  readonly stage: ImportStage;
  readonly done: number;
  readonly total: number;
  readonly error: unknown;
}

/** Where the bytes come from: a file of the page, or one that the desktop's dialog gave. */
export type ImportSource = File | { readonly token: string; readonly name: string; readonly bytes: number };

const STAGES: readonly string[] = ['copy', 'frame_table', 'film_strip'];
const isStage = (stage: string): stage is ImportStage => STAGES.includes(stage);
export const isEnded = ({ stage }: ImportItem): boolean =>
  stage === 'done' || stage === 'failed' || stage === 'cancelled';

/** Imports of one session, one after the other; each can be cancelled and tells its own problem. */
export function createImports(host: Pick<HostAccess, 'takeFile' | 'run'>, sessionId: string) {
  const store = createStore<{ items: readonly ImportItem[] }>(() => ({ items: [] }));
  const work = new Map<number, { source: ImportSource; mode: 'copy' | 'reference'; stop: AbortController }>();
  let nextId = 1;
  let isWorking = false;

  const patch = (id: number, change: Partial<ImportItem>): void =>
    store.setState(({ items }) => ({
      items: items.map((item) => (item.id === id ? { ...item, ...change } : item)),
    }));

  async function importOne(id: number): Promise<void> {
    const job = work.get(id);
    if (job === undefined) return;
    const { source, mode, stop } = job;
    const { signal } = stop;
    try {
      patch(id, { stage: 'uploading' });
      const onBytes = (done: number, total: number) => patch(id, { done, total });
      const { token } =
        source instanceof File ? await host.takeFile(source, { signal, onProgress: onBytes }) : source;
      await host.run(
        'clips.import',
        { token, sessionId, role: roleGuess(source.name), mode },
        {
          signal,
          onProgress: ({ stage, done, total }) =>
            patch(id, { ...(isStage(stage) ? { stage } : {}), done, total }),
        },
      );
      patch(id, { stage: 'done' });
    } catch (error) {
      patch(id, signal.aborted ? { stage: 'cancelled' } : { stage: 'failed', error });
    } finally {
      work.delete(id);
    }
  }

  async function workOff(): Promise<void> {
    if (isWorking) return;
    isWorking = true;
    const next = () => store.getState().items.find(({ stage }) => stage === 'waiting');
    for (let item = next(); item !== undefined; item = next()) await importOne(item.id);
    isWorking = false;
  }

  return {
    store,
    add(sources: readonly ImportSource[], mode: 'copy' | 'reference'): void {
      const added = sources.map((source): ImportItem => {
        const id = nextId++;
        work.set(id, { source, mode, stop: new AbortController() });
        const total = source instanceof File ? source.size : source.bytes;
        return { id, name: source.name, stage: 'waiting', done: 0, total, error: undefined };
      });
      store.setState(({ items }) => ({ items: [...items, ...added] }));
      void workOff();
    },
    cancel(id: number): void {
      work.get(id)?.stop.abort();
      patch(id, { stage: 'cancelled' });
    },
    /** The ended ones leave the list. */
    clear(): void {
      store.setState(({ items }) => ({ items: items.filter((item) => !isEnded(item)) }));
    },
  };
}
export type Imports = ReturnType<typeof createImports>;

const bySession = new WeakMap<object, Map<string, Imports>>();

/** The imports of a session as long as the window lives: leaving the page does not lose them. */
export function importsOf(host: Pick<HostAccess, 'takeFile' | 'run'>, sessionId: string): Imports {
  const ofHost = bySession.get(host) ?? new Map<string, Imports>();
  bySession.set(host, ofHost);
  const imports = ofHost.get(sessionId) ?? createImports(host, sessionId);
  ofHost.set(sessionId, imports);
  return imports;
}
