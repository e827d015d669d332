import type { Body } from './body.ts';
import type { RunnerParams } from './params.ts';
import { randomFromSeed } from './random.ts';
import { clampedSpline } from './spline.ts';
import type { Step } from './steps.ts';
import { RAD, rolled, type Vec, yawed } from './vec.ts';

/** Everything about the pelvis but its height, which follows from the legs. Angles in radians. */
export interface PelvisPath {
  /** Step count as a smooth function of time: an even whole number at each right contact. */
  readonly phaseAt: (t: number) => number;
  readonly lineZAt: (t: number) => number;
  readonly placeAt: (t: number) => { readonly x: number; readonly z: number };
  /** Hip joint relative to mid-hip. */
  readonly hipOffsetAt: (t: number, outward: 1 | -1) => Vec;
  readonly shoulderYawAt: (t: number) => number;
}

export function pelvisPath(params: RunnerParams, body: Body, steps: readonly Step[]): PelvisPath {
  const random = randomFromSeed(params.seed ^ 0x5eed);
  const phase = clampedSpline(
    steps.map((s) => s.initialContactS),
    steps.map((s) => s.index),
    params.cadenceSpm / 60,
    params.cadenceSpm / 60,
  );
  const turnX = random.uniform() * 2 * Math.PI;
  const turnZ = random.uniform() * 2 * Math.PI;
  const walking = params.kind === 'walk';
  const drift = params.variation * 0.015;
  const lineZAt = (t: number) => drift * 0.8 * Math.sin(2 * Math.PI * 0.11 * t + turnZ);
  // Mid-stance comes a third of a step cycle after contact; drop, sway and rotation are tied to it.
  const midStance =
    (0.5 * (params.legs.L.contactTimeS + params.legs.R.contactTimeS) * params.cadenceSpm) / 120;
  const sway = Math.min(0.014, params.stepWidthM / 5 + 0.004) * (walking ? 1.6 : 1);
  const cosine = (t: number, lag: number) => Math.cos(Math.PI * (phase.at(t) - lag));
  const meanDrop = (params.legs.R.pelvicDropDeg + params.legs.L.pelvicDropDeg) / 2;
  const dropDifference = (params.legs.R.pelvicDropDeg - params.legs.L.pelvicDropDeg) / 2;
  const obliquityAt = (t: number) => {
    const c = cosine(t, midStance);
    return (meanDrop + dropDifference * c) * c * RAD;
  };
  const yawAt = (t: number) => -(walking ? 5 : 10) * RAD * cosine(t, -0.22);
  return {
    phaseAt: phase.at,
    lineZAt,
    placeAt: (t) => ({
      x:
        drift * Math.sin(2 * Math.PI * 0.13 * t + turnX) +
        0.006 * Math.cos(2 * Math.PI * (phase.at(t) - 0.9)),
      z: lineZAt(t) + sway * cosine(t, midStance),
    }),
    hipOffsetAt: (t, outward) => yawed(rolled([0, 0, outward * body.hipHalf], obliquityAt(t)), yawAt(t)),
    shoulderYawAt: (t) => 9 * RAD * cosine(t, 0.1),
  };
}
