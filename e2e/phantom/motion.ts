import type { Side } from '../../shared/pose/keypoints.ts';
import { bodyOfHeight } from './body.ts';
import { footAt } from './foot.ts';
import { kneeBetween } from './leg.ts';
import type { RunnerParams } from './params.ts';
import { pelvisPath } from './pelvis.ts';
import type { Contact, LegPose, MotionSource } from './pose.ts';
import { type Stance, stanceWorld } from './stance.ts';
import { standingMotion } from './standing.ts';
import { stepsBetween } from './steps.ts';
import { type Swing, swingBetween } from './swing.ts';
import { swingingArms, upperBody } from './upperBody.ts';
import { add, RAD, type Vec, yawed } from './vec.ts';

interface LegTimeline {
  readonly grounded: readonly Stance[];
  /** The swing after each stance but the last. */
  readonly airborne: readonly Swing[];
}

/** The stance or swing of an instant; the stances follow one another in time. */
function limbAt({ grounded, airborne }: LegTimeline, t: number): Stance | Swing | undefined {
  let low = 0;
  let high = grounded.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((grounded[middle]?.step.initialContactS ?? 0) <= t) low = middle;
    else high = middle - 1;
  }
  const stance = grounded[low];
  if (!stance || t < stance.step.initialContactS) return undefined;
  return t <= stance.step.toeOffS ? stance : airborne[low];
}

/** A treadmill runner (or walker) for t in [0, durationS]; the same parameters always give the same motion. */
export function proceduralMotion(params: RunnerParams, durationS: number): MotionSource {
  const body = bodyOfHeight(params.heightM, params.build);
  if (params.kind === 'stand') return standingMotion(params, body);
  const steps = stepsBetween(params, -2.5, durationS + 2.5);
  const pelvis = pelvisPath(params, body, steps);
  const { stances, pelvisHeight } = stanceWorld(steps, body, pelvis, params.kind, params.speedMps);
  const midHipAt = (t: number): Vec => {
    const { x, z } = pelvis.placeAt(t);
    return [x, pelvisHeight.at(t), z];
  };
  const outward = (side: Side) => (side === 'R' ? 1 : -1);
  const hipAt = (side: Side) => (t: number) => add(midHipAt(t), pelvis.hipOffsetAt(t, outward(side)));

  const legs = { L: legTimeline('L'), R: legTimeline('R') };
  function legTimeline(side: Side): LegTimeline {
    const grounded = stances.filter((s) => s.step.side === side);
    const airborne = grounded.slice(1).map((to, i) => {
      const from = grounded[i] ?? to;
      return swingBetween(from, to, hipAt(side), body, params.kind, params.speedMps);
    });
    return { grounded, airborne };
  }

  const legAt = (side: Side, t: number): LegPose => {
    const limb = limbAt(legs[side], t);
    if (!limb) throw new Error(`invalid time: ${t}`);
    const angles = limb.anglesAt(t);
    const ankle = limb.ankleAt(t);
    const hip = hipAt(side)(t);
    const forward = yawed([1, 0, 0], outward(side) * (0.5 * angles.toeOut + 1.5 * RAD));
    const knee = kneeBetween(hip, ankle, body.thigh, body.shank, forward);
    return { hip, knee, ankle, foot: footAt(body.foot, side, ankle, angles) };
  };

  const contacts: Contact[] = stances.map(({ step }) => ({
    side: step.side,
    initialContactS: step.initialContactS,
    toeOffS: step.toeOffS,
  }));
  return {
    body,
    speedMps: params.speedMps,
    contacts,
    poseAt: (t) => {
      const phase = pelvis.phaseAt(t);
      const midHip = midHipAt(t);
      const upper = upperBody(body, {
        midHip,
        lean: (params.trunkLeanDeg + Math.cos(2 * Math.PI * (phase - 0.4))) * RAD,
        shoulderYaw: pelvis.shoulderYawAt(t),
        ...swingingArms(Math.cos(Math.PI * (phase + 0.05)), params.kind === 'walk'),
      });
      return { midHip, ...upper, legs: { L: legAt('L', t), R: legAt('R', t) } };
    },
  };
}
