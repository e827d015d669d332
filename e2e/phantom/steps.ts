import { otherSide, type Side } from '../../shared/pose/keypoints.ts';
import type { LegParams, RunnerParams } from './params.ts';
import { randomFromSeed } from './random.ts';

/** One step as it will be taken: the leg's parameters with this step's own variation. */
export interface Step extends LegParams {
  /** Even steps are right. */
  readonly index: number;
  readonly side: Side;
  readonly initialContactS: number;
  readonly toeOffS: number;
  /** Lateral distance of this foot from the line of travel, metres. */
  readonly halfStepWidthM: number;
}

/** Steps that cover [fromS, toS]; the seed decides the phase and every variation. */
export function stepsBetween(params: RunnerParams, fromS: number, toS: number): Step[] {
  const random = randomFromSeed(params.seed);
  const vary = (sd: number) => params.variation * sd * random.normal();
  const stepTime = 60 / params.cadenceSpm;
  const steps: Step[] = [];
  let time = fromS - random.uniform() * 2 * stepTime;
  let side: Side = 'R';
  // Drawn as white noise around a regular beat, so that cadence over a clip is the declared one.
  for (let index = 0; time < toS; index++) {
    const leg = params.legs[side];
    const initialContactS = time + vary(0.008 * stepTime);
    steps.push({
      index,
      side,
      initialContactS,
      toeOffS: initialContactS + leg.contactTimeS + vary(0.015 * leg.contactTimeS),
      halfStepWidthM: params.stepWidthM / 2 + vary(0.008),
      footStrikeDeg: leg.footStrikeDeg + vary(1.2),
      overstrideAnkle: leg.overstrideAnkle + vary(0.006),
      kneeFlexionIcDeg: leg.kneeFlexionIcDeg + vary(0.9),
      kneeFlexionPeakDeg: leg.kneeFlexionPeakDeg + vary(0.8),
      contactTimeS: leg.contactTimeS,
      pelvicDropDeg: leg.pelvicDropDeg,
      toeOutDeg: leg.toeOutDeg + vary(0.8),
      heelLeanDeg: leg.heelLeanDeg + vary(0.8),
      kneeFlexionSwingDeg: leg.kneeFlexionSwingDeg + vary(2),
    });
    const half = params.stepTimeAsymmetryS / 2;
    time += stepTime + (side === 'L' ? half : -half);
    side = otherSide(side);
  }
  return steps;
}
