import { exportUrl, poseChunkUrl, poseUrl } from '../../../shared/contract/mediaUrls.ts';
import type { ExportRecord } from '../../../shared/contract/workSchemas.ts';
import { KEYPOINT_COUNT } from '../../../shared/pose/keypoints.ts';
import type { Served } from '../serve.testkit.ts';
import type { Driver, Steps } from './driver.testkit.ts';
import { ANYTHING, bytesSlot, type Fact, hashOf, slotOf } from './ledger.testkit.ts';
import { counted } from './librarySteps.testkit.ts';
import { asAnother, type ClipSubject, measured, someClip, someSession } from './subjects.testkit.ts';
import { clipSlot, exportSlots } from './survey.testkit.ts';

/** Files that the driver hands in. */
export interface Sources {
  readonly video: Buffer;
  readonly case: Buffer;
}

type Names =
  | `clips.${'import' | 'makeProxy' | 'findFile'}`
  | `pose.${'begin' | 'saveChunk' | 'finish' | 'saveLook'}`
  | 'sample.import'
  | 'cases.import'
  | 'analysis.run'
  | 'exports.run'
  | 'program.export'
  | 'diagnostics.save'
  | `backup.${'make' | 'restore' | 'forget'}`;

const FRAME_VALUES = KEYPOINT_COUNT * 3;
const BACKED = { model: 'full', backend: 'litert', settings: {} };
const hex = (driver: Driver): string => hashOf(Buffer.from(`${driver.next()}`));

/** A clip whose keypoints are on their way, with the chunks that are there. */
async function begunRun(driver: Driver): Promise<ClipSubject & { runId: string; done: number }> {
  for (let tries = 0; tries < 3; tries += 1) {
    const { athleteId, sessionId, clip } = await someClip(driver);
    const now = await driver.ask('clips.get', { id: clip.id });
    if (now.poseRun?.state === 'running')
      return { athleteId, sessionId, clip: now, runId: now.poseRun.runId, done: now.poseRun.framesDone };
    await driver.do('pose.begin');
  }
  const begun = await driver.do('pose.begin');
  for (const slot of driver.ledger.slots) {
    if (slot.name !== 'clips.get') continue;
    const [athleteId = '', sessionId = '', id = ''] = slot.path;
    const clip = await driver.ask('clips.get', { id });
    if (clip.poseRun?.runId === begun?.runId)
      return { athleteId, sessionId, clip, runId: begun?.runId ?? '', done: clip.poseRun?.framesDone ?? 0 };
  }
  throw new Error('no run was begun');
}

/** That its files are there; what they hold is read when it is looked at. */
const madeFacts = (made: ExportRecord, owner: readonly string[]): Fact[] =>
  exportSlots(made, owner).map((slot) => ({ slot, value: ANYTHING, isPart: true }));

/** An export by its row and its files. */
async function halfExport(server: Served, sessionId: string): Promise<string | undefined> {
  const { value } = await server.call('exports.list', { sessionId });
  for (const { exportId, files } of value as ExportRecord[])
    for (const { name, bytes } of files) {
      const body = await (await server.fetch(exportUrl(exportId, name))).arrayBuffer();
      if (body.byteLength !== bytes) return `${name} has ${body.byteLength} bytes of ${bytes}`;
    }
  return undefined;
}

