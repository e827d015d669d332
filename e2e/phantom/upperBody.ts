import type { Side } from '../../shared/pose/keypoints.ts';
import type { Body } from './body.ts';
import type { ArmPose, Pose } from './pose.ts';
import { add, pitched, RAD, rolled, scale, type Vec, yawed } from './vec.ts';

export interface UpperBodyState {
  readonly midHip: Vec;
  /** Forward lean, radians. */
  readonly lean: number;
  readonly shoulderYaw: number;
  /** Radians, + forward, of each upper arm. */
  readonly armSwing: Readonly<Record<Side, number>>;
  readonly elbow: Readonly<Record<Side, number>>;
}

type UpperPose = Pick<Pose, 'midShoulder' | 'headCentre' | 'headForward' | 'nose' | 'ears' | 'arms'>;

function arm(body: Body, side: Side, shoulder: Vec, state: UpperBodyState): ArmPose {
  const outward = side === 'R' ? 1 : -1;
  const swing = state.armSwing[side];
  const hang = (length: number, angle: number, inward: number): Vec =>
    yawed(
      pitched(rolled([0, -length, 0], outward * (0.16 - inward)), angle),
      state.shoulderYaw * 0.5 - outward * inward * 1.1,
    );
  const elbow = add(shoulder, hang(body.upperArm, swing, 0));
  // The forearm crosses inward as the hand comes forward, as runners carry it.
  const wrist = add(elbow, hang(body.forearm, swing + state.elbow[side], 0.22 + 0.25 * Math.max(0, swing)));
  return { shoulder, elbow, wrist };
}

/** Trunk, head and arms over the pelvis. The head stays level and looks ahead. */
export function upperBody(body: Body, state: UpperBodyState): UpperPose {
  const along = (length: number): Vec => pitched([0, length, 0], -state.lean);
  const midShoulder = add(state.midHip, along(body.trunk));
  const shoulder = (outward: number) =>
    add(midShoulder, yawed([0, 0, outward * body.shoulderHalf], state.shoulderYaw));
  const forward = yawed([1, -0.06, 0], state.shoulderYaw * 0.15);
  const headCentre = add(add(midShoulder, along(body.headUp)), scale(forward, 0.012 * body.heightM));
  const earAt = (outward: number) =>
    add(headCentre, yawed([-0.004, -0.004, outward * 0.043 * body.heightM], state.shoulderYaw * 0.15));
  return {
    midShoulder,
    headCentre,
    headForward: forward,
    nose: add(headCentre, add(scale(forward, 0.062 * body.heightM), [0, -0.008 * body.heightM, 0])),
    ears: { L: earAt(-1), R: earAt(1) },
    arms: { L: arm(body, 'L', shoulder(-1), state), R: arm(body, 'R', shoulder(1), state) },
  };
}

/** Arms of a runner against the legs: each swings with the opposite leg. `cosine` is +1 at right contact. */
export function swingingArms(cosine: number, walking: boolean): Pick<UpperBodyState, 'armSwing' | 'elbow'> {
  const amplitude = (walking ? 20 : 29) * RAD;
  const middle = (walking ? -2 : -16) * RAD;
  const bend = (walking ? 22 : 92) * RAD;
  const give = (walking ? 8 : 12) * RAD;
  return {
    armSwing: { L: middle + amplitude * cosine, R: middle - amplitude * cosine },
    elbow: { L: bend + give * cosine, R: bend - give * cosine },
  };
}
