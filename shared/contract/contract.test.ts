import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type { Analysis, Edit } from '../domain/analysis.ts';
import type { Plan } from '../domain/plan.ts';
import { analysisSchema, type editSchema, eventEditSchema } from './analysisSchema.ts';
import { api } from './api.ts';
import { createClient, runJob, type Transport } from './client.ts';
import type { AppEvent } from './events.ts';
import { type Handlers, isMethodName } from './handlers.ts';
import type { planSchema } from './planSchema.ts';
import { poseFileSchema } from './poseFileSchema.ts';
import { DEFAULT_SETTINGS, settingsPatchSchema } from './settingsSchema.ts';

/** A transport that answers from a table and lets the test send events. */
function fakeWire(replies: Record<string, unknown>) {
  const calls: [string, unknown][] = [];
  const listeners = new Set<(event: AppEvent) => void>();
  const emit = (event: AppEvent) => {
    for (const listener of listeners) listener(event);
  };
  const transport: Transport = {
    call: async (method, input) => {
      calls.push([method, input]);
      return Object.hasOwn(replies, method)
        ? { ok: true, value: replies[method] }
        : { ok: false, error: { code: 'not_found', params: {} } };
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { transport, calls, emit, listeners };
}

describe('published schemas', () => {
  it('equal the domain types', () => {
    expectTypeOf<z.output<typeof analysisSchema>>().toEqualTypeOf<Analysis>();
    expectTypeOf<z.output<typeof planSchema>>().toEqualTypeOf<Plan>();
    expectTypeOf<z.output<typeof editSchema>>().toEqualTypeOf<Edit>();
    expect(Object.keys(analysisSchema.shape)).toContain('schemaVersion');
  });

  it('refuse NaN where a value is absent', () => {
    const edit = { clip: 'c', side: 'L', type: 'toe_off', op: 'add', auto_time_s: null, reason: null };
    expect(eventEditSchema.safeParse({ ...edit, time_s: 1 }).success).toBe(true);
    expect(eventEditSchema.safeParse({ ...edit, time_s: Number.NaN }).success).toBe(false);
  });

  it('accept a pose file with gaps and refuse wrong counts and times that go back', () => {
    const person = Array.from({ length: 33 }, () => [1, 2, 0.5]);
    const file = { schemaVersion: 1, width: 10, height: 20, times_s: [0, 0.1], keypoints: [person, null] };
    expect(poseFileSchema.safeParse(file).success).toBe(true);
    expect(poseFileSchema.safeParse({ ...file, keypoints: [person] }).success).toBe(false);
    expect(poseFileSchema.safeParse({ ...file, times_s: [0.1, 0] }).success).toBe(false);
    expect(poseFileSchema.safeParse({ ...file, keypoints: [person.slice(1), null] }).success).toBe(false);
  });

  it('leave settings that a patch does not name', () => {
    expect(settingsPatchSchema.parse({ theme: 'dark' })).toEqual({ theme: 'dark' });
    expect(settingsPatchSchema.safeParse({ unknown: 1 }).success).toBe(false);
    expect(DEFAULT_SETTINGS.model).toBe('full');
  });
});

describe('the contract', () => {
  it('names every method group.name and knows no inherited names', () => {
    for (const name of Object.keys(api)) expect(name).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
    expect(isMethodName('athletes.list')).toBe(true);
    expect(isMethodName('toString')).toBe(false);
  });

  it('does not compile without one of the handlers', () => {
    type Missing = Omit<Handlers<object>, 'clips.import'>;
    expectTypeOf<Missing>().not.toExtend<Handlers<object>>();
    expectTypeOf<Parameters<Handlers<object>['clips.import']>['length']>().toEqualTypeOf<2>();
    expect(api['clips.import'].kind).toBe('job');
  });
});

describe('the client', () => {
  it('turns groups into method names and errors into coded errors', async () => {
    const wire = fakeWire({ 'athletes.list': [] });
    const client = createClient(wire.transport);
    expect(await client.athletes.list({})).toEqual([]);
    expect(wire.calls).toEqual([['athletes.list', {}]]);
    await expect(client.clips.get({ id: 'clip-0001' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('runs a job to its end even when its events overtake its id', async () => {
    const wire = fakeWire({ 'diagnostics.save': { jobId: 'job-0001' } });
    const seen: number[] = [];
    const running = runJob(wire.transport, 'diagnostics.save', {}, { onProgress: (p) => seen.push(p.done) });
    const common = { jobId: 'job-0001', method: 'diagnostics.save' } as const;
    wire.emit({ ...common, seq: 1, type: 'job.progress', progress: { stage: 'zip', done: 1, total: 2 } });
    wire.emit({ ...common, seq: 2, type: 'job.done', result: { exportId: 'x' } });
    expect(await running).toEqual({ exportId: 'x' });
    expect(seen).toEqual([1]);
    expect(wire.listeners.size).toBe(0);
  });

  it('cancels the job in the host when its signal aborts', async () => {
    const wire = fakeWire({ 'diagnostics.save': { jobId: 'job-0001' }, 'jobs.cancel': {} });
    const running = runJob(wire.transport, 'diagnostics.save', {}, { signal: AbortSignal.abort() });
    await expect.poll(() => wire.calls.length).toBe(2);
    expect(wire.calls[1]).toEqual(['jobs.cancel', { jobId: 'job-0001' }]);
    const error = { code: 'cancelled', params: {} };
    wire.emit({ seq: 1, type: 'job.failed', jobId: 'job-0001', method: 'diagnostics.save', error });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });
});
