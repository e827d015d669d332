import type { Readable } from 'node:stream';
import type { Handlers } from '../../shared/contract/handlers.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { codedDbError } from '../db/dbErrors.ts';
import { codedDiskFull } from '../files/fileErrors.ts';
import { analysisHandlers } from './analysisHandlers.ts';
import { appHandlers } from './appHandlers.ts';
import { backupHandlers } from './backupHandlers.ts';
import { type MediaBytes, mediaBytes } from './bytes.ts';
import { caseHandlers } from './caseHandlers.ts';
import { clipHandlers } from './clipHandlers.ts';
import { compareHandlers } from './compareHandlers.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { drawingHandlers } from './drawingHandlers.ts';
import { createEventBus, type EventListener } from './eventBus.ts';
import { exportHandlers } from './exportHandlers.ts';
import { createFileOrder } from './fileOrder.ts';
import { createFilmStrips } from './filmStrips.ts';
import type { HostContext } from './hostContext.ts';
import { createIncoming } from './incoming.ts';
import { createJobs, type JobContext } from './jobs.ts';
import type { Library } from './library.ts';
import { createLibraryCopies } from './libraryCopies.ts';
import { libraryHandlers } from './libraryHandlers.ts';
import { libraryStateHandlers } from './libraryStateHandlers.ts';
import { modelHandlers } from './modelHandlers.ts';
import { poseHandlers } from './poseHandlers.ts';
import { programHandlers } from './program/programHandlers.ts';
import { replyError } from './replyErrors.ts';
import { sampleHandlers } from './sampleHandlers.ts';
import type { Services } from './services.ts';
import { createUpkeep } from './upkeep.ts';

/** The app without a window: what both roots put behind their wire. */
export interface Host {
  readonly dispatch: Dispatch;
  /** Returns the function that stops listening. */
  onEvent(listener: EventListener): () => void;
  /** Bytes of a `/media/...` address. @throws CodedError */
  bytes(address: URL, signal: AbortSignal): Promise<MediaBytes>;
  /** Appends bytes of an announced upload; answers how many are there. @throws CodedError */
  receiveUpload(token: string, offset: number, body: Readable): Promise<number>;
  /** Makes a token for a path that the desktop was given by a dialog or a drop. @throws CodedError */
  addChosenFile(path: string): Promise<{ token: string; name: string; bytes: number }>;
  /** Codes an error of the root's own work and logs it. */
  toReply(error: unknown, method: string): ReturnType<typeof replyError>;
  /** Does now what is done in idle time: copies of the library, and a look at the bytes of a video. */
  upkeep(): Promise<void>;
  /** Stops all jobs and closes the library. */
  close(): Promise<void>;
}

export function createHost(services: Services, library: Library): Host {
  const events = createEventBus();
  const toReply: Host['toReply'] = (error, method) => {
    const known = codedDiskFull(codedDbError(error, library.layout.root));
    return replyError(known, method, library.log, services.newId);
  };
  const jobs = createJobs({ events, toReply, now: services.now, newId: services.newId });
  const incoming = createIncoming(library.layout, services.newId);
  const inFileOrder = createFileOrder();
  const strips = createFilmStrips(library, services.media);
  const copies = createLibraryCopies(library, services.now);
  const context: HostContext = { services, library, events, jobs, incoming, strips, copies, inFileOrder };
  const upkeep = createUpkeep(context);
  library.hold.onLost(() => {
    jobs.breakOff(new CodedError('library_lost'));
    events.changed('library');
  });
  library.db.damaged.onNew(() => events.changed('library'));
  const handlers: Handlers<JobContext> = {
    ...appHandlers(context),
    ...libraryHandlers(context),
    ...libraryStateHandlers(context),
    ...clipHandlers(context),
    ...sampleHandlers(context),
    ...modelHandlers(context),
    ...poseHandlers(context),
    ...analysisHandlers(context),
    ...exportHandlers(context),
    ...programHandlers(context),
    ...compareHandlers(context),
    ...drawingHandlers(context),
    ...caseHandlers(context),
    ...backupHandlers(context),
  };
  return {
    dispatch: createDispatch(handlers, {
      jobs,
      toReply,
      check: library.hold.check,
      refuse: () => new CodedError('unknown_method'),
    }),
    onEvent: events.listen,
    bytes: (address, signal) => mediaBytes(context, address, signal),
    async receiveUpload(token, offset, body) {
      library.hold.check();
      const received = await incoming.receive(token, offset, body);
      library.hold.check();
      return received;
    },
    async addChosenFile(path) {
      const { token, name, bytes } = await incoming.addChosen(path);
      return { token, name, bytes };
    },
    toReply,
    upkeep: upkeep.run,
    async close() {
      await jobs.stopAll();
      await upkeep.stop();
      await strips.stop();
      await library.close();
    },
  };
}
