// Clips in which somebody is beside the runner, and where everybody's hips really are.
import { join } from 'node:path';
import { type Bystander, bystanderScene } from '../../e2e/phantom/bystander.ts';
import { type CameraParams, cameraAt, defaultCamera, project } from '../../e2e/phantom/camera.ts';
import { variedLook } from '../../e2e/phantom/look.ts';
import { proceduralMotion } from '../../e2e/phantom/motion.ts';
import { type RunnerRequest, runnerParams } from '../../e2e/phantom/params.ts';
import type { Pose } from '../../e2e/phantom/pose.ts';
import { renderClips } from '../../e2e/phantom/renderClip.ts';
import { add, scale, type Vec } from '../../e2e/phantom/vec.ts';
import { runFfmpeg } from '../../main/media/ffmpegProcess.ts';

const HEIGHT_M = 1.74;
/** Of the room; on a track everybody stands at the height of the runner. */
const FLOOR_M = -0.17;
const FPS = 30;

export interface CompanyClip {
  readonly name: string;
  readonly durationS: number;
  readonly others: readonly Bystander[];
  readonly camera?: Partial<CameraParams>;
  readonly surface?: 'track';
  /** Filter of ffmpeg over the drawn pictures. */
  readonly filter?: string;
}

const other = (
  seed: number,
  startM: readonly [number, number, number],
  movesMps: number,
  runner: RunnerRequest = {},
): Bystander => ({
  runner: { heightM: 1.7, seed, ...runner },
  look: seed,
  startM,
  headingDeg: 0,
  movesMps,
});

const WIDE = { distanceM: 6, fovDeg: (2 * Math.atan(1.35 / 6) * 180) / Math.PI };

/** Light of another colour from one moment on. */
const OTHER_LIGHT = "hue=h='if(gte(t,1.2),35,0)':s='if(gte(t,1.2),1.6,1)'";

// The camera of a runner who faces left stands at negative z: who has a negative z is nearer than the runner.
export const COMPANY: readonly CompanyClip[] = [
  { name: 'beside-far', durationS: 2, camera: WIDE, others: [other(61, [0.35, 0, 1.2], 0)] },
  { name: 'beside-near', durationS: 2, camera: WIDE, others: [other(62, [-0.3, 0, -1], 0)] },
  { name: 'close-far', durationS: 2, camera: WIDE, others: [other(63, [0.18, 0, 1.1], 0)] },
  { name: 'close-near', durationS: 2, camera: WIDE, others: [other(64, [0.22, 0, -0.9], 0)] },
  { name: 'apart', durationS: 2, camera: WIDE, others: [other(65, [-0.75, 0, 1.2], 0)] },
  {
    name: 'overtaken-near',
    durationS: 4,
    camera: WIDE,
    others: [other(66, [-1.5, 0, -1], 0.8, { speedMps: 3.8 })],
  },
  {
    name: 'overtaken-far',
    durationS: 4,
    camera: WIDE,
    others: [other(67, [-1.5, 0, 1.2], 0.8, { speedMps: 3.8 })],
  },
  {
    name: 'meeting',
    durationS: 3,
    camera: WIDE,
    others: [{ ...other(68, [4, FLOOR_M, -1.1], 3), headingDeg: 180 }],
  },
  { name: 'alone-light', durationS: 3, others: [], filter: OTHER_LIGHT },
  {
    name: 'beside-light',
    durationS: 3,
    camera: WIDE,
    others: [other(69, [0.45, 0, 1.2], 0)],
    filter: OTHER_LIGHT,
  },
];

export interface DrawnCompany {
  readonly file: string;
  /** Middle of the hips in pixels: of each frame, of everybody, the runner first. */
  readonly hips: readonly (readonly (readonly [x: number, y: number])[])[];
}

const hipsOf = ({ legs }: Pose): Vec => scale(add(legs.L.hip, legs.R.hip), 0.5);

/** Draws a clip into the folder. */
export async function drawCompany(clip: CompanyClip, folder: string): Promise<DrawnCompany> {
  const runner: RunnerRequest = { heightM: HEIGHT_M, seed: 60 };
  const camera: CameraParams = { ...defaultCamera('side', HEIGHT_M), ...clip.camera };
  const { others, durationS } = clip;
  const drawn = join(folder, clip.name);
  await renderClips({
    runner,
    camera,
    durationS,
    others,
    look: variedLook(60),
    compact: true,
    outputs: [{ out: drawn, fps: FPS, crf: 18 }],
    ...(clip.surface ? { surface: clip.surface } : {}),
  });
  let file = `${drawn}.mp4`;
  if (clip.filter !== undefined) {
    file = `${drawn}-changed.mp4`;
    const { exitCode, stderr } = await runFfmpeg([
      ...['-v', 'error', '-i', `${drawn}.mp4`, '-vf', clip.filter, '-c:v', 'libx264', '-crf', '18', '-y'],
      file,
    ]);
    if (exitCode !== 0) throw new Error(`invalid filter: ${stderr.slice(-400)}`);
  }
  const motion = proceduralMotion(runnerParams(runner), durationS);
  const scenes = others.map((one) => bystanderScene(one, null));
  const hips = Array.from({ length: Math.round(durationS * FPS) }, (_, k) => {
    const t = k / FPS;
    const points = [
      hipsOf(motion.poseAt(t)),
      ...scenes.map(({ at }) => {
        const { pose, at: place = [0, 0, 0], turn = 0 } = at(t);
        const [x, y, z] = hipsOf(pose);
        const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
        return add([x * cos + z * sin, y, z * cos - x * sin], place);
      }),
    ];
    return points.map((point) => project(cameraAt(camera, t, motion.speedMps), point));
  });
  return { file, hips };
}
