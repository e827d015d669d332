import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { CodedError } from '../../shared/domain/errors.ts';
import { createQueue, type TaskReports } from './queue.ts';
import type { ClipProgress, PersonQuestion } from './tasks.ts';

const clip: ClipProgress = {
  ...{ clipId: 'c1', fileName: 'a.mp4', stage: 'waiting', done: 0, total: 100 },
  ...{ fps: undefined, problem: undefined },
};
const question: PersonQuestion = {
  clipId: 'c1',
  fileName: 'a.mp4',
  frame: 3,
  timeS: 0.1,
  width: 9,
  height: 9,
  turn: 0,
  persons: [],
};

function queueOf(analyse: (sessionId: string, reports: TaskReports) => Promise<void>) {
  const remembered: string[][] = [];
  const queue = createQueue({
    analyse,
    alone: (work) => work(),
    remember: (tasks) => remembered.push(tasks.map(({ sessionId }) => sessionId)),
    problemFrom: (error) =>
      error instanceof CodedError
        ? { code: error.code, params: error.params }
        : { code: 'internal', params: {} },
  });
  const task = (sessionId: string) => queue.store.getState().tasks.find((one) => one.sessionId === sessionId);
  return { queue, remembered, task };
}
const settled = () => wait(5);

describe('the queue', () => {
  it('does sessions one after the other, each once, and remembers only the open ones', async () => {
    const order: string[] = [];
    const { queue, remembered, task } = queueOf(async (sessionId) => {
      order.push(`${sessionId} begins`);
      await wait(2);
      order.push(`${sessionId} ends`);
    });
    queue.add('one', 'Ann');
    queue.add('two', 'Ben');
    queue.add('one', 'Ann');
    await vi.waitFor(() => expect(remembered.at(-1)).toEqual([]));
    expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
    expect(task('two')?.state).toBe('done');
    expect(remembered.at(-1)).toEqual([]);
    expect(remembered).toContainEqual(['one', 'two']);
  });

  it('stops a running and a waiting session, and goes on when asked again', async () => {
    let runs = 0;
    const { queue, task } = queueOf((_, { signal }) => {
      runs++;
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    });
    queue.add('one', 'Ann');
    queue.add('two', 'Ben');
    queue.stop('two');
    queue.stop('one');
    await settled();
    expect([task('one')?.state, task('two')?.state, runs]).toEqual(['paused', 'paused', 1]);
    queue.add('one', 'Ann');
    await settled();
    expect([task('one')?.state, runs]).toEqual(['running', 2]);
  });

  it('forgets a session that is deleted, even while it runs, and leaves a finished one as it is', async () => {
    const { queue, task } = queueOf((sessionId, { signal }) =>
      sessionId === 'two'
        ? Promise.resolve()
        : new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    );
    queue.add('one', 'Ann');
    queue.add('two', 'Ben');
    queue.forget('one');
    await settled();
    expect([task('one'), task('two')?.state]).toEqual([undefined, 'done']);
    queue.stop('two');
    expect(task('two')?.state).toBe('done');
  });

  it('says what went wrong and does the next session all the same', async () => {
    const { queue, task } = queueOf(async (sessionId) => {
      if (sessionId === 'one') throw new CodedError('walking', { file: 'a.mp4' });
    });
    queue.add('one', 'Ann');
    queue.add('two', 'Ben');
    await settled();
    expect(task('one')).toMatchObject({ state: 'failed', problem: { code: 'walking' } });
    expect(task('two')?.state).toBe('done');
    queue.remove('one');
    expect(task('one')).toBeUndefined();
  });

  it('asks for the runner and hands the answer over', async () => {
    const given: unknown[] = [];
    const { queue, task } = queueOf(async (_, { setClips, setClip, ask }) => {
      setClips([clip]);
      setClip('c1', { stage: 'looking', done: 40 });
      given.push(await ask(question));
    });
    queue.add('one', 'Ann');
    await settled();
    expect(task('one')).toMatchObject({ state: 'asking', question, clips: [{ stage: 'looking', done: 40 }] });
    queue.answer('one', { x: 4, y: 5, timeS: 0.1 });
    await settled();
    expect(given).toEqual([{ x: 4, y: 5, timeS: 0.1 }]);
    expect(task('one')).toMatchObject({ state: 'done', question: undefined });
  });
});
