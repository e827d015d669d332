import type { ErrorCode, ErrorParams } from '../../shared/domain/errors.ts';
import type { QuarterTurn } from '../../shared/domain/quarterTurn.ts';
import type { Person } from '../../shared/pose/blazepose/persons.ts';

/** Something that went wrong, ready for the catalogue of sentences. */
export interface Problem {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

export interface ClipProgress {
  readonly clipId: string;
  readonly fileName: string;
  readonly stage: 'waiting' | 'loading' | 'looking' | 'detecting' | 'closer' | 'done' | 'failed';
  /** Frames. */
  readonly done: number;
  readonly total: number;
  /** Frames per second of this run so far. */
  readonly fps: number | undefined;
  /** Frames of the close look. */
  readonly look?: { readonly done: number; readonly total: number };
  readonly problem: Problem | undefined;
}

/** Which of several people is the runner? Persons of one frame; pixels of the upright picture. */
export interface PersonQuestion {
  readonly clipId: string;
  readonly fileName: string;
  readonly frame: number;
  /** True seconds. */
  readonly timeS: number;
  readonly width: number;
  readonly height: number;
  /** How the clip is turned, degrees clockwise. */
  readonly turn: QuarterTurn;
  readonly persons: readonly Person[];
}

export type TaskState = 'waiting' | 'running' | 'asking' | 'measuring' | 'paused' | 'done' | 'failed';

/** The analysis of one session. */
export interface AnalysisTask {
  readonly sessionId: string;
  /** Athlete and date. */
  readonly title: string;
  readonly state: TaskState;
  readonly clips: readonly ClipProgress[];
  readonly question: PersonQuestion | undefined;
  readonly problem: Problem | undefined;
}

export const isOpen = ({ state }: AnalysisTask): boolean =>
  state === 'waiting' || state === 'running' || state === 'asking' || state === 'measuring';

export const waitingTask = (sessionId: string, title: string): AnalysisTask => ({
  sessionId,
  title,
  state: 'waiting',
  clips: [],
  question: undefined,
  problem: undefined,
});

/** Adds a task at the end; one of the same session that has ended makes place, one that is open stays. */
export function withTask(tasks: readonly AnalysisTask[], task: AnalysisTask): readonly AnalysisTask[] {
  const present = tasks.find(({ sessionId }) => sessionId === task.sessionId);
  if (present !== undefined && isOpen(present)) return tasks;
  return [...tasks.filter((other) => other !== present), task];
}

export const withPatch = (
  tasks: readonly AnalysisTask[],
  sessionId: string,
  patch: Partial<AnalysisTask>,
): readonly AnalysisTask[] =>
  tasks.map((task) => (task.sessionId === sessionId ? { ...task, ...patch } : task));

export const withClipPatch = (
  tasks: readonly AnalysisTask[],
  sessionId: string,
  clipId: string,
  patch: Partial<ClipProgress>,
): readonly AnalysisTask[] =>
  tasks.map((task) =>
    task.sessionId === sessionId
      ? {
          ...task,
          clips: task.clips.map((clip) => (clip.clipId === clipId ? { ...clip, ...patch } : clip)),
        }
      : task,
  );

/** Frames of all clips of the task. */
export function taskFrames({ clips }: AnalysisTask): { done: number; total: number } {
  return {
    done: clips.reduce((sum, clip) => sum + (clip.stage === 'done' ? clip.total : clip.done), 0),
    total: clips.reduce((sum, clip) => sum + clip.total, 0),
  };
}

/** Seconds until the keypoints are there, by the pace so far; undefined while there is none. */
export function secondsLeft(task: AnalysisTask): number | undefined {
  const fps = task.clips.findLast((clip) => clip.fps !== undefined && clip.fps > 0)?.fps;
  if (fps === undefined) return undefined;
  const { done, total } = taskFrames(task);
  return (total - done) / fps;
}
