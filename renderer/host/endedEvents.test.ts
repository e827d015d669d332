import { describe, expect, it } from 'vitest';
import { endedEvents } from './endedEvents.ts';

const job = (jobId: string, state: string, rest = {}) => ({
  ...{ jobId, method: 'clips.import', state, progress: null, result: null, error: null },
  ...{ startedAt: '2026-01-02T03:04:05.000Z' },
  ...rest,
});

describe('jobs that ended while the connection was broken', () => {
  const running = new Map(
    ['job-done-1', 'job-fail-1', 'job-runs-1', 'job-lost-1'].map((id) => [id, 'clips.import']),
  );

  it('are told with their result or error; what still runs is left alone', () => {
    const error = { code: 'not_a_video', params: { file: 'a.txt' } };
    const value = [
      job('job-done-1', 'done', { result: { id: 'clip' } }),
      job('job-fail-1', 'failed', { error }),
      job('job-runs-1', 'running'),
    ];
    expect(endedEvents(running, { ok: true, value })).toMatchObject([
      { type: 'job.done', jobId: 'job-done-1', result: { id: 'clip' } },
      { type: 'job.failed', jobId: 'job-fail-1', error },
      { type: 'job.failed', jobId: 'job-lost-1', error: { code: 'host_unreachable' } },
    ]);
  });

  it('are all lost when nobody answers', () => {
    const reply = { ok: false, error: { code: 'host_unreachable', params: {} } } as const;
    expect(endedEvents(running, reply).map(({ type }) => type)).toEqual(Array(4).fill('job.failed'));
  });
});
