import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHost, type Host } from '../main/host/createHost.ts';
import { openLibrary } from '../main/host/library.ts';
import { nodeServices } from '../main/node/nodeServices.ts';
import { type Client, createClient } from '../shared/contract/client.ts';
import type { Edit } from '../shared/domain/analysis.ts';
import { KEYPOINT_STRIDE, LEG } from '../shared/pose/keypoints.ts';
import { emptyTrack, FRAME_STRIDE } from '../shared/pose/track.ts';
import { secondsOf, tell } from './benchLine.ts';

/** Edits that are all kept. */
const KEPT = 100;
const EDITS = 40;
const CHUNK = 240;

interface Truth {
  readonly width: number;
  readonly height: number;
  readonly joints: readonly { readonly index: number }[];
  readonly joints_px: readonly (readonly (readonly [number, number])[])[];
}

/** Keypoints that a shipped clip was drawn from, with a pixel of noise: no pose model is waited for. */
function drawnKeypoints(fileName: string): Float32Array {
  const file = new URL(`../models/sample/${fileName.replace(/\.mp4$/, '.truth.json')}`, import.meta.url);
  const { width, height, joints, joints_px }: Truth = JSON.parse(readFileSync(file, 'utf8'));
  const { data } = emptyTrack(width, height, joints_px.length);
  joints_px.forEach((points, frame) => {
    joints.forEach(({ index }, j) => {
      const [x = Number.NaN, y = Number.NaN] = points[j] ?? [];
      const noise = (phase: number) => Math.sin(12.9898 * (frame * 33 + index) + phase);
      data.set([x + noise(0), y + noise(1), 1], frame * FRAME_STRIDE + index * KEYPOINT_STRIDE);
    });
  });
  return data;
}

/** A host as the app has it, with its jobs awaited. */
function connected(host: Host): { client: Client; run: (sessionId: string) => Promise<void> } {
  const ended = new Map<string, () => void>();
  host.onEvent((event) => {
    if (event.type === 'job.done' || event.type === 'job.failed') ended.get(event.jobId)?.();
  });
  const transport = { call: host.dispatch, onEvent: host.onEvent };
  const client = createClient(transport);
  return {
    client,
    async run(sessionId) {
      const { jobId } = await client.analysis.run({ sessionId, startDate: null });
      const job = await client.jobs.get({ jobId });
      if (job.state === 'running') await new Promise<void>((resolve) => ended.set(jobId, resolve));
    },
  };
}

const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))] ?? 0;

/**
 * From a coach's edit to the new numbers, through the host and its database: the sample session with four clips. The ratio is
 * against the whole session measured from nothing in the same run.
 */
export async function benchRecompute(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'midstance-bench-'));
  try {
    const library = await openLibrary(join(folder, 'library'));
    const host = createHost(nodeServices(), library);
    const { client, run } = connected(host);
    const { jobId } = await client.sample.import({});
    let job = await client.jobs.get({ jobId });
    while (job.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 50));
      job = await client.jobs.get({ jobId });
    }
    const [session] = await client.sessions.list({ athleteId: null });
    if (session === undefined) throw new Error('no sample session');
    const sessionId = session.id;
    const clips = await client.clips.list({ sessionId });
    for (const clip of clips) await storeKeypoints(client, clip.id, drawnKeypoints(clip.fileName));
    const whole = 1000 * (await secondsOf(() => run(sessionId)));
    const side = clips.find(({ fileName }) => fileName === 'sample.mp4');
    const analysis = (await client.analysis.latest({ sessionId }))?.analysis;
    if (side === undefined || analysis === undefined) throw new Error('no analysis of the sample');
    const events = analysis.events.filter(({ clip }) => clip === side.id);
    const found = drawnKeypoints('sample.mp4');
    const kinds: [string, (i: number) => Edit][] = [
      [
        'event',
        (i) => {
          const event = events[i % events.length] ?? { side: 'L', type: 'initial_contact', time_s: 0 };
          const { side: foot, type, time_s } = event;
          return {
            clip: side.id,
            side: foot,
            type,
            op: 'move',
            event: null,
            auto_time_s: time_s,
            // There and back, so that a hundred of them fit between their neighbours.
            time_s: time_s + (1 + (Math.floor(i / events.length) % 2)) / side.containerFps,
            reason: null,
          };
        },
      ],
      ['keypoint', (i) => placing(side.id, found, 60 + 30 * i)],
    ];
    const msOf = async (edit: Edit): Promise<number> => {
      const seconds = await secondsOf(async () => {
        await client.edits.add({ sessionId, edit });
        await run(sessionId);
        await client.analysis.latest({ sessionId });
      });
      return 1000 * seconds;
    };
    for (const [name, editOf] of kinds) {
      const times: number[] = [];
      for (let i = 0; i < EDITS; i++) {
        times.push(await msOf(editOf(i)));
        await client.edits.undo({ sessionId });
      }
      const p95 = quantile(times, 0.95);
      tell({
        bench: `numbers after one edit of ${name === 'event' ? 'an event' : 'a keypoint'}, p95`,
        value: p95,
        unit: 'ms',
        baseline: 'the session measured from nothing',
        ratio: p95 / whole,
      });
    }
    await benchKeptEdits(kinds[0]?.[1] ?? (() => placing(side.id, found, 60)), msOf);
    await host.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each edit is kept: what the hundredth costs against the first ones says whether their number counts. */
async function benchKeptEdits(
  editOf: (i: number) => Edit,
  msOf: (edit: Edit) => Promise<number>,
): Promise<void> {
  const times: number[] = [];
  for (let i = 0; i < KEPT; i++) times.push(await msOf(editOf(i)));
  const first = quantile(times.slice(0, 10), 0.5);
  const last = quantile(times.slice(-10), 0.5);
  tell({
    bench: `numbers after edit ${KEPT} of events, all kept, median of ten`,
    value: last,
    unit: 'ms',
    baseline: 'the first ten',
    ratio: last / first,
  });
}

function placing(clip: string, found: Float32Array, frame: number): Edit {
  const at = frame * FRAME_STRIDE + LEG.R.ankle * KEYPOINT_STRIDE;
  const [x = 0, y = 0] = found.subarray(at, at + 2);
  return {
    ...{ clip, op: 'place', joint: LEG.R.ankle, frame, x_px: x + 5, y_px: y, auto_x_px: x, auto_y_px: y },
    ...{ from_frame: frame - 4, to_frame: frame + 4 },
  };
}

async function storeKeypoints(client: Client, clipId: string, data: Float32Array): Promise<void> {
  const { runId } = await client.pose.begin({
    ...{ clipId, model: 'as drawn', modelSha256: '0'.repeat(64), backend: 'none', settings: {} },
  });
  const frameCount = data.length / FRAME_STRIDE;
  for (let firstFrame = 0; firstFrame < frameCount; firstFrame += CHUNK) {
    const frames = Math.min(CHUNK, frameCount - firstFrame);
    const values = data.slice(firstFrame * FRAME_STRIDE, (firstFrame + frames) * FRAME_STRIDE);
    await client.pose.saveChunk({
      ...{ runId, index: firstFrame / CHUNK, firstFrame, frames },
      data: Buffer.from(values.buffer).toString('base64'),
    });
  }
  await client.pose.finish({ runId });
}

if (import.meta.main) await benchRecompute();
