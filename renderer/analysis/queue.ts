import { createStore } from 'zustand/vanilla';
import { CodedError } from '../../shared/domain/errors.ts';
import {
  type AnalysisTask,
  type ClipProgress,
  isOpen,
  type PersonQuestion,
  type Problem,
  waitingTask,
  withClipPatch,
  withPatch,
  withTask,
} from './tasks.ts';

/** Where in the picture the runner is: upright pixels, true seconds. */
export interface PersonPoint {
  readonly x: number;
  readonly y: number;
  readonly timeS: number;
}

/** What the work on a session tells and asks while it goes on. */
export interface TaskReports {
  readonly signal: AbortSignal;
  setClips(clips: readonly ClipProgress[]): void;
  setClip(clipId: string, patch: Partial<ClipProgress>): void;
  setMeasuring(): void;
  /** Waits for the coach's click. */
  ask(question: PersonQuestion): Promise<PersonPoint>;
}

export interface QueueServices {
  /** Does one session from start to end. @throws CodedError */
  readonly analyse: (sessionId: string, reports: TaskReports) => Promise<void>;
  /** Lets only one window work at a time; resolves with what `work` gives. */
  readonly alone: (work: () => Promise<void>, signal: AbortSignal) => Promise<void>;
  /** Remembers the open tasks over a reload of the page. */
  readonly remember: (tasks: readonly { sessionId: string; title: string }[]) => void;
  /** Turns whatever was thrown into what can be told. */
  readonly problemFrom: (error: unknown) => Problem;
}

/** Analyses sessions one after the other. */
export function createQueue(services: QueueServices) {
  const store = createStore<{ tasks: readonly AnalysisTask[] }>(() => ({ tasks: [] }));
  const stops = new Map<string, AbortController>();
  const answers = new Map<string, (point: PersonPoint) => void>();
  let working = false;

  const change = (next: (tasks: readonly AnalysisTask[]) => readonly AnalysisTask[]): void => {
    store.setState(({ tasks }) => ({ tasks: next(tasks) }));
    const open = store.getState().tasks.filter(isOpen);
    services.remember(open.map(({ sessionId, title }) => ({ sessionId, title })));
  };
  const patch = (sessionId: string, value: Partial<AnalysisTask>): void =>
    change((tasks) => withPatch(tasks, sessionId, value));

  async function runTask({ sessionId }: AnalysisTask): Promise<void> {
    const stop = new AbortController();
    stops.set(sessionId, stop);
    const reports: TaskReports = {
      signal: stop.signal,
      setClips: (clips) => patch(sessionId, { clips, state: 'running' }),
      setClip: (clipId, value) => change((tasks) => withClipPatch(tasks, sessionId, clipId, value)),
      setMeasuring: () => patch(sessionId, { state: 'measuring' }),
      async ask(question) {
        patch(sessionId, { state: 'asking', question });
        try {
          return await new Promise<PersonPoint>((resolve, reject) => {
            answers.set(sessionId, resolve);
            stop.signal.addEventListener('abort', () => reject(new CodedError('cancelled')), { once: true });
          });
        } finally {
          answers.delete(sessionId);
          patch(sessionId, { state: 'running', question: undefined });
        }
      },
    };
    try {
      await services.alone(() => services.analyse(sessionId, reports), stop.signal);
      patch(sessionId, { state: 'done' });
    } catch (error) {
      const problem = services.problemFrom(error);
      const isPaused = stop.signal.aborted || problem.code === 'cancelled';
      patch(sessionId, isPaused ? { state: 'paused' } : { state: 'failed', problem });
    } finally {
      stops.delete(sessionId);
    }
  }

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    try {
      const next = () => store.getState().tasks.find(({ state }) => state === 'waiting');
      for (let task = next(); task !== undefined; task = next()) {
        patch(task.sessionId, { state: 'running' });
        await runTask(task);
      }
    } finally {
      working = false;
    }
  }

  return {
    store,
    /** Puts a session at the end of the queue, also again after it was stopped or has failed. */
    add(sessionId: string, title: string): void {
      change((tasks) => withTask(tasks, waitingTask(sessionId, title)));
      void work();
    },
    /** Shows a session that was left unfinished, without starting it. */
    addPaused(sessionId: string, title: string): void {
      change((tasks) => withTask(tasks, { ...waitingTask(sessionId, title), state: 'paused' }));
    },
    /** Stops a task; what is stored stays, so that it can go on later. */
    stop(sessionId: string): void {
      stops.get(sessionId)?.abort();
      const task = store.getState().tasks.find((one) => one.sessionId === sessionId);
      if (task?.state === 'waiting') patch(sessionId, { state: 'paused' });
    },
    /** For a session that is being deleted: stops its task and takes it from the list. */
    forget(sessionId: string): void {
      stops.get(sessionId)?.abort();
      change((tasks) => tasks.filter((task) => task.sessionId !== sessionId));
    },
    /** Takes a task that is not open from the list. */
    remove(sessionId: string): void {
      change((tasks) => tasks.filter((task) => task.sessionId !== sessionId || isOpen(task)));
    },
    answer(sessionId: string, point: PersonPoint): void {
      answers.get(sessionId)?.(point);
    },
  };
}
export type AnalysisQueue = ReturnType<typeof createQueue>;
