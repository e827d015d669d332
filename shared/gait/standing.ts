import type { Side } from '../pose/keypoints.ts';

/** Values of quiet stance that the frontal metrics are read against (METHOD.md 1.1). */
export interface FrontalReference {
  /** Slope of the line from the left to the right hip, degrees, image right positive and up positive. */
  readonly pelvis: number;
  readonly heelLean: Readonly<Record<Side, number>>;
  readonly footUnderAnkle: Readonly<Record<Side, number>>;
}

/** What the runner's own standing picture (or, failing that, the flat foot) is read as; angles in degrees. */
export interface SideReference {
  /** Foot angle of the shoe flat on the ground. */
  readonly foot: number;
  /** The same in the close look, where there is one. */
  readonly closeFoot?: number;
  /** Shank angle while standing; 0 when nobody stood. */
  readonly shank: number;
}

export interface StandingReference {
  readonly side?: Readonly<Record<Side, SideReference>>;
  /** Roll of the camera if the body seen from the side stands upright, counter-clockwise, degrees (`standingRoll`). */
  readonly rollDeg?: number;
  readonly frontal?: FrontalReference;
}
