import type { Bystander } from '../../e2e/phantom/bystander.ts';
import { type CameraParams, defaultCamera } from '../../e2e/phantom/camera.ts';
import type { RunnerRequest } from '../../e2e/phantom/params.ts';
import type { AccuracyClip, Picture } from './accuracyClip.ts';

interface HardClip {
  readonly name: string;
  readonly runner?: RunnerRequest;
  readonly camera?: Partial<CameraParams>;
  readonly picture?: Picture;
  readonly fps?: number;
  readonly durationS?: number;
}

const HEIGHT_M = 1.74;
const PLAIN = defaultCamera('side', HEIGHT_M);
const fovFor = (halfHeightM: number, distanceM: number): number =>
  (2 * Math.atan(halfHeightM / distanceM) * 180) / Math.PI;
/** The room's floor lies this far under the belt. */
const FLOOR_M = -0.17;

/** Goes through the picture in the given direction at its own speed, so that its feet hold the floor. */
const passing = (
  kind: 'run' | 'walk',
  speedMps: number,
  direction: 1 | -1,
  startX: number,
  z: number,
  seed: number,
): Bystander => ({
  runner: { kind, speedMps, seed, heightM: 1.7 },
  look: seed,
  startM: [startX, FLOOR_M, z],
  headingDeg: direction === 1 ? 0 : 180,
  movesMps: speedMps,
});

// The camera of a runner who faces left stands at negative z.
const LIST: readonly HardClip[] = [
  { name: 'walking', runner: { kind: 'walk' }, durationS: 16 },
  { name: 'grounded', runner: { kind: 'grounded_run' } },
  { name: 'oblique', camera: { yawDeg: 40 } },
  {
    name: 'crossing',
    picture: { others: [passing('run', 3, -1, 9, -1.3, 41), passing('run', 3.2, 1, -22, 1.4, 42)] },
  },
  { name: 'feet-cut', camera: { aimHeightM: 1.3, heightM: 1.3, fovDeg: fovFor(0.95, 5) } },
  {
    name: 'three-steps',
    camera: { distanceM: 6, fovDeg: fovFor(1.05, 6), track: { startM: -1.9, follows: false, aimErrorM: 0 } },
    picture: { surface: 'track' },
    durationS: 1.2,
  },
  { name: 'slow-motion', picture: { slowFactor: 4 }, durationS: 6 },
  { name: 'uneven-clock', picture: { clock: { dropEvery: [37, 53], jitterS: 0.0009, phase: 0.4 } } },
  {
    name: 'panning',
    camera: { distanceM: 12, fovDeg: fovFor(1.2, 12), track: { startM: -8, follows: true, aimErrorM: 0.25 } },
    picture: { surface: 'track' },
    durationS: 5.5,
  },
  { name: 'rail', picture: { rail: 'near' } },
  {
    name: 'bystander',
    picture: {
      others: [
        {
          ...{ runner: { kind: 'stand', seed: 44, heightM: 1.8 }, look: 44, headingDeg: 90, movesMps: 0 },
          startM: [1.05, FLOOR_M, 2.2],
        },
        passing('walk', 1.4, 1, -7, 3, 45),
      ],
    },
  },
  { name: 'strong-blur', picture: { shutterS: 1 / 60, noise: 4, crf: 30 }, fps: 60 },
];

/** One clip for each thing that must be refused, graded down or survived. */
export function hardClips(): AccuracyClip[] {
  return LIST.map(({ name, runner = {}, camera = {}, picture = {}, fps = 120, durationS = 10 }, i) => ({
    id: `hard-${name}`,
    set: 'hard',
    runnerId: `hard-${name}`,
    role: 'side',
    runner: { heightM: HEIGHT_M, seed: 2001 + i, ...runner },
    camera: { ...PLAIN, ...camera },
    look: 2001 + i,
    fps,
    durationS,
    picture,
  }));
}
