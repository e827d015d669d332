import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, createClient, runJob } from '../../../shared/contract/client.ts';
import { FRAME_STRIDE } from '../../../shared/pose/track.ts';
import { analyze } from '../../../shared/report/analyze.ts';
import { createHost, type Host } from '../createHost.ts';
import { openLibrary } from '../library.ts';
import type { Ask } from '../program/journey.testkit.ts';
import { openTestHost, type TestHost } from '../testHost.testkit.ts';
import { sessionState, storedState } from './storedState.testkit.ts';
import { unpackStored } from './unpackStored.testkit.ts';

const FIXTURES = readdirSync(import.meta.dirname).filter((name) => /^v\d+\.tar\.br$/.test(name));

const askOf =
  (host: Host): Ask =>
  (method, input) =>
    call({ call: host.dispatch, onEvent: host.onEvent }, method, input);
const transportOf = ({ dispatch, onEvent }: Host) => ({ call: dispatch, onEvent });
/** Addresses and names apart, which every library gives anew. */
const withoutIds = (value: unknown, ids: readonly string[]): unknown =>
  JSON.parse(ids.reduce((json, id, i) => json.replaceAll(id, `id-${i}`), JSON.stringify(value)));

/** Whether pages would be written otherwise today is another version's to say; what is in them stays. */
const asKept = (state: object): object =>
  JSON.parse(JSON.stringify(state, (key, value) => (key === 'outdated' ? undefined : value)));

describe.each(FIXTURES)('what was stored at %s', (fixture) => {
  let folder = '';
  let app: TestHost;
  let expected: Awaited<ReturnType<typeof storedState>>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'midstance-stored-'));
    await unpackStored(fixture, folder);
    expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
    app = await openTestHost(analyze);
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const openAt = async (place: string): Promise<Host> => createHost(app.services, await openLibrary(place));

  it('opens as it was left: every edit, drawing, test, plan and export', async () => {
    const host = await openAt(join(folder, 'library'));
    expect(asKept(await storedState(askOf(host)))).toMatchObject(asKept(expected));
    const { id: sessionId } = expected.athletes[0]?.sessions[0]?.session ?? { id: '' };
    // Every edit finds what it was made on.
    await runJob(transportOf(host), 'analysis.run', { sessionId, startDate: null });
    const latest = await askOf(host)('analysis.latest', { sessionId });
    expect(latest?.analysis.detached_edits).toEqual([]);
    const { edits } = await askOf(host)('edits.list', { sessionId });
    expect(latest?.analysis.edits).toEqual(edits.map(({ edit }) => edit));
    await host.close();
  });

  it('does again what was undone', async () => {
    const host = await openAt(join(folder, 'library'));
    const { id: sessionId } = expected.athletes[0]?.sessions[0]?.session ?? { id: '' };
    expect((await askOf(host)('edits.redo', { sessionId })).confirmed).toEqual(['overstriding:L']);
    await host.close();
  });

  it('keeps the finished keypoints of a chosen person, also where the coach tells another speed', async () => {
    const host = await openAt(join(folder, 'library'));
    const ask = askOf(host);
    const { id: sessionId } = expected.athletes[0]?.sessions[0]?.session ?? { id: '' };
    const model = { model: 'full', modelSha256: 'ab'.repeat(32), backend: 'litert' };
    const settings = { detector_sha256: 'cd'.repeat(32) };
    for (const { id, poseRun, frameCount: frames } of await ask('clips.list', { sessionId })) {
      // An earlier pipeline found those that are stored: they stay until the present one has its own.
      const { runId, finished } = await ask('pose.begin', { clipId: id, ...model, settings });
      expect([finished, runId === poseRun?.runId]).toEqual([false, false]);
      const data = Buffer.alloc(frames * FRAME_STRIDE * Float32Array.BYTES_PER_ELEMENT).toString('base64');
      await ask('pose.saveChunk', { runId, index: 0, firstFrame: 0, frames, data });
      await ask('pose.finish', { runId });
      for (const captureFps of [120, 240]) {
        await ask('clips.update', { id, patch: { captureFps } });
        const run = await ask('pose.begin', { clipId: id, ...model, settings });
        expect(run).toMatchObject({ runId, finished: true });
        await ask('edits.undo', { sessionId });
      }
    }
    // Somebody else in the same clip is another run.
    const [first] = await ask('clips.list', { sessionId });
    await ask('clips.update', { id: first?.id ?? '', patch: { person: { x: 0.25, y: 0.5, timeS: 1 } } });
    const other = await ask('pose.begin', { clipId: first?.id ?? '', ...model, settings });
    expect(other).toMatchObject({ finished: false });
    await host.close();
  });

  it('comes back from its backup', async () => {
    const { token } = await app.host.addChosenFile(join(folder, 'backup.tar'));
    await runJob(transportOf(app.host), 'backup.restore', { token });
    await app.host.close();
    const host = await openAt(app.library);
    const [athlete] = (await storedState(askOf(host))).athletes;
    const [before] = expected.athletes;
    expect(athlete?.program).toMatchObject(before?.program ?? {});
    expect(athlete?.sessions.map(({ decided, clips }) => ({ decided, clips }))).toMatchObject(
      before?.sessions.map(({ decided, clips }) => ({ decided, clips })) ?? [],
    );
    await host.close();
    app = await openTestHost(analyze);
  });

  it('opens as a case with every edit in it', async () => {
    const { token } = await app.host.addChosenFile(join(folder, 'case.midstance'));
    const opened = await runJob(transportOf(app.host), 'cases.import', { token });
    const [before] = expected.athletes[0]?.sessions ?? [];
    const after = await sessionState(askOf(app.host), opened.sessionId);
    const clipIds = (clips: readonly { id: string }[] = []) => clips.map(({ id }) => id);
    const editsOf = ({ decided, clips }: Pick<typeof after, 'decided' | 'clips'>) =>
      withoutIds(
        decided.edits.map(({ edit }) => edit),
        clipIds(clips),
      );
    if (before === undefined) throw new RangeError('invalid fixture: no session');
    expect(editsOf(after)).toMatchObject(editsOf(before) as object);
    expect(after.decided.drawings).toHaveLength(before.decided.drawings.length);
    await createClient(transportOf(app.host)).athletes.delete({ id: opened.athleteId });
  });
});

it('has a fixture', () => expect(FIXTURES).not.toEqual([]));
