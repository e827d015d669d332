import { expect, it } from 'vitest';
import { createEventBus } from './eventBus.ts';
import { createJobs } from './jobs.ts';

const setUp = () => {
  let id = 0;
  const toReply = (error: unknown) => ({ code: String(Object(error).code), params: {} });
  return createJobs({
    events: createEventBus(),
    now: () => new Date(0),
    newId: () => `job-${++id}`,
    toReply,
    stopGrace_ms: 20,
  });
};
const never = () => new Promise<never>(() => undefined);

it('a job that hears no signal is given up, and the next of its kind begins', async () => {
  const jobs = setUp();
  const { jobId } = jobs.start('clips.import', never);
  const next = jobs.start('clips.import', async () => 'done');
  jobs.cancel(jobId);
  await expect
    .poll(() => jobs.get(jobId))
    .toMatchObject({ state: 'cancelled', error: { code: 'cancelled' } });
  await expect.poll(() => jobs.get(next.jobId).state).toBe('done');
});

it('closing waits no longer than the grace for what does not end', async () => {
  const jobs = setUp();
  const { jobId } = jobs.start('exports.run', never);
  const waiting = jobs.start('clips.import', never);
  await jobs.stopAll();
  expect([jobs.get(jobId).state, jobs.get(waiting.jobId).state]).toEqual(['cancelled', 'cancelled']);
});

it('a job that tidies up after it was stopped is waited for', async () => {
  const jobs = setUp();
  let isTidy = false;
  jobs.start('exports.run', async ({ signal }) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    await Promise.resolve();
    isTidy = true;
    signal.throwIfAborted();
  });
  await Promise.resolve();
  await Promise.resolve();
  await jobs.stopAll();
  expect(isTidy).toBe(true);
});
