import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient, runJob } from '../../shared/contract/client.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import { sliceOf } from '../files/trust.testkit.ts';
import { openLibrary } from './library.ts';
import { keypointsFor } from './sampleKeypoints.testkit.ts';
import { openTestHost, type TestHost } from './testHost.testkit.ts';
import { openMemoryWire, type Wire } from './wire.testkit.ts';

let app: TestHost;
let wire: Wire;
let client: Client;
beforeEach(async () => {
  app = await openTestHost();
  wire = await openMemoryWire(app.host);
  client = createClient(wire.transport);
});
afterEach(() => app.close());

const inFolder = (name: string): string[] => readdirSync(join(app.library, name));
const nothingIsLeft = (): void => {
  for (const name of ['videos', 'derived', 'exports', 'temporary']) expect(inFolder(name), name).toEqual([]);
};

/** Does something the first time that a job tells of a stage. */
function atStage(stage: string, act: () => Promise<unknown>): { done: () => Promise<unknown> } {
  let acted: Promise<unknown> | undefined;
  app.host.onEvent((event: AppEvent) => {
    if (event.type === 'job.progress' && event.progress.stage === stage) acted ??= act();
  });
  return { done: async () => expect(await acted).toBeDefined() };
}

async function sessionWithClip(): Promise<{ athleteId: string; sessionId: string; clipId: string }> {
  const { athleteId, sessionId } = await runJob(wire.transport, 'sample.import', {});
  const clipId = await keypointsFor(client, sessionId);
  await runJob(wire.transport, 'analysis.run', { sessionId, startDate: null });
  return { athleteId, sessionId, clipId };
}

/** The session of the sample as a case, in a file beside the library, and nothing else left. */
async function caseFile(format: 'case.zip' | 'case-no-video.zip'): Promise<string> {
  const { athleteId, sessionId } = await sessionWithClip();
  const made = await runJob(wire.transport, 'exports.run', { sessionId, formats: [format] });
  const path = join(app.folder, 'case.zip');
  copyFileSync(join(app.library, 'exports', made.exportId, made.files[0]?.name ?? ''), path);
  await client.athletes.delete({ id: athleteId });
  nothingIsLeft();
  return path;
}

describe.each(sliceOf(['film_strip', 'frame_table'], 1))(
  'a deletion during the stage %s of an import',
  (stage) => {
    it.each(['athlete', 'session'] as const)('of its %s leaves nothing', async (what) => {
      const athlete = await client.athletes.create({ name: 'Ann' });
      const session = await client.sessions.create({ athleteId: athlete.id, date: '2026-01-02' });
      const { token } = await app.host.addChosenFile(app.sample);
      const deleted = atStage(stage, () =>
        what === 'athlete'
          ? client.athletes.delete({ id: athlete.id })
          : client.sessions.delete({ id: session.id }),
      );
      const taken = runJob(wire.transport, 'clips.import', {
        token,
        sessionId: session.id,
        role: 'rear',
        mode: 'copy',
      });
      await expect(taken).rejects.toMatchObject({ code: 'not_found' });
      await deleted.done();
      nothingIsLeft();
    });
  },
);

it('content whose last clip is deleted while it comes in again is looked at and kept', async () => {
  const { athleteId } = await sessionWithClip();
  const other = await client.athletes.create({ name: 'Bea' });
  const session = await client.sessions.create({ athleteId: other.id, date: '2026-01-02' });
  const { token } = await app.host.addChosenFile(app.sample);
  const deleted = atStage('copy', () => client.athletes.delete({ id: athleteId }));
  const clip = await runJob(wire.transport, 'clips.import', {
    token,
    sessionId: session.id,
    role: 'rear',
    mode: 'copy',
  });
  await deleted.done();
  expect(clip).toMatchObject({ missing: false, thumbnailCount: 10 });
  expect(inFolder('videos')).toHaveLength(1);
  expect(inFolder('derived')).toHaveLength(1);
});

it('an export whose session is deleted meanwhile leaves no files', async () => {
  const { sessionId } = await sessionWithClip();
  const deleted = atStage('write', () => client.sessions.delete({ id: sessionId }));
  const written = runJob(wire.transport, 'exports.run', { sessionId, formats: ['analysis.json'] });
  await Promise.allSettled([written]);
  await deleted.done();
  expect(inFolder('exports')).toEqual([]);
});

it('exports that are written while others are swept all stay', async () => {
  const { sessionId } = await sessionWithClip();
  const empty = async () => {
    const { id } = await client.athletes.create({ name: 'Bea' });
    await client.athletes.delete({ id });
  };
  const write = () => runJob(wire.transport, 'exports.run', { sessionId, formats: ['analysis.json'] });
  const written = await Promise.all([write(), empty(), write(), empty(), write(), empty(), write()]);
  const ids = written.flatMap((one) => (one === undefined ? [] : [one.exportId]));
  expect(ids).toHaveLength(4);
  expect(inFolder('exports').sort()).toEqual(ids.sort());
});

it.each(sliceOf(['film_strip', 'copy', 'frame_table'], 2))(
  'a case and a sample that are stopped at %s leave nothing',
  async (stage) => {
    const path = await caseFile('case.zip');
    for (const method of ['cases.import', 'sample.import'] as const) {
      const { token } = await app.host.addChosenFile(path);
      const running = method === 'cases.import' ? client.cases.import({ token }) : client.sample.import({});
      const { jobId } = await running;
      const stopped = atStage(stage, () => client.jobs.cancel({ jobId }));
      await expect
        .poll(async () => (await client.jobs.get({ jobId })).state, { timeout: 150_000 })
        .toBe('cancelled');
      await stopped.done();
      expect(await client.athletes.list({})).toEqual([]);
      nothingIsLeft();
    }
  },
);

const kit = fileURLToPath(new URL('./killedImport.testkit.ts', import.meta.url));

/** Runs an import in a process of its own that is killed once it tells a line. */
async function killedAt(library: string, what: string, line: string): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', kit, library, what, app.services.sampleFolder, line],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  createInterface({ input: child.stdout }).on('line', (told) => {
    if (told === line) child.kill('SIGKILL');
  });
  const [code, signal] = await once(child, 'close');
  expect([code, signal]).toEqual([null, 'SIGKILL']);
}

describe('kill -9', () => {
  it.each(sliceOf(['placed', 'film_strip', 'stored'], 1))(
    'at %s leaves no half of an athlete',
    async (line) => {
      const path = await caseFile('case.zip');
      for (const what of ['sample', path]) {
        const library = join(app.folder, `killed-${what === 'sample' ? 'sample' : 'case'}`);
        await killedAt(library, what, line);
        const opened = await openLibrary(library);
        expect(opened.db.athletes.list()).toEqual([]);
        expect(opened.db.sessions.list(null)).toEqual([]);
        expect(opened.db.files.hashes().size).toBe(0);
        await opened.close();
      }
      expect(existsSync(path) && readFileSync(path).length > 0).toBe(true);
    },
  );
});
