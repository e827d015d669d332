import { type CameraParams, defaultCamera } from '../../e2e/phantom/camera.ts';
import { proceduralMotion } from '../../e2e/phantom/motion.ts';
import { type RunnerRequest, runnerParams } from '../../e2e/phantom/params.ts';
import { type Random, randomFromSeed } from '../../e2e/phantom/random.ts';

/** One clip of the synthetic set. Runners of `tuning` may be looked at while the engine is made, those of `test` not. */
export interface AccuracyClip {
  readonly id: string;
  readonly set: 'tuning' | 'test';
  /** Clips of one runner are measured together as one session. */
  readonly runnerId: string;
  readonly role: 'side' | 'standing';
  readonly runner: RunnerRequest;
  readonly camera: CameraParams;
  /** Seed of skin, clothes and build. */
  readonly look: number;
  readonly fps: number;
  readonly durationS: number;
}

const RUNNERS = { tuning: 4, test: 12 } as const;
const FIRST_SEED = { tuning: 100, test: 500 } as const;
/** At least 14 steps a leg at the slowest cadence drawn. */
const DURATION_S = 11;
const STANDING_S = 1;
const STANDING_FPS = 30;

/** Every clip of the set at one rate, in order; the same on every machine. */
export function accuracyClips(fps: number): AccuracyClip[] {
  return (['tuning', 'test'] as const).flatMap((set) =>
    Array.from({ length: RUNNERS[set] }, (_, i) => clipsOf(set, FIRST_SEED[set] + i, fps)).flat(),
  );
}

function clipsOf(set: AccuracyClip['set'], seed: number, fps: number): AccuracyClip[] {
  const { runner, camera } = drawn(seed);
  const runnerId = `${set}-${seed}`;
  const common = { set, runnerId, camera, look: seed };
  return [
    { ...common, id: `${runnerId}-side-${fps}`, role: 'side', runner, fps, durationS: DURATION_S },
    {
      ...common,
      id: `${runnerId}-standing`,
      role: 'standing',
      runner: { ...runner, kind: 'stand' },
      fps: STANDING_FPS,
      durationS: STANDING_S,
    },
  ];
}

/** A runner and a camera from the seed; combinations that no leg can do are drawn again. */
function drawn(seed: number): { runner: RunnerRequest; camera: CameraParams } {
  for (let attempt = 0; attempt < 50; attempt++) {
    const random = randomFromSeed(seed * 1009 + attempt);
    const runner = runnerFrom(random, seed);
    if (isPossible(runner)) return { runner, camera: cameraFrom(random, runner) };
  }
  throw new Error(`invalid seed: ${seed} gives no runner that can run`);
}

const between = (random: Random, low: number, high: number): number => low + (high - low) * random.uniform();

function runnerFrom(random: Random, seed: number): RunnerRequest {
  const speedMps = between(random, 2.4, 4.2);
  const norms = runnerParams({ speedMps });
  const { L: leg } = norms.legs;
  const strike = random.uniform();
  const footStrikeDeg =
    strike < 0.6
      ? 14 + 4 * random.normal()
      : strike < 0.8
        ? 3 + 1.5 * random.normal()
        : -6 + 2 * random.normal();
  return {
    speedMps,
    heightM: between(random, 1.56, 1.92),
    cadenceSpm: norms.cadenceSpm + 5 * random.normal(),
    trunkLeanDeg: 7 + 2.5 * random.normal(),
    seed,
    both: {
      footStrikeDeg,
      tibiaIcDeg: 9 + 2.5 * random.normal(),
      kneeFlexionIcDeg: Math.max(5, leg.kneeFlexionIcDeg + 3 * random.normal()),
      kneeFlexionPeakDeg: leg.kneeFlexionPeakDeg + 2.5 * random.normal(),
      contactTimeS: leg.contactTimeS * (1 + 0.05 * random.normal()),
    },
  };
}

function cameraFrom(random: Random, { heightM = 1.75 }: RunnerRequest): CameraParams {
  const plain = defaultCamera('side', heightM);
  const distanceM = between(random, 4, 6.5);
  return {
    ...plain,
    facing: random.uniform() < 0.5 ? 'left' : 'right',
    distanceM,
    yawDeg: between(random, -8, 8),
    rollDeg: between(random, -1.5, 1.5),
    fovDeg: 2 * Math.atan((heightM * 0.6) / distanceM) * (180 / Math.PI),
  };
}

function isPossible(runner: RunnerRequest): boolean {
  try {
    const motion = proceduralMotion(runnerParams(runner), 3);
    for (let t = 0; t < 3; t += 0.02) motion.poseAt(t);
    return true;
  } catch {
    return false;
  }
}
