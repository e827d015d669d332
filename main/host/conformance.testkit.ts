import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTinyMoveNet } from '../../models/runtime/tinyGraph.testkit.ts';
import { api } from '../../shared/contract/api.ts';
import { call, runJob } from '../../shared/contract/client.ts';
import { type AppEvent, eventSchema } from '../../shared/contract/events.ts';
import type { Answer, CallInput, JobName, MethodName, Output } from '../../shared/contract/handlers.ts';
import {
  clipFrameUrl,
  clipProxyUrl,
  clipThumbnailUrl,
  clipTimesUrl,
  clipVideoUrl,
  clipYuvUrl,
  graphModelFileUrl,
  poseChunkUrl,
  poseUrl,
  uploadUrl,
} from '../../shared/contract/mediaUrls.ts';
import type { EventEdit } from '../../shared/domain/analysis.ts';
import type { DrawingInput } from '../../shared/domain/drawing.ts';
import { handOverJourney, libraryJourney } from './handOver.testkit.ts';
import { programmeJourney } from './program/journey.testkit.ts';
import { checkTakenHome } from './program/takeHome.testkit.ts';
import { openTestHost, SAMPLE, type TestHost } from './testHost.testkit.ts';
import type { OpenWire, Wire } from './wire.testkit.ts';

const FRAME_BYTES = (SAMPLE.width * SAMPLE.height * 3) / 2;
const MODEL = { model: 'full', modelSha256: 'ab'.repeat(32), backend: 'litert', settings: {} };

