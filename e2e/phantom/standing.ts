import type { Side } from '../../shared/pose/keypoints.ts';
import type { Body } from './body.ts';
import { footAt } from './foot.ts';
import { kneeBetween, reachOfKnee } from './leg.ts';
import type { RunnerParams } from './params.ts';
import type { LegPose, MotionSource } from './pose.ts';
import { upperBody } from './upperBody.ts';
import { add, RAD, type Vec, yawed } from './vec.ts';

/** Quiet upright stance, feet hip-wide and flat, with the slight sway of a standing person. No contacts. */
export function standingMotion(params: RunnerParams, body: Body): MotionSource {
  const reach = reachOfKnee(body.thigh, body.shank, 4);
  const height = body.foot.ankleY + Math.sqrt(reach * reach - 0.01 * 0.01);
  const midHipAt = (t: number): Vec => [
    0.01 + 0.004 * Math.sin(1.9 * t + params.seed),
    height - 0.0005,
    0.003 * Math.sin(1.3 * t + 2 * params.seed),
  ];
  const leg = (side: Side, t: number): LegPose => {
    const outward = side === 'R' ? 1 : -1;
    const toeOut = params.legs[side].toeOutDeg * RAD;
    const ankle: Vec = [0, body.foot.ankleY, outward * body.hipHalf];
    const hip = add(midHipAt(t), [0, 0, outward * body.hipHalf]);
    const knee = kneeBetween(hip, ankle, body.thigh, body.shank, yawed([1, 0, 0], outward * 0.5 * toeOut));
    return {
      hip,
      knee,
      ankle,
      foot: footAt(body.foot, side, ankle, { pitch: 0, toeHinge: 0, toeOut, lean: 0 }),
    };
  };
  return {
    body,
    speedMps: 0,
    contacts: [],
    poseAt: (t) => {
      const midHip = midHipAt(t);
      const arms = { armSwing: { L: -0.02, R: -0.02 }, elbow: { L: 0.2, R: 0.2 } };
      const upper = upperBody(body, { midHip, lean: 1 * RAD, shoulderYaw: 0, ...arms });
      return { midHip, ...upper, legs: { L: leg('L', t), R: leg('R', t) } };
    },
  };
}
