// Speed and memory as JSON lines on standard output. Machines are noisy and differ: read the ratios against the baseline
// of the same run, not the absolute numbers of another day.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { probeClip } from '../main/media/probe.ts';
import { detectPose } from '../main/node/poseDetector.ts';
import { LANDMARK_MODELS } from '../models/manifest.ts';
import { WEIGHTS_FOLDER } from '../models/prepareWeights.ts';
import { loadNodeRuntime } from '../models/runtime/nodeRuntime.ts';
import type { AnalysisInput } from '../shared/domain/analysis.ts';
import { LANDMARK_INPUT_PX } from '../shared/pose/blazepose/networks.ts';
import { analyze } from '../shared/report/analyze.ts';
import { benchLibrary } from './benchLibrary.ts';
import { secondsOf, tell } from './benchLine.ts';
import { benchMedia } from './benchMedia.ts';
import { benchRecompute } from './benchRecompute.ts';

const SAMPLE = fileURLToPath(new URL('../models/sample/sample.mp4', import.meta.url));
const MEDIA = `${process.env['MIDSTANCE_MEDIA'] ?? '../shared'}/media`;
const RUNNING = `${MEDIA}/running/treadmill-side-left-30fps.mp4`;
const WALKING = `${MEDIA}/walking/overground-side-two-people-30fps.mp4`;
const WALKING_PERSON = { x: 1132, y: 720, time: 3 };

/** The same clips as other objects: nothing that was made of them before is used. */
const anew = (input: AnalysisInput): AnalysisInput => ({
  ...input,
  clips: input.clips.map((clip) => ({ ...clip })),
});

/** One landmark inference alone: the floor under every pose figure of this run. Median of 40 after 5 to warm up. */
async function inferenceMs(model: (typeof LANDMARK_MODELS)[number]): Promise<number> {
  const networks = await loadNodeRuntime(WEIGHTS_FOLDER, model);
  const input = new Float32Array(LANDMARK_INPUT_PX * LANDMARK_INPUT_PX * 3).fill(0.5);
  const times: number[] = [];
  for (let i = 0; i < 45; i++) times.push(1000 * (await secondsOf(() => networks.landmark(input))));
  return times.slice(5).sort((a, b) => a - b)[20] ?? 0;
}

async function benchClip(
  name: string,
  file: string,
  person: typeof WALKING_PERSON | undefined,
  fullMs: number,
): Promise<void> {
  const probe = await probeClip(file);
  const frames = probe.frameTable.times.length;
  await benchMedia(name, file, probe);
  const seconds = await secondsOf(() => detectPose({ file, probe }, { model: 'full', person }));
  const roof = 2 / (fullMs / 1000);
  tell({
    bench: `pose full ${name}, end to end, 2 workers`,
    value: frames / seconds,
    unit: 'frames/s',
    baseline: 'two inferences at a time, nothing else',
    ratio: frames / seconds / roof,
  });
}

async function benchAnalysis(): Promise<void> {
  const probe = await probeClip(SAMPLE);
  const { track, info } = await detectPose({ file: SAMPLE, probe }, { model: 'lite' });
  const input: AnalysisInput = {
    session: { athlete_height_m: 1.76, speed_mps: 3, incline_percent: 0, shoe: null, surface: 'treadmill' },
    clips: [
      {
        id: 'sample',
        file: 'sample.mp4',
        sha256: '',
        role: 'side_left',
        view: 'auto',
        frameTable: probe.frameTable,
        timeScale: { told: null, stated: null },
        rotation: 0,
        pose: track,
      },
    ],
    edits: [],
    confirmed: [],
    startDate: null,
    provenance: {
      app_version: 'bench',
      model: info.model,
      model_sha256: info.modelSha256,
      backend: 'litert',
      settings: {},
    },
  };
  const times: number[] = [];
  for (let i = 0; i < 15; i++) times.push(1000 * (await secondsOf(() => analyze(anew(input)))));
  times.sort((a, b) => a - b);
  tell({
    bench: 'analyse keypoints of the sample, p95',
    value: times[14] ?? 0,
    unit: 'ms',
    baseline: 'median',
    ratio: (times[14] ?? 0) / (times[7] ?? 1),
  });
}

let fullMs = 0;
for (const model of LANDMARK_MODELS) {
  const ms = await inferenceMs(model);
  if (model === 'full') fullMs = ms;
  tell({ bench: `landmark inference ${model}, 1 thread`, value: ms, unit: 'ms' });
}
await benchClip('sample', SAMPLE, undefined, fullMs);
if (existsSync(RUNNING)) await benchClip('running', RUNNING, undefined, fullMs);
if (existsSync(WALKING)) await benchClip('walking', WALKING, WALKING_PERSON, fullMs);
await benchAnalysis();
await benchRecompute();
await benchLibrary();
tell({ bench: 'peak memory of this process', value: process.resourceUsage().maxRSS / 1024, unit: 'MiB' });
