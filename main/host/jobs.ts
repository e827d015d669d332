import type { JobName } from '../../shared/contract/handlers.ts';
import type { Job, Progress, RpcError } from '../../shared/contract/workSchemas.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import type { EventBus } from './eventBus.ts';
import { isAbort } from './replyErrors.ts';

export interface JobContext {
  readonly jobId: string;
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
}
type Work = (context: JobContext) => Promise<unknown>;

const KEPT_JOBS = 100;
/** So long a job that was told to stop may tidy up; after that nobody waits for it any more, ms. */
const STOP_GRACE_MS = 5000;
const PROGRESS_INTERVAL_MS = 100;
/** Jobs that keep a processor busy run one after the other. */
const ONE_AT_A_TIME: ReadonlySet<JobName> = new Set([
  'clips.import',
  'clips.findFile',
  'cases.import',
  'sample.import',
  'clips.makeProxy',
]);

export interface JobServices {
  readonly events: EventBus;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly toReply: (error: unknown, method: string) => RpcError;
  readonly stopGrace_ms?: number;
}

/** What the work gives, or the signal's reason when the work goes on for longer than the grace after it was aborted. */
function untilGivenUp<T>(work: Promise<T>, signal: AbortSignal, grace_ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const giveUp = (): void => {
      timer = setTimeout(() => reject(signal.reason), grace_ms);
    };
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
    });
  });
}

/** Runs jobs: answers with an id at once, reports progress at most ten times a second, ends in done or failed. */
export function createJobs({ events, now, newId, toReply, stopGrace_ms = STOP_GRACE_MS }: JobServices) {
  const records = new Map<string, Job>();
  const running = new Map<string, { controller: AbortController; ended: Promise<void> }>();
  let queue: Promise<unknown> = Promise.resolve();

  function forgetOld(): void {
    for (const [jobId, job] of records) {
      if (records.size <= KEPT_JOBS) return;
      if (job.state !== 'running') records.delete(jobId);
    }
  }

  async function run(job: Job, work: Work, signal: AbortSignal): Promise<void> {
    const { jobId, method } = job;
    let lastReport = 0;
    const progress = (value: Progress): void => {
      const isNewStage = job.progress?.stage !== value.stage;
      job.progress = value;
      const time = now().getTime();
      if (
        signal.aborted ||
        (!isNewStage && Math.abs(time - lastReport) < PROGRESS_INTERVAL_MS && value.done < value.total)
      )
        return;
      lastReport = time;
      events.emit({ type: 'job.progress', jobId, method, progress: value });
    };
    try {
      signal.throwIfAborted();
      job.result = await untilGivenUp(work({ jobId, signal, progress }), signal, stopGrace_ms);
      job.state = 'done';
      events.emit({ type: 'job.done', jobId, method, result: job.result });
    } catch (error) {
      const isCancelled = isAbort(error, signal);
      job.state = isCancelled ? 'cancelled' : 'failed';
      job.error = toReply(isCancelled ? reasonOf(signal) : error, method);
      events.emit({ type: 'job.failed', jobId, method, error: job.error });
    } finally {
      running.delete(jobId);
    }
  }

  function get(jobId: string): Job {
    const job = records.get(jobId);
    if (job === undefined) throw new CodedError('not_found');
    return job;
  }
  return {
    start(method: JobName, work: Work): { jobId: string } {
      const jobId = newId();
      const job: Job = {
        jobId,
        method,
        state: 'running',
        progress: null,
        result: null,
        error: null,
        startedAt: now().toISOString(),
      };
      records.set(jobId, job);
      forgetOld();
      const controller = new AbortController();
      const begin = () => run(job, work, controller.signal);
      const ended = ONE_AT_A_TIME.has(method) ? queue.then(begin) : Promise.resolve().then(begin);
      if (ONE_AT_A_TIME.has(method)) queue = ended;
      running.set(jobId, { controller, ended });
      return { jobId };
    },
    get,
    list: (): Job[] => [...records.values()],
    /** Does nothing to a job that has ended. */
    cancel(jobId: string): void {
      get(jobId);
      running.get(jobId)?.controller.abort();
    },
    /** Cancels everything that runs, and says why. */
    breakOff(why: CodedError): void {
      for (const { controller } of running.values()) controller.abort(why);
    },
    /** When no job runs. */
    async whenIdle(): Promise<void> {
      while (running.size > 0) await Promise.all([...running.values()].map(({ ended }) => ended));
    },
    /** Cancels everything and waits until it has ended, or was given up. */
    async stopAll(): Promise<void> {
      const open = [...running.values()];
      for (const { controller } of open) controller.abort();
      await Promise.all(open.map(({ ended }) => ended));
    },
  };
}
/** Why a job was cancelled: the coach's wish says nothing itself. */
const reasonOf = (signal: AbortSignal): CodedError =>
  signal.reason instanceof CodedError ? signal.reason : new CodedError('cancelled');

export type Jobs = ReturnType<typeof createJobs>;
