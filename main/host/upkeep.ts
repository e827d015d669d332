import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { setTimeout as rest } from 'node:timers/promises';
import type { FileRecord } from '../db/files.ts';
import { fileState, pathOfFile } from './clipFile.ts';
import type { HostContext } from './hostContext.ts';

/** When the first round begins and how long after one the next: the app starts first, and the disk rests most of the time. */
const FIRST_MS = 5000;
const EVERY_MS = 60_000;
/** How often the bytes of a video are compared with its hash. */
const CHECK_EVERY_MS = 30 * 86_400_000;
const PART_BYTES = 4 << 20;
/** Between two parts, so that a slow disk serves the coach first. */
const REST_MS = 20;

/**
 * What is done in idle time: copies of the library are cleaned of who was deleted, today's copy is made, and one video is
 * compared with its hash. It waits while a job runs; where it was is in the database.
 */
export function createUpkeep(context: HostContext) {
  const { library, services, events, jobs, copies } = context;
  const { db, log } = library;
  const stopping = new AbortController();
  const { signal } = stopping;
  const startedAt = services.now().toISOString();
  let round: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  async function attempt(what: string, work: () => Promise<unknown>): Promise<void> {
    if (signal.aborted) return;
    await jobs.whenIdle();
    if (signal.aborted) return;
    try {
      await work();
    } catch (error) {
      if (!signal.aborted) log.warn({ err: error }, `${what} failed`);
    }
  }

  /** The longest unseen video that is there; what was found damaged is looked at again at every start. */
  function nextToCheck(): FileRecord | undefined {
    const before = new Date(services.now().getTime() - CHECK_EVERY_MS).toISOString();
    for (const sha256 of db.files.toCheck(before, startedAt)) {
      const file = db.files.get(sha256);
      if (fileState(library, file) !== 'missing') return file;
    }
    return undefined;
  }

  async function checkOne(): Promise<void> {
    const file = nextToCheck();
    if (file === undefined) return;
    const { sha256 } = file;
    const isDamaged = fileState(library, file) === 'replaced' || (await hashOf(file)) !== sha256;
    // Deleted or mended meanwhile: what was read then says nothing now.
    const now = db.files.find(sha256);
    if (signal.aborted || now === undefined || now.place !== file.place || now.storage !== file.storage)
      return;
    db.files.setChecked(sha256, services.now().toISOString(), isDamaged);
    if (isDamaged) log.warn({ file: sha256 }, 'the bytes of a video are not those that were imported');
    if (isDamaged !== file.isDamaged) events.changed('clips', 'library');
  }

  async function hashOf(file: FileRecord): Promise<string> {
    const hash = createHash('sha256');
    const path = pathOfFile(library, file);
    for await (const part of createReadStream(path, { highWaterMark: PART_BYTES, signal })) {
      hash.update(part);
      await jobs.whenIdle();
      await rest(REST_MS, undefined, { signal });
    }
    return hash.digest('hex');
  }

  async function work(): Promise<void> {
    await attempt('cleaning copies', copies.forgetDeleted);
    await attempt('copying the library', copies.takeIfDue);
    await attempt('checking a video', checkOne);
  }
  function plan(delay: number): void {
    timer = setTimeout(() => void run().finally(() => signal.aborted || plan(EVERY_MS)), delay);
    timer.unref();
  }
  function run(): Promise<void> {
    round = round.then(work);
    return round;
  }
  plan(FIRST_MS);
  return {
    /** One round now; after the one that runs. */
    run,
    /** Ends the round that runs: a copy that is being written is finished, a video is looked at another time. */
    async stop(): Promise<void> {
      stopping.abort();
      clearTimeout(timer);
      await round;
      await copies.settle();
    },
  };
}