/** What every wire must carry: each method, each kind of failure, events in order, bytes with Range. */
export function describeConformance(name: string, open: OpenWire): void {
  describe(`the contract over ${name}`, () => {
    let app: TestHost;
    let wire: Wire;
    const called = new Set<string>();
    const events: AppEvent[] = [];
    const ids = { athlete: '', session: '', clip: '', run: '' };

    beforeAll(async () => {
      app = await openTestHost();
      wire = await open(app.host);
      wire.transport.onEvent((event) => events.push(event));
    });
    afterAll(async () => {
      await wire.close();
      await app.close();
    });

    /** Calls and checks the answer against the contract's own schema. */
    async function ask<M extends Exclude<MethodName, JobName>>(
      method: M,
      input: CallInput<M>,
    ): Promise<Answer<M>> {
      called.add(method);
      const value = await call(wire.transport, method, input);
      expect(api[method].output.parse(value)).toEqual(value);
      return value;
    }
    async function work<M extends JobName>(method: M, input: CallInput<M>): Promise<Output<M>> {
      called.add(method);
      const value = await runJob(wire.transport, method, input);
      expect(api[method].output.parse(value)).toEqual(value);
      return value;
    }
    const bytesOf = async (path: string, headers: Record<string, string> = {}) => {
      const response = await wire.fetch(path, { headers });
      return {
        status: response.status,
        headers: response.headers,
        bytes: Buffer.from(await response.arrayBuffer()),
      };
    };

    it('keeps athletes, sessions and settings', async () => {
      expect((await ask('app.info', {})).version).toBe('1.2.3');
      expect((await ask('settings.set', { theme: 'dark' })).theme).toBe('dark');
      expect((await ask('settings.get', {})).theme).toBe('dark');
      ids.athlete = (await ask('athletes.create', { name: ' Ann ' })).id;
      expect((await ask('athletes.update', { id: ids.athlete, patch: { heightM: 1.7 } })).name).toBe('Ann');
      expect((await ask('athletes.get', { id: ids.athlete })).heightM).toBe(1.7);
      ids.session = (await ask('sessions.create', { athleteId: ids.athlete, date: '2026-01-02' })).id;
      await ask('sessions.update', { id: ids.session, patch: { speedMps: 3 } });
      expect(await ask('sessions.get', { id: ids.session })).toMatchObject({ speedMps: 3, clipCount: 0 });
      expect(await ask('sessions.list', { athleteId: ids.athlete })).toHaveLength(1);
      expect(await ask('sessions.search', { text: 'nowhere to be found' })).toEqual({
        total: 0,
        sessions: [],
      });
      expect(await ask('sessions.labels', {})).toEqual({ groups: [], tags: [] });
      expect((await ask('athletes.list', {}))[0]?.sessionCount).toBe(1);
    });

    it('lists graph models of the library and gives out their files', async () => {
      expect(await ask('models.list', {})).toEqual({ models: [], refused: [] });
      const model = join(app.folder, 'library', 'models', 'my model');
      writeTinyMoveNet(model);
      expect((await ask('models.list', {})).models).toMatchObject([
        { id: 'my model', kind: 'movenet-lightning' },
      ]);
      const given = await bytesOf(graphModelFileUrl('my model', 'group1-shard2of2.bin'));
      expect(given.bytes).toEqual(readFileSync(join(model, 'group1-shard2of2.bin')));
      expect((await bytesOf(graphModelFileUrl('my model', '../../library.db'))).status).toBe(404);
    });

    it('takes an upload in two parts and imports it once', async () => {
      const video = readFileSync(app.sample);
      const { token } = await ask('uploads.begin', { name: '../Ann runs.mp4', bytes: video.length });
      const put = (offset: number, body: Uint8Array) =>
        wire.fetch(uploadUrl(token, offset), { method: 'PUT', body });
      expect((await put(0, video.subarray(0, 1000))).ok).toBe(true);
      expect((await put(500, video.subarray(500))).ok).toBe(false);
      expect(await ask('uploads.status', { token })).toEqual({ received: 1000 });
      expect((await put(1000, video.subarray(1000))).ok).toBe(true);
      const clip = await work('clips.import', {
        token,
        sessionId: ids.session,
        role: 'side_left',
        mode: 'copy',
      });
      expect(clip).toMatchObject({
        ...{ width: 64, height: 48, frameCount: 30, storage: 'copy' },
        needsProxy: false,
      });
      ids.clip = clip.id;
      const [chosen] = await ask('files.choose', {});
      const again = { sessionId: ids.session, role: 'rear', mode: 'copy' } as const;
      expect((await work('clips.import', { ...again, token: chosen?.token ?? '' })).id).toBe(clip.id);
      expect(await ask('clips.list', { sessionId: ids.session })).toHaveLength(1);
      const unused = await ask('uploads.begin', { name: 'x', bytes: 1 });
      await ask('uploads.discard', { token: unused.token });
      await ask('clips.update', { id: clip.id, patch: { captureFps: 60 } });
      expect(await ask('clips.get', { id: clip.id })).toMatchObject({ timeScale: 2, role: 'rear' });
      expect((await work('clips.makeProxy', { id: clip.id })).hasProxy).toBe(true);
    });

    it('serves the bytes of a clip, with Range', async () => {
      const video = readFileSync(app.sample);
      expect((await bytesOf(clipVideoUrl(ids.clip))).bytes.equals(video)).toBe(true);
      const part = await bytesOf(clipVideoUrl(ids.clip), { Range: 'bytes=10-19' });
      expect(part).toMatchObject({ status: 206, bytes: video.subarray(10, 20) });
      expect(part.headers.get('content-range')).toBe(`bytes 10-19/${video.length}`);
      expect((await bytesOf(clipVideoUrl(ids.clip), { Range: `bytes=${video.length}-` })).status).toBe(416);
      const times = await bytesOf(clipTimesUrl(ids.clip), { Range: 'bytes=8-15' });
      expect(times.status).toBe(206);
      expect(times.bytes.readDoubleLE(0)).toBeCloseTo(1 / 30, 4);
      expect((await bytesOf(clipTimesUrl(ids.clip))).bytes.length).toBe(SAMPLE.frames * 8);
      for (const url of [clipThumbnailUrl(ids.clip, 0), clipFrameUrl(ids.clip, 29)]) {
        expect((await bytesOf(url)).bytes.subarray(0, 2).toString('hex')).toBe('ffd8');
      }
      expect((await bytesOf(clipYuvUrl(ids.clip, 27))).bytes.length).toBe(3 * FRAME_BYTES);
      expect((await bytesOf(clipYuvUrl(ids.clip, 3, 2))).bytes.length).toBe(2 * FRAME_BYTES);
      expect((await bytesOf(clipProxyUrl(ids.clip))).bytes.length).toBeGreaterThan(500);
      for (const url of [clipFrameUrl(ids.clip, 30), clipVideoUrl('no-such-clip'), '/media/none']) {
        expect((await bytesOf(url)).status).toBe(404);
      }
    });

    it('stores keypoints in chunks and never asks for the same ones twice', async () => {
      const begun = await ask('pose.begin', { clipId: ids.clip, ...MODEL });
      ids.run = begun.runId;
      expect(begun).toMatchObject({ finished: false, frameCount: 30, doneChunks: [] });
      const values = Float32Array.from({ length: 20 * 99 + 5 }, (_, i) => (i === 0 ? Number.NaN : i));
      const save = (index: number, firstFrame: number, frames: number, data: Float32Array) =>
        ask('pose.saveChunk', {
          ...{ runId: begun.runId, index, firstFrame, frames },
          data: Buffer.from(data.buffer).toString('base64'),
        });
      await save(0, 0, 20, values);
      await expect(ask('pose.finish', { runId: begun.runId })).rejects.toMatchObject({
        code: 'invalid_input',
      });
      await expect(save(1, 20, 11, values)).rejects.toMatchObject({ code: 'invalid_input' });
      const resumed = await ask('pose.begin', { clipId: ids.clip, ...MODEL });
      expect(resumed).toMatchObject({
        runId: ids.run,
        doneChunks: [{ index: 0, firstFrame: 0, frames: 20 }],
      });
      expect((await bytesOf(poseChunkUrl(ids.run, 0))).bytes.equals(Buffer.from(values.buffer))).toBe(true);
      await save(1, 20, 10, new Float32Array(10 * 99).fill(7));
      expect((await ask('pose.finish', { runId: begun.runId })).finished).toBe(true);
      expect((await ask('pose.begin', { clipId: ids.clip, ...MODEL })).finished).toBe(true);
      const track = (await bytesOf(poseUrl(ids.run))).bytes;
      expect(track.length).toBe(30 * 99 * 4);
      expect([track.readFloatLE(0), track.readFloatLE(4), track.readFloatLE(25 * 99 * 4)]).toEqual([
        Number.NaN,
        1,
        7,
      ]);
    });

    it('says what a larger network should look at, and keeps what it saw', async () => {
      const modelSha256 = 'b'.repeat(64);
      // Thirty frames hold no step.
      expect(await ask('pose.lookTask', { clipId: ids.clip, modelSha256 })).toEqual({
        ...{ runId: ids.run, parts: [] },
      });
      const save = (frames: number[], values: number) =>
        ask('pose.saveLook', {
          ...{ runId: ids.run, model: 'heavy', modelSha256, frames },
          data: Buffer.from(new Float32Array(values).buffer).toString('base64'),
        });
      for (const [frames, values] of [
        [[3], 98],
        [[3, 3], 198],
        [[30], 99],
      ] as const)
        await expect(save([...frames], values)).rejects.toMatchObject({ code: 'invalid_input' });
      await save([3, 5], 198);
    });

    it('analyses, edits with undo, confirms, exports, and opens a case', async () => {
      const of = { sessionId: ids.session };
      expect(await ask('analysis.latest', of)).toBeNull();
      const { analysisId } = await work('analysis.run', { ...of, startDate: null });
      expect(await ask('analysis.latest', of)).toMatchObject({ analysisId, outdated: false });
      const edit: EventEdit = {
        ...{ clip: ids.clip, side: 'L', type: 'initial_contact', op: 'add' },
        ...{ event: null, auto_time_s: null, time_s: 0.1, reason: null },
      };
      const [added] = (await ask('edits.add', { ...of, edit })).edits;
      // It names the event that it adds.
      const stored = { ...edit, event: expect.stringMatching(/./) };
      expect(added?.edit).toEqual(stored);
      await expect(ask('edits.add', { ...of, edit })).rejects.toMatchObject({ code: 'impossible_order' });
      expect((await ask('analysis.latest', of))?.outdated).toBe(true);
      // Thirty frames hold no stride to draw.
      for (const method of ['analysis.curves', 'analysis.alignment'] as const)
        expect((await ask(method, { clipId: ids.clip })).reason?.code).toEqual(expect.any(String));
      expect(await ask('analysis.history', { athleteId: ids.athlete })).toMatchObject([
        { sessionId: ids.session, readings: [] },
      ]);
      expect((await ask('edits.undo', of)).edits).toEqual([]);
      expect((await ask('edits.redo', of)).edits[0]).toEqual(added);
      const finding = { ...of, rule: 'overstride', side: 'L', confirmed: true } as const;
      expect((await ask('findings.confirm', finding)).confirmed).toEqual(['overstride:L']);
      expect((await ask('edits.list', of)).canUndo).toBe(true);
      await work('analysis.run', { ...of, startDate: '2026-02-02' });
      expect((await ask('analysis.latest', of))?.analysis.edits).toEqual([added?.edit]);
      const made = await work('exports.run', { ...of, formats: ['analysis.json'] });
      const file = await bytesOf(made.files[0]?.url ?? '');
      expect(JSON.parse(file.bytes.toString())).toMatchObject({ athlete: 'Ann' });
      expect(await ask('exports.list', of)).toEqual([made]);
      const zip = await work('diagnostics.save', {});
      const packed = await bytesOf(zip.files[0]?.url ?? '');
      expect(packed.bytes.subarray(0, 2).toString()).toBe('PK');
      await handOverJourney({ ask, work, wire, clipId: ids.clip, sessionId: ids.session });
    });

    it('keeps drawings in one log with the edits, without a word on the numbers, and refuses what is none', async () => {
      const of = { sessionId: ids.session };
      const drawing: DrawingInput = {
        ...{ clipId: ids.clip, tool: 'text', colour: 'yellow', frame: 3, fromFrame: 0, toFrame: 29 },
        ...{ points: [{ x: 10, y: 12.5, joint: null }], text: 'Look here', marks: [] },
      };
      const before = await ask('analysis.latest', of);
      const [made] = (await ask('drawings.add', { ...of, drawing })).drawings;
      expect(made).toMatchObject(drawing);
      if (made === undefined) return;
      expect((await ask('analysis.latest', of))?.outdated).toBe(before?.outdated);
      const changed = { ...made, text: 'And here' };
      expect((await ask('drawings.change', { ...of, drawing: changed })).drawings).toEqual([changed]);
      for (const wrong of [{ toFrame: 30 }, { points: [] }, { text: null }])
        await expect(ask('drawings.add', { ...of, drawing: { ...drawing, ...wrong } })).rejects.toMatchObject(
          { code: 'invalid_input' },
        );
      await expect(
        ask('drawings.change', { ...of, drawing: { ...made, id: 'nothing-here' } }),
      ).rejects.toMatchObject({ code: 'not_found' });
      expect((await ask('drawings.remove', { ...of, id: made.id })).drawings).toEqual([]);
      expect((await ask('edits.undo', of)).drawings).toEqual([changed]);
      expect((await ask('edits.undo', of)).drawings).toEqual([made]);
      expect((await ask('edits.undo', of)).drawings).toEqual([]);
    });

    it('keeps the question of slow motion with the clip, takes the answer, and undoes it', async () => {
      const of = { sessionId: ids.session };
      const clip = () => ask('clips.get', { id: ids.clip });
      await ask('clips.update', { id: ids.clip, patch: { captureFps: null } });
      await ask('sessions.update', { id: ids.session, patch: { shoe: 'slow' } });
      await expect(work('analysis.run', { ...of, startDate: null })).rejects.toMatchObject({
        code: 'slow_motion_unknown',
      });
      expect((await clip()).timing).toMatchObject({ source: 'open', factor: 1, candidates: [4, 3.3333] });
      await ask('clips.update', { id: ids.clip, patch: { standing: { from: 0, to: 0.4 } } });
      const timeOfFirst = async () => {
        const edit = (await ask('edits.list', of)).edits[0]?.edit;
        return (edit && 'time_s' in edit ? edit.time_s : undefined) ?? Number.NaN;
      };
      const edited = await timeOfFirst();
      await ask('clips.update', { id: ids.clip, patch: { captureFps: 120 } });
      // Four times slower than it looked: the same frames, a quarter of the time.
      expect(await clip()).toMatchObject({ timing: null, timeScale: 4, standing: { from: 0, to: 0.1 } });
      expect(await timeOfFirst()).toBeCloseTo(edited / 4, 9);
      await ask('edits.undo', of);
      expect(await clip()).toMatchObject({ timing: { source: 'open' }, timeScale: 1, captureFps: null });
      await ask('edits.redo', of);
      expect(await clip()).toMatchObject({ timeScale: 4, captureFps: 120 });
      await ask('clips.update', { id: ids.clip, patch: { captureFps: 60, standing: null } });
      await ask('sessions.update', { id: ids.session, patch: { shoe: null } });
    });

    it('cancels a job on the way and leaves nothing of it', async () => {
      const stop = new AbortController();
      const before = await ask('exports.list', { sessionId: ids.session });
      const running = runJob(
        wire.transport,
        'exports.run',
        { sessionId: ids.session, formats: ['report.pdf'] },
        { signal: stop.signal, onProgress: () => stop.abort() },
      );
      await expect(running).rejects.toMatchObject({ code: 'cancelled' });
      called.add('jobs.cancel');
      const last = (await ask('jobs.list', {})).at(-1);
      expect(last).toMatchObject({ state: 'cancelled', error: { code: 'cancelled' } });
      expect((await ask('jobs.get', { jobId: last?.jobId ?? '' })).method).toBe('exports.run');
      expect(await ask('exports.list', { sessionId: ids.session })).toEqual(before);
    });

    it('tells an error of the app by its incident only', async () => {
      await ask('sessions.update', { id: ids.session, patch: { shoe: 'throw' } });
      const run = runJob(wire.transport, 'analysis.run', { sessionId: ids.session, startDate: null });
      await expect(run).rejects.toMatchObject({
        code: 'internal',
        params: { incident: expect.stringMatching(/.{8}/) },
      });
      const log = readFileSync(`${app.library}/logs/midstance.log`, 'utf8');
      expect(log).toContain('cannot open <path>');
      expect(log).not.toMatch(/Ann/);
    });

    it('refuses an unknown method and bad input with a code', async () => {
      for (const method of ['athletes.drop', 'toString', '__proto__', '']) {
        expect(await wire.transport.call(method, {})).toMatchObject({
          ok: false,
          error: { code: 'unknown_method' },
        });
      }
      for (const input of [{}, { name: '' }, { name: 'x', path: '/etc' }, null, []]) {
        const reply = await wire.transport.call('athletes.create', input);
        expect(reply).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
      }
      expect(await wire.transport.call('athletes.get', { id: '../../x' })).toMatchObject({ ok: false });
    });

    it('keeps mutations in the order in which they came', async () => {
      const names = Array.from({ length: 20 }, (_, i) => `n${i}`);
      const seen = await Promise.all(
        names.map((name) => call(wire.transport, 'athletes.update', { id: ids.athlete, patch: { name } })),
      );
      expect(seen.map((athlete) => athlete.name)).toEqual(names);
    });

    it('brings the sample that ships with the app', async () => {
      const { athleteId, sessionId } = await work('sample.import', {});
      expect(await ask('athletes.get', { id: athleteId })).toMatchObject({ heightM: 1.76, sessionCount: 1 });
      expect(await ask('sessions.get', { id: sessionId })).toMatchObject({ speedMps: 3, clipCount: 1 });
      expect((await ask('clips.list', { sessionId }))[0]).toMatchObject({ role: 'side_left', view: 'side' });
      await ask('athletes.delete', { id: athleteId });
    });

    it('carries the programme of an athlete from baseline to the next cycle', async () => {
      await programmeJourney(ask, ids.athlete, ids.session);
    });

    it('writes what the athlete takes home of the plan at hand', async () => {
      const formats = ['plan.html', 'plan.pdf', 'plan.ics', 'metronome.wav'] as const;
      const made = await work('program.export', {
        ...{ athleteId: ids.athlete, formats: [...formats], largePrint: true },
      });
      // Without an analysis there is no cadence to work from.
      const { name } = await ask('athletes.get', { id: ids.athlete });
      await checkTakenHome(made, async (url) => (await bytesOf(url)).bytes, name);
    });

    it('says how the library is, and has nothing to rescue while it is open', () => libraryJourney(ask));

    it('deletes with everything that hangs on it', async () => {
      await ask('clips.delete', { id: ids.clip });
      expect((await bytesOf(clipVideoUrl(ids.clip))).status).toBe(404);
      await ask('sessions.delete', { id: ids.session });
      await ask('athletes.delete', { id: ids.athlete });
      expect(await ask('athletes.list', {})).toEqual([]);
    });

    it('has sent every event once, in order, and the journey has used every method', () => {
      for (const event of events) expect(eventSchema.safeParse(event).success).toBe(true);
      const first = events[0]?.seq ?? 0;
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => first + i));
      const imported = events.find((event) => event.type === 'job.done' && event.method === 'clips.import');
      const ofJob = events.filter(
        (event) => 'jobId' in event && imported && 'jobId' in imported && event.jobId === imported.jobId,
      );
      expect(ofJob.length).toBeGreaterThan(2);
      expect(ofJob.at(-1)).toBe(imported);
      expect([...called].sort()).toEqual(Object.keys(api).sort());
    });
  });
}
