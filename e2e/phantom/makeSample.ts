import { stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type CameraParams, defaultCamera, type View } from './camera.ts';
import { lookFromSeed } from './look.ts';
import type { RunnerRequest } from './params.ts';
import { renderClip } from './renderClip.ts';

/** The sample: an overstriding runner (tibia 3.8 SD, heel more than 4 SD ahead of the norm of the speed), filmed twice, and standing. */
const HEIGHT_M = 1.76;
const SPEED_MPS = 3;
const SEED = 20;
const LOOK = lookFromSeed(18);
const RUNNER: RunnerRequest = {
  speedMps: SPEED_MPS,
  heightM: HEIGHT_M,
  cadenceSpm: 158,
  seed: SEED,
  both: {
    tibiaIcDeg: 18,
    kneeFlexionIcDeg: 14,
    // A slow cadence makes for long flights and deep landings.
    kneeFlexionPeakDeg: 53,
    footStrikeDeg: 18,
    contactTimeS: 0.268,
  },
};

interface SampleClip {
  readonly name: string;
  readonly role: 'side_left' | 'rear' | 'standing';
  readonly view: View;
  readonly runner: RunnerRequest;
  readonly fps: number;
  readonly durationS: number;
}

const CLIPS: readonly SampleClip[] = [
  { name: 'sample', role: 'side_left', view: 'side', runner: RUNNER, fps: 120, durationS: 11.6 },
  {
    name: 'standing',
    role: 'standing',
    view: 'side',
    runner: { ...RUNNER, kind: 'stand' },
    fps: 60,
    durationS: 1.5,
  },
  { name: 'rear', role: 'rear', view: 'rear', runner: RUNNER, fps: 60, durationS: 10 },
  {
    name: 'standing-rear',
    role: 'standing',
    view: 'rear',
    runner: { ...RUNNER, kind: 'stand' },
    fps: 60,
    durationS: 1.5,
  },
];

const folder = fileURLToPath(new URL('../../models/sample/', import.meta.url));
const only = process.argv.slice(2);
const cameraOf = (view: View): CameraParams => defaultCamera(view, HEIGHT_M);

for (const clip of CLIPS) {
  if (only.length > 0 && !only.includes(clip.name)) continue;
  const started = performance.now();
  const truth = await renderClip({
    out: `${folder}${clip.name}`,
    runner: clip.runner,
    camera: cameraOf(clip.view),
    fps: clip.fps,
    durationS: clip.durationS,
    crf: 24,
    look: LOOK,
    compact: true,
  });
  const rate = truth.frame_count / ((performance.now() - started) / 1000);
  const { size } = await stat(`${folder}${clip.name}.mp4`);
  process.stdout.write(
    `${clip.name}.mp4: ${truth.frame_count} frames, ${rate.toFixed(1)} frames/s, ${Math.round(size / 1024)} KiB\n`,
  );
}

const session = {
  schemaVersion: 1,
  athlete: { name: 'Sample runner', height_m: HEIGHT_M },
  session: { speed_mps: SPEED_MPS, incline_percent: 0, surface: 'treadmill' },
  clips: CLIPS.map((clip) => ({
    file: `${clip.name}.mp4`,
    truth: `${clip.name}.truth.json`,
    role: clip.role,
    view: clip.view,
    capture_fps: clip.fps,
  })),
};
await writeFile(`${folder}sample.json`, `${JSON.stringify(session, null, 2)}\n`);