/** Everything that is not done with a few rows: files, keypoints, analyses, exports, backups. */
export const workSteps = (sources: Sources): Pick<Steps, Names> => ({
  'clips.import': async (driver) => {
    const subject = await someSession(driver);
    const { athleteId, sessionId } = subject;
    const video = asAnother(sources.video);
    const token = await driver.upload(`clip ${driver.next()}.mp4`, video);
    return {
      input: { token, sessionId, role: driver.pick(['side_left', 'rear'] as const), mode: 'copy' },
      root: athleteId,
      touches: ['sessions.get', 'analysis.latest', 'exports.list'],
      creates: 'clip',
      predicted: (slot, before) =>
        slot.name === 'sessions.get' && slot.path.includes(sessionId)
          ? counted(before, 'clipCount', 1)
          : undefined,
      facts: (value) => [
        { slot: clipSlot(subject, value.id), value },
        {
          slot: bytesSlot(`/media/clips/${value.id}/video`, [athleteId, sessionId, value.id]),
          value: hashOf(video),
        },
      ],
      half: async (server, id) => {
        const { value } = await server.call('clips.get', { id });
        return (value as { sha256: string }).sha256 === hashOf(video) ? undefined : 'another video';
      },
    };
  },
  'clips.makeProxy': async (driver) => {
    const subject = await someClip(driver);
    return {
      input: { id: subject.clip.id },
      root: subject.athleteId,
      touches: ['clips.get'],
      predicted: (slot, before) =>
        slot.path.includes(subject.clip.id) ? { ...(before as object), hasProxy: true } : undefined,
      facts: (value) => [{ slot: clipSlot(subject, subject.clip.id), value }],
    };
  },
  'clips.findFile': async (driver) => {
    const subject = await someClip(driver);
    const { id } = subject.clip;
    const token = await driver.upload('moved.mp4', await driver.fetch(`/media/clips/${id}/video`));
    return {
      input: { id, token },
      root: subject.athleteId,
      touches: [],
      facts: (value) => [{ slot: clipSlot(subject, id), value }],
    };
  },
  'sample.import': async () => ({
    input: {},
    root: 'nobody',
    touches: [],
    creates: 'athlete',
    facts: ({ athleteId: id, sessionId }) => [
      { slot: slotOf('athletes.get', { id }, [id]), value: { id, sessionCount: 1 }, isPart: true },
      {
        slot: slotOf('sessions.get', { id: sessionId }, [id, sessionId]),
        value: { clipCount: 2 },
        isPart: true,
      },
    ],
    half: async (server, id) => {
      const sessions = (await server.call('sessions.list', { athleteId: id })).value as {
        id: string;
        clipCount: number;
      }[];
      if (sessions.length !== 1) return `${sessions.length} sessions of the sample`;
      const { id: sessionId = '' } = sessions[0] ?? {};
      const clips = (await server.call('clips.list', { sessionId })).value as { view: string }[];
      return clips.map(({ view }) => view).join() === 'side,rear'
        ? undefined
        : `the clips of the sample: ${JSON.stringify(clips.map(({ view }) => view))}`;
    },
  }),
  'cases.import': async (driver) => ({
    input: { token: await driver.upload('case.midstance', sources.case) },
    root: 'nobody',
    touches: [],
    creates: 'athlete',
    facts: ({ athleteId: id, sessionId }) => [
      { slot: slotOf('athletes.get', { id }, [id]), value: { id, sessionCount: 1 }, isPart: true },
      {
        slot: slotOf('sessions.get', { id: sessionId }, [id, sessionId]),
        value: { clipCount: 2 },
        isPart: true,
      },
    ],
    half: async (server, id) => {
      const reply = await server.call('sessions.list', { athleteId: id });
      const [session, ...others] = reply.value as { id: string }[];
      if (session === undefined || others.length > 0) return `${others.length} sessions of the case`;
      const clips = (await server.call('clips.list', { sessionId: session.id })).value as {
        poseRun: { state: string } | null;
      }[];
      const { edits } = (await server.call('edits.list', { sessionId: session.id })).value as {
        edits: unknown[];
      };
      const states = clips.map(({ poseRun }) => poseRun?.state ?? 'none');
      return states.join() === 'finished,finished' && edits.length > 0
        ? undefined
        : `a case with clips ${states.join() || 'none'} and ${edits.length} edits`;
    },
  }),
  'pose.begin': async (driver) => {
    const subject = await someClip(driver);
    const { id } = subject.clip;
    return {
      input: { clipId: id, modelSha256: hex(driver), ...BACKED },
      root: subject.athleteId,
      touches: ['clips.get', 'analysis.latest', 'exports.list'],
      facts: ({ runId }) => [
        { slot: clipSlot(subject, id), value: { id, poseRun: { runId, state: 'running' } }, isPart: true },
      ],
    };
  },
  'pose.saveChunk': async (driver) => {
    const { athleteId, sessionId, clip, runId, done } = await begunRun(driver);
    const frames = Math.max(1, Math.min(10, clip.frameCount - done));
    const firstFrame = Math.min(done, clip.frameCount - 1);
    const data = Buffer.from(new Float32Array(frames * FRAME_VALUES).fill(driver.next()).buffer);
    const index = Math.floor(firstFrame / 10);
    return {
      input: { runId, index, firstFrame, frames, data: data.toString('base64') },
      root: athleteId,
      touches: ['clips.get'],
      facts: () => [
        {
          slot: bytesSlot(poseChunkUrl(runId, index), [athleteId, sessionId, clip.id, runId]),
          value: hashOf(data),
        },
      ],
    };
  },
  'pose.finish': async (driver) => {
    let run = await begunRun(driver);
    for (let left = run.clip.frameCount; left > 0 && run.done < run.clip.frameCount; left -= 10) {
      await driver.do('pose.saveChunk');
      run = await begunRun(driver);
    }
    const { athleteId, sessionId, clip, runId } = run;
    return {
      input: { runId },
      root: athleteId,
      touches: ['clips.get', 'analysis.latest', 'exports.list', 'bytes'],
      // Which chunks they came in is not kept.
      drops: ({ name, path }) => name === 'bytes' && path.includes(runId),
      takes: ({ name, path }) => name === 'bytes' && path.includes(runId),
      mayRefuse: ['invalid_input'],
      facts: () => [
        {
          slot: clipSlot(run, clip.id),
          value: { id: clip.id, poseRun: { runId, state: 'finished', framesDone: clip.frameCount } },
          isPart: true,
        },
      ],
      after: async () => {
        if (driver.isKilled) return;
        const bytes = await driver.fetch(poseUrl(runId));
        if (bytes.length !== clip.frameCount * FRAME_VALUES * 4) throw new Error('keypoints are missing');
        const slot = bytesSlot(poseUrl(runId), [athleteId, sessionId, clip.id, runId]);
        driver.ledger.set({ slot, value: hashOf(bytes) });
      },
    };
  },
  'pose.saveLook': async (driver) => {
    const { athleteId, sessionId, clips } = await measured(driver);
    const clip = driver.pick(clips);
    const modelSha256 = hex(driver);
    const { runId, parts } = await driver.ask('pose.lookTask', { clipId: clip.id, modelSha256 });
    const frames = [...new Set(parts.flatMap((part) => part.frames))].sort((a, b) => a - b);
    const data = Buffer.from(new Float32Array(frames.length * FRAME_VALUES).fill(20).buffer);
    return {
      input: { runId, model: 'heavy', modelSha256, frames, data: data.toString('base64') },
      root: athleteId,
      touches: ['analysis.latest', 'exports.list', 'pose.lookTask'],
      drops: ({ name, path }) => name === 'pose.lookTask' && path.includes(clip.id),
      // What was seen is not asked for again.
      facts: () => [
        {
          slot: slotOf('pose.lookTask', { clipId: clip.id, modelSha256 }, [athleteId, sessionId, clip.id]),
          value: { runId, parts: [] },
        },
      ],
    };
  },
  'analysis.run': async (driver) => {
    const { athleteId, sessionId } = await measured(driver);
    return {
      input: { sessionId, startDate: null },
      root: athleteId,
      touches: [
        'analysis.latest',
        'clips.get',
        'sessions.get',
        'exports.list',
        'program.state',
        'pose.lookTask',
      ],
      facts: ({ analysisId }) => [
        {
          slot: slotOf('analysis.latest', { sessionId }, [athleteId, sessionId]),
          value: { analysisId, outdated: false },
          isPart: true,
        },
      ],
    };
  },
  'exports.run': async (driver) => {
    const { athleteId, sessionId } = await measured(driver);
    const formats = driver.pick([
      ['analysis.json', 'tables.csv'],
      ['case.zip'],
      ['pose.json', 'case-no-video.zip', 'opensim.trc'],
    ] as const);
    return {
      input: { sessionId, formats: [...formats] },
      root: athleteId,
      touches: ['exports.list'],
      creates: 'export',
      half: (server) => halfExport(server, sessionId),
      facts: (made) => madeFacts(made, [athleteId, sessionId]),
    };
  },
  'program.export': async (driver) => {
    const { athleteId } = await measured(driver);
    return {
      input: { athleteId, formats: ['plan.html', 'plan.ics'], largePrint: true },
      root: 'nobody',
      touches: [],
      facts: (made) => madeFacts(made, ['loose']),
    };
  },
  'diagnostics.save': async () => ({
    input: {},
    root: 'nobody',
    touches: [],
    facts: (made) => madeFacts(made, ['loose']),
  }),
  'backup.make': async (driver) => ({
    input: {},
    root: 'nobody',
    touches: [],
    // It is fetched at once, and goes at the next start: only what it holds is kept.
    after: async (made) => {
      if (driver.isKilled) return;
      const bytes = await driver.fetch(made.files[0]?.url ?? '');
      driver.backup = { bytes, ledger: driver.ledger.copy() };
    },
  }),
  'backup.restore': async (driver) => {
    if (driver.backup === undefined || driver.random() < 0.5) await driver.do('backup.make');
    const { bytes, ledger } = driver.backup ?? { bytes: Buffer.alloc(0), ledger: driver.ledger };
    return {
      input: { token: await driver.upload('backup.tar', bytes) },
      root: 'nobody',
      touches: [],
      restores: ledger,
      after: () => {
        driver.ledger.waiting = ledger.copy();
      },
    };
  },
  'backup.forget': async (driver) => ({
    input: {},
    root: 'nobody',
    touches: [],
    after: () => {
      driver.ledger.waiting = undefined;
    },
  }),
});
