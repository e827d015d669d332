import { describe, expect, it } from 'vitest';
import { type ClipProgress, secondsLeft, taskFrames, waitingTask } from './tasks.ts';

const clip = (patch: Partial<ClipProgress>): ClipProgress => ({
  ...{ clipId: 'c', fileName: 'a.mp4', stage: 'detecting', done: 0, total: 100 },
  ...{ fps: undefined, problem: undefined },
  ...patch,
});

describe('progress of a task', () => {
  it('counts the frames of all clips and tells the time left by the newest pace', () => {
    const clips = [clip({ stage: 'done', fps: 20 }), clip({ done: 50, fps: 25 }), clip({ stage: 'waiting' })];
    const task = { ...waitingTask('one', 'Ann'), clips };
    expect(taskFrames(task)).toEqual({ done: 150, total: 300 });
    expect(secondsLeft(task)).toBe(6);
  });

  it('tells no time before there is a pace', () => {
    expect(secondsLeft({ ...waitingTask('one', 'Ann'), clips: [clip({ fps: 0 })] })).toBeUndefined();
  });
});
