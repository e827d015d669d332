import { CodedError, type ErrorCode } from '../../shared/domain/errors.ts';
import { type LibraryCopy, listCopies } from '../files/copies.ts';
import { libraryLayout } from '../files/layout.ts';
import { openLog } from '../files/log.ts';
import { createHost, type Host } from './createHost.ts';
import { createDispatch } from './dispatch.ts';
import { createEventBus, type EventListener } from './eventBus.ts';
import { createJobs } from './jobs.ts';
import { type OpenChoice, type OpenOptions, openLibrary } from './library.ts';
import { replyError } from './replyErrors.ts';
import type { Services } from './services.ts';

/** Why a library did not open, where one of its copies may. */
export interface Rescue {
  readonly problem: CodedError;
  /** Newest first. */
  readonly copies: readonly LibraryCopy[];
}

/** What a copy helps against. */
const RESCUABLE: ReadonlySet<ErrorCode> = new Set([
  'library_missing',
  'library_damaged',
  'library_from_future',
]);

/**
 * The host of a library. Where that does not open but a copy of its database may, a host that offers the copies, and becomes
 * the host of the library when one was taken.
 * @throws CodedError for everything else that `openLibrary` says
 */
export async function openHost(
  services: Services,
  folder: string,
  options: OpenOptions = {},
): Promise<{ host: Host; rescue: Rescue | undefined }> {
  try {
    return { host: createHost(services, await openLibrary(folder, options)), rescue: undefined };
  } catch (error) {
    if (!(error instanceof CodedError) || !RESCUABLE.has(error.code)) throw error;
    const rescue = { problem: error, copies: listCopies(libraryLayout(folder)) };
    return { host: createRescueHost(services, folder, options, error), rescue };
  }
}

function createRescueHost(
  services: Services,
  folder: string,
  options: OpenOptions,
  problem: CodedError,
): Host {
  const { now, newId } = services;
  const layout = libraryLayout(folder);
  const log = openLog(layout.logs, { secrets: [folder] });
  const toReply: Host['toReply'] = (error, method) => replyError(error, method, log, newId);
  const events = createEventBus();
  const listeners = new Set<EventListener>();
  const tell: EventListener = (event) => {
    for (const listener of [...listeners]) listener(event);
  };
  events.listen(tell);
  let host: Host | undefined;
  const open = async (choice: OpenChoice): Promise<Record<string, never>> => {
    host = createHost(services, await openLibrary(folder, { ...options, choice }));
    host.onEvent(tell);
    events.changed('library');
    return {};
  };
  const refuse = (): CodedError => new CodedError(problem.code, problem.params);
  const dispatch = createDispatch(
    {
      'rescue.state': () => ({
        problem: { code: problem.code, params: { ...problem.params } },
        libraryPlace: folder,
        copies: listCopies(layout),
      }),
      'rescue.take': ({ id }) => open({ kind: 'copy', id }),
      'rescue.startNew': () => open({ kind: 'new' }),
    },
    { jobs: createJobs({ events, toReply, now, newId }), toReply, check: () => undefined, refuse },
  );
  return {
    dispatch: (method, input) => (host === undefined ? dispatch : host.dispatch)(method, input),
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async bytes(address, signal) {
      if (host === undefined) throw refuse();
      return host.bytes(address, signal);
    },
    async receiveUpload(token, offset, body) {
      if (host === undefined) throw refuse();
      return host.receiveUpload(token, offset, body);
    },
    async addChosenFile(path) {
      if (host === undefined) throw refuse();
      return host.addChosenFile(path);
    },
    toReply,
    async upkeep() {
      await host?.upkeep();
    },
    async close() {
      await host?.close();
    },
  };
}
