import type { Side } from '../../shared/pose/keypoints.ts';
import type { Build } from './body.ts';
import { clampedSpline } from './spline.ts';

export type Kind = 'run' | 'grounded_run' | 'walk' | 'stand';

/** What one leg does; angles in degrees, signs as in the measurement definitions. */
export interface LegParams {
  /** Foot-strike angle, + heel first. */
  readonly footStrikeDeg: number;
  /** Ankle ahead of mid-hip at initial contact, fraction of thigh + shank. */
  readonly overstrideAnkle: number;
  readonly kneeFlexionIcDeg: number;
  readonly kneeFlexionPeakDeg: number;
  readonly contactTimeS: number;
  readonly pelvicDropDeg: number;
  readonly toeOutDeg: number;
  /** Ankle leaning medially over the heel at mid-stance, + everted look. */
  readonly heelLeanDeg: number;
  /** Peak knee flexion of the swing. */
  readonly kneeFlexionSwingDeg: number;
}

export interface RunnerParams {
  readonly kind: Kind;
  readonly speedMps: number;
  readonly heightM: number;
  readonly cadenceSpm: number;
  readonly stepWidthM: number;
  readonly trunkLeanDeg: number;
  /** Right step time minus left, seconds. */
  readonly stepTimeAsymmetryS: number;
  /** Scale of the natural step-to-step variation, 0 for none. */
  readonly variation: number;
  readonly seed: number;
  /** The average body when left out. */
  readonly build?: Build;
  readonly legs: Readonly<Record<Side, LegParams>>;
}

/** Everything optional; `left` and `right` override `both`. Tibia angle sets overstride when that is absent. */
export interface RunnerRequest extends Partial<Omit<RunnerParams, 'legs'>> {
  readonly both?: Partial<LegParams> & { readonly tibiaIcDeg?: number };
  readonly left?: Partial<LegParams>;
  readonly right?: Partial<LegParams>;
}

// Speed norms of recreational runners (Fukuchi 2017 open data, 2.5, 3.5 and 4.5 m/s).
const SPEEDS = [2.5, 3.5, 4.5];
const bySpeed = (speed: number, values: readonly number[]): number => {
  const [a = 0, b = 0, c = 0] = values;
  return clampedSpline(SPEEDS, values, b - a, c - b).at(Math.min(5, Math.max(1.8, speed)));
};

/** Ankle ahead of mid-hip when thigh and shank stand at the given angles; the hip is ahead of mid-hip by pelvic rotation. */
export function overstrideFromAngles(tibiaDeg: number, kneeDeg: number): number {
  const rad = Math.PI / 180;
  return 0.499 * Math.sin((tibiaDeg + kneeDeg) * rad) + 0.501 * Math.sin(tibiaDeg * rad) + 0.012;
}

function defaultLeg(kind: Kind, speed: number, request: RunnerRequest['both']): LegParams {
  const walking = kind === 'walk';
  const grounded = kind === 'grounded_run';
  const knee = request?.kneeFlexionIcDeg ?? (walking ? 6 : bySpeed(speed, [9.3, 9.7, 11.2]));
  const tibia = request?.tibiaIcDeg ?? (walking ? 16 : bySpeed(speed, [7, 10, 11.5]));
  return {
    footStrikeDeg: walking ? 20 : bySpeed(speed, [13.9, 16.7, 17.1]),
    overstrideAnkle: overstrideFromAngles(tibia, knee),
    kneeFlexionIcDeg: knee,
    kneeFlexionPeakDeg: walking ? 16 : grounded ? 36 : bySpeed(speed, [43, 44.5, 45.5]),
    contactTimeS: walking ? 0.61 * 2 * (60 / 112) : grounded ? 0.385 : bySpeed(speed, [0.27, 0.23, 0.2]),
    pelvicDropDeg: walking ? 3 : bySpeed(speed, [4.1, 4.8, 5]),
    toeOutDeg: 6,
    heelLeanDeg: 4,
    kneeFlexionSwingDeg: walking ? 66 : grounded ? 92 : bySpeed(speed, [92, 103, 112]),
  };
}

/** Fills a request with the norms of its speed. Throws on a speed or cadence no runner has. */
export function runnerParams(request: RunnerRequest = {}): RunnerParams {
  const kind = request.kind ?? 'run';
  const speedMps = request.speedMps ?? (kind === 'walk' ? 1.4 : kind === 'grounded_run' ? 2 : 3);
  if (!(speedMps >= 0.5 && speedMps <= 7)) throw new Error(`invalid speedMps: ${speedMps}`);
  const cadenceSpm =
    request.cadenceSpm ??
    (kind === 'walk' ? 112 : kind === 'grounded_run' ? 162 : bySpeed(speedMps, [161, 170, 181]));
  if (!(cadenceSpm >= 80 && cadenceSpm <= 230)) throw new Error(`invalid cadenceSpm: ${cadenceSpm}`);
  const { tibiaIcDeg: _tibia, ...both } = request.both ?? {};
  const leg = { ...defaultLeg(kind, speedMps, request.both), ...both };
  return {
    kind,
    speedMps,
    heightM: request.heightM ?? 1.75,
    cadenceSpm,
    stepWidthM: request.stepWidthM ?? (kind === 'walk' ? 0.11 : 0.06),
    trunkLeanDeg: request.trunkLeanDeg ?? (kind === 'walk' ? 2 : 7),
    stepTimeAsymmetryS: request.stepTimeAsymmetryS ?? 0,
    variation: request.variation ?? 1,
    seed: request.seed ?? 1,
    ...(request.build ? { build: request.build } : {}),
    legs: { L: { ...leg, ...request.left }, R: { ...leg, ...request.right } },
  };
}
