import type { Side } from '../../shared/pose/keypoints.ts';
import type { Body } from './body.ts';
import type { FootPose } from './foot.ts';
import type { Vec } from './vec.ts';

export interface LegPose {
  readonly hip: Vec;
  readonly knee: Vec;
  readonly ankle: Vec;
  readonly foot: FootPose;
}

export interface ArmPose {
  readonly shoulder: Vec;
  readonly elbow: Vec;
  readonly wrist: Vec;
}

/** The whole figure at one instant, world metres. */
export interface Pose {
  readonly midHip: Vec;
  readonly midShoulder: Vec;
  readonly headCentre: Vec;
  /** Unit vector out of the face. */
  readonly headForward: Vec;
  readonly nose: Vec;
  readonly ears: Readonly<Record<Side, Vec>>;
  readonly legs: Readonly<Record<Side, LegPose>>;
  readonly arms: Readonly<Record<Side, ArmPose>>;
}

/** One contact of one foot, true seconds of the motion (they may lie before 0 or after the clip). */
export interface Contact {
  readonly side: Side;
  readonly initialContactS: number;
  readonly toeOffS: number;
}

/** A moving figure whose joints are known at every instant: procedural or driven by measured joints. */
export interface MotionSource {
  readonly body: Body;
  /** Speed of the belt or over the ground, m/s. */
  readonly speedMps: number;
  readonly contacts: readonly Contact[];
  readonly poseAt: (timeS: number) => Pose;
}
