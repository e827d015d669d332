import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Client, createClient, runJob } from '../../shared/contract/client.ts';
import { keypointsFor } from './sampleKeypoints.testkit.ts';
import { openTestHost, type TestHost } from './testHost.testkit.ts';
import { openMemoryWire, type Wire } from './wire.testkit.ts';

let instant: string;
let app: TestHost;
let wire: Wire;
let client: Client;
beforeEach(async () => {
  instant = '2027-01-01T10:00:00Z';
  app = await openTestHost(undefined, { now: () => new Date(instant) });
  wire = await openMemoryWire(app.host);
  client = createClient(wire.transport);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await app.close();
});

const sample = () => runJob(wire.transport, 'sample.import', {});

describe('a clock that is set back', () => {
  it('leaves the analysis that was made last the latest, and no export with the numbers of the one before', async () => {
    const { athleteId, sessionId } = await sample();
    await keypointsFor(client, sessionId);
    const analyse = () => runJob(wire.transport, 'analysis.run', { sessionId, startDate: null });
    const write = () => runJob(wire.transport, 'exports.run', { sessionId, formats: ['analysis.json'] });
    await analyse();
    const first = (await client.analysis.latest({ sessionId }))?.analysisId;
    const { exportId } = await write();
    await client.program.makePlan({ athleteId, today: '2027-01-01', sessionId, startDate: '2027-01-01' });
    instant = '2026-06-01T10:00:00Z';
    await analyse();
    const latest = await client.analysis.latest({ sessionId });
    expect(latest?.analysisId).not.toBe(first);
    expect(latest?.createdAt).toBe('2026-06-01T10:00:00.000Z');
    expect((await client.sessions.list({ athleteId }))[0]?.analysedAt).toBe(latest?.createdAt);
    expect(await client.exports.list({ sessionId })).toMatchObject([{ exportId, outdated: true }]);
    const { exportId: again } = await write();
    expect(await client.exports.list({ sessionId })).toMatchObject([
      { exportId: again, outdated: false },
      { exportId, outdated: true },
    ]);
    // The plan is told of it as well.
    const { pending } = await client.program.state({ athleteId, today: '2027-01-01' });
    expect(pending?.newerAnalysis?.analysisId).toBe(latest?.analysisId);
    await client.program.update({ athleteId, today: '2027-01-01' });
    expect((await client.program.state({ athleteId, today: '2027-01-01' })).pending).toBeNull();
  });

  it('keeps sessions of one day in the order in which they came', async () => {
    const { id: athleteId } = await client.athletes.create({ name: 'Ann' });
    const session = (instantOf: string) => {
      instant = instantOf;
      return client.sessions.create({ athleteId, date: '2027-01-05' });
    };
    const one = await session('2027-01-02T10:00:00Z');
    const two = await session('2026-06-02T10:00:00Z');
    const listed = (await client.sessions.list({ athleteId })).map(({ id }) => id);
    expect(listed.slice(0, 2)).toEqual([two.id, one.id]);
  });
});

describe.each([
  ['Pacific/Auckland', '2026-12-31T10:59:00Z', '2026-12-31'],
  ['Pacific/Auckland', '2026-12-31T11:01:00Z', '2027-01-01'],
  ['America/Los_Angeles', '2027-01-01T07:59:00Z', '2026-12-31'],
  ['America/Los_Angeles', '2027-01-01T08:01:00Z', '2027-01-01'],
])('in %s at %s', (zone, now, day) => {
  it(`the sample is filmed on ${day}, the day of the coach`, async () => {
    vi.stubEnv('TZ', zone);
    instant = now;
    const { sessionId } = await sample();
    expect((await client.sessions.get({ id: sessionId })).date).toBe(day);
  });
});
