import { Worker } from 'node:worker_threads';
import { CodedError, isErrorCode } from '../../shared/domain/errors.ts';
import type { VetOptions, VettedLibrary } from './vetLibrary.ts';

/** What is done to whole databases, each with a connection of its own, so that the app answers meanwhile. */
export type DbTask =
  | { readonly kind: 'copy'; readonly database: string; readonly target: string }
  | { readonly kind: 'check'; readonly database: string }
  | { readonly kind: 'forget'; readonly file: string; readonly athletes: readonly string[] }
  | { readonly kind: 'vet'; readonly file: string; readonly options: VetOptions };

export interface DbResults {
  readonly copy: undefined;
  /** Whether it is whole. */
  readonly check: boolean;
  readonly forget: undefined;
  readonly vet: VettedLibrary;
}

/** How the worker ends: with what it found, or with an error as it crosses between threads. */
export type DbReport =
  | { readonly ok: true; readonly value: DbResults[keyof DbResults] }
  | {
      readonly ok: false;
      readonly code: string;
      readonly message: string;
      readonly params: Readonly<Record<string, string | number>>;
    };

const HERE = import.meta.url;
/** Beside this file in the sources, and beside the one file of the packaged app. */
const WORKER = `./dbWorker.${HERE.endsWith('.ts') ? 'ts' : 'js'}`;

/**
 * Runs one task in a thread of its own.
 * @throws CodedError as the task, errors of SQLite with their code; the signal's reason
 */
export function runDbTask<Task extends DbTask>(
  task: Task,
  signal?: AbortSignal,
): Promise<DbResults[Task['kind']]> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(new URL(WORKER, HERE), { workerData: task });
    const stop = (): void => {
      void worker.terminate();
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', stop, { once: true });
    let report: DbReport | undefined;
    worker.once('message', (told: DbReport) => {
      report = told;
    });
    worker.once('error', reject);
    // Not before its end: until then it may still have the file open.
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', stop);
      if (report === undefined) reject(new Error(`database worker ended with code ${code}`));
      // The worker answers the task that it was given.
      else if (report.ok) resolve(report.value as DbResults[Task['kind']]);
      else reject(errorOf(report));
    });
  });
}

function errorOf({ code, message, params }: Extract<DbReport, { ok: false }>): Error {
  if (isErrorCode(code)) return new CodedError(code, params);
  return Object.assign(new Error(message), code === '' ? {} : { code });
}
