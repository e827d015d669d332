import { legLength } from '../../e2e/phantom/body.ts';
import { type CameraParams, defaultCamera, type View } from '../../e2e/phantom/camera.ts';
import { proceduralMotion } from '../../e2e/phantom/motion.ts';
import { type LegParams, type RunnerRequest, runnerParams } from '../../e2e/phantom/params.ts';
import { type Random, randomFromSeed } from '../../e2e/phantom/random.ts';
import { norm, sub } from '../../e2e/phantom/vec.ts';
import type { Picture } from './accuracyClip.ts';

export interface DrawnRunner {
  readonly runner: RunnerRequest;
  readonly camera: CameraParams;
  readonly picture: Picture;
  readonly cadenceSpm: number;
  /** Of the leg that stays longer. */
  readonly contactTimeS: number;
}

const between = (random: Random, low: number, high: number): number => low + (high - low) * random.uniform();

/** A side-view runner and camera from the seed; every fourth is filmed under mildly poor conditions. */
export const drawnSideRunner = (seed: number, place: number): DrawnRunner =>
  drawn(seed, place, 'side', sideRunner);

/** The same from behind, where what is seen is width, drop, lean and toe-out. */
export const drawnRearRunner = (seed: number, place: number): DrawnRunner =>
  drawn(seed, place, 'rear', rearRunner);

const known = new Map<string, DrawnRunner>();

type RunnerFrom = (random: Random, seed: number, place: number) => RunnerRequest;

/** The same runner serves every rate. */
function drawn(seed: number, place: number, view: View, runnerFrom: RunnerFrom): DrawnRunner {
  const name = `${view} ${seed} ${place}`;
  const runner = known.get(name) ?? newlyDrawn(seed, place, view, runnerFrom);
  known.set(name, runner);
  return runner;
}

/** Combinations that no leg can do are drawn again. */
function newlyDrawn(seed: number, place: number, view: View, runnerFrom: RunnerFrom): DrawnRunner {
  for (let attempt = 0; attempt < 200; attempt++) {
    const random = randomFromSeed(seed * 1009 + attempt);
    const runner = runnerFrom(random, seed, place);
    if (!isPossible(runner)) continue;
    const camera = cameraFrom(random, runner, view);
    const picture = place % 4 === 3 ? poorPicture(random) : {};
    const { cadenceSpm, legs } = runnerParams(runner);
    const contactTimeS = Math.max(legs.L.contactTimeS, legs.R.contactTimeS);
    return { runner, camera, picture, cadenceSpm, contactTimeS };
  }
  throw new Error(`invalid seed: ${seed} gives no runner that can run`);
}

function strikeFrom(random: Random): number {
  const strike = random.uniform();
  if (strike < 0.55) return 14 + 4 * random.normal();
  if (strike < 0.78) return 3 + 1.5 * random.normal();
  return -6 + 2 * random.normal();
}

function bodyFrom(random: Random): Pick<RunnerRequest, 'heightM' | 'build'> {
  return {
    heightM: between(random, 1.54, 1.94),
    build: {
      legs: between(random, 0.965, 1.035),
      hips: between(random, 0.9, 1.14),
      shoulders: between(random, 0.9, 1.1),
      arms: between(random, 0.96, 1.04),
      feet: between(random, 0.94, 1.05),
    },
  };
}

function commonRunner(random: Random, seed: number): RunnerRequest & { both: Partial<LegParams> } {
  const speedMps = between(random, 2.4, 4.5);
  const norms = runnerParams({ speedMps });
  const { L: leg } = norms.legs;
  return {
    ...bodyFrom(random),
    speedMps,
    cadenceSpm: norms.cadenceSpm + 6 * random.normal(),
    trunkLeanDeg: 7 + 2.5 * random.normal(),
    seed,
    both: {
      footStrikeDeg: strikeFrom(random),
      kneeFlexionIcDeg: Math.max(5, leg.kneeFlexionIcDeg + 3 * random.normal()),
      kneeFlexionPeakDeg: leg.kneeFlexionPeakDeg + 2.5 * random.normal(),
      contactTimeS: leg.contactTimeS * (1 + 0.05 * random.normal()),
    },
  };
}

function sideRunner(random: Random, seed: number, place: number): RunnerRequest {
  const runner = commonRunner(random, seed);
  const isOverstriding = random.uniform() < 0.3;
  const tibiaIcDeg = isOverstriding ? between(random, 12, 16) : 8.5 + 2.2 * random.normal();
  const both = { ...runner.both, tibiaIcDeg };
  if (place % 3 !== 1) return { ...runner, both };
  const { footStrikeDeg = 10, contactTimeS = 0.25 } = runner.both;
  return {
    ...runner,
    both,
    stepTimeAsymmetryS: between(random, -0.025, 0.025),
    left: {
      footStrikeDeg: footStrikeDeg + between(random, -6, 6),
      contactTimeS: contactTimeS * between(random, 0.94, 1.06),
    },
  };
}

function rearRunner(random: Random, seed: number): RunnerRequest {
  const leg = () => ({
    pelvicDropDeg: between(random, 1, 9),
    heelLeanDeg: between(random, -2, 14),
    toeOutDeg: between(random, 0, 15),
  });
  const right = leg();
  const isUneven = random.uniform() < 0.5;
  const left = isUneven ? leg() : right;
  return {
    ...commonRunner(random, seed),
    stepWidthM: between(random, -0.01, 0.12),
    left: { ...left, pelvicDropDeg: Math.max(1, Math.min(9, left.pelvicDropDeg)) },
    right,
  };
}

function cameraFrom(random: Random, { heightM = 1.75 }: RunnerRequest, view: View): CameraParams {
  const plain = defaultCamera(view, heightM);
  const distanceM = between(random, 4, 6.5);
  const turn = view === 'side' ? 8 : 4;
  return {
    ...plain,
    facing: random.uniform() < 0.5 ? 'left' : 'right',
    distanceM,
    heightM: heightM * between(random, 0.48, 0.62),
    yawDeg: between(random, -turn, turn),
    rollDeg: between(random, -1.5, 1.5),
    fovDeg: 2 * Math.atan((heightM * between(random, 0.58, 0.66)) / distanceM) * (180 / Math.PI),
  };
}

/** What a phone makes of a gym: a shutter that is open a while, a noisy sensor, a stingy encoder, now and then dusk. */
function poorPicture(random: Random): Picture {
  const light = random.uniform();
  return {
    shutterS: 1 / between(random, 250, 500),
    noise: between(random, 1.5, 4),
    crf: Math.round(between(random, 26, 30)),
    ...(light < 0.3 ? { light: 'dim' as const } : light < 0.5 ? { light: 'backlit' as const } : {}),
  };
}

const LONGEST_S = 13;
/** Looked at this often, a leg that stays this far from its full length cannot overreach in between. */
const FINE_S = 1 / 240;
const STRAIGHTEST = 0.9985;

function isPossible(runner: RunnerRequest): boolean {
  try {
    const motion = proceduralMotion(runnerParams(runner), LONGEST_S);
    const longest = STRAIGHTEST * legLength(motion.body);
    // From before the first contact that touches the clip to after the last.
    const from = -0.4;
    const count = Math.ceil((LONGEST_S - from) / FINE_S);
    // Every eighth first: most of the impossible are found out early.
    for (let first = 0; first < 8; first++)
      for (let k = first; k < count; k += 8) {
        const { legs } = motion.poseAt(from + k * FINE_S);
        for (const { hip, ankle } of [legs.L, legs.R]) if (norm(sub(hip, ankle)) > longest) return false;
      }
    return true;
  } catch {
    return false;
  }
}
