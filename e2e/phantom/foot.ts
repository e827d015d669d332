import type { Side } from '../../shared/pose/keypoints.ts';
import type { FootShape } from './body.ts';
import { bisect } from './spline.ts';
import { add, DEG, RAD, type Vec, yawed } from './vec.ts';

/** A foot in space. Angles in radians: pitch toe up, toe hinge dorsiflexed, yaw toe out, lean ankle over medially. */
export interface FootPose {
  readonly side: Side;
  readonly ankle: Vec;
  readonly pitch: number;
  readonly toeHinge: number;
  readonly toeOut: number;
  readonly lean: number;
  readonly heel: Vec;
  readonly ball: Vec;
  readonly index: Vec;
  readonly tip: Vec;
}

export interface FootAngles {
  readonly pitch: number;
  readonly toeHinge: number;
  readonly toeOut: number;
  readonly lean: number;
}

type Flat = readonly [x: number, y: number];
const turn = (p: Flat, about: Flat, rad: number): Flat => {
  const x = p[0] - about[0];
  const y = p[1] - about[1];
  const c = Math.cos(rad);
  const s = Math.sin(rad);
  return [about[0] + x * c - y * s, about[1] + x * s + y * c];
};

/** Most the toes bend, and how they bend as the heel rises: softly towards that limit. */
const HINGE_LIMIT = 30 * RAD;
export const hingeWhenPlanted = (pitch: number): number =>
  pitch >= 0 ? 0 : HINGE_LIMIT * (1 - Math.exp(pitch / HINGE_LIMIT));

/**
 * Where the ankle is while the foot is on the ground with the given pitch, in the frame of the same foot lying flat
 * (origin on the sole under the ankle). Toe up it rolls on the heel edge, toe down it turns about the ball and then
 * rolls on the tip, always without slipping.
 */
export function plantedAnkle(shape: FootShape, pitch: number): Flat {
  const ankle: Flat = [0, shape.ankleY];
  if (pitch >= 0) {
    const centre: Flat = [shape.heelCentreX, shape.heelRadius];
    const [x, y] = turn(ankle, centre, pitch);
    return [x - shape.heelRadius * pitch, y];
  }
  const toePitch = pitch + hingeWhenPlanted(pitch);
  const ball: Flat = [shape.ballX, shape.ballY];
  const tip: Flat = [shape.tipX, shape.tipRadius];
  const lifted = turn(ball, tip, toePitch);
  const rolled: Flat = [lifted[0] - shape.tipRadius * toePitch, lifted[1]];
  return turn([ankle[0] + rolled[0] - ball[0], ankle[1] + rolled[1] - ball[1]], rolled, pitch);
}

/** All points of a foot whose ankle is at the given place. */
export function footAt(shape: FootShape, side: Side, ankle: Vec, angles: FootAngles): FootPose {
  const outward = side === 'R' ? 1 : -1;
  const medialShear = -outward * Math.tan(angles.lean);
  const base: Flat = [0, shape.ankleY];
  const ball = turn([shape.ballX, shape.ballY], base, angles.pitch);
  const toe = (x: number, y: number): Flat => {
    const rear = turn([x, y], base, angles.pitch);
    return turn(rear, ball, angles.toeHinge);
  };
  // The rearfoot shears over the planted sole, so a leaning heel neither lifts nor slides the sole.
  const place = ([x, y]: Flat, soleHeight: number): Vec => {
    const above = Math.max(0, soleHeight - shape.heelY) - (shape.ankleY - shape.heelY);
    return add(ankle, yawed([x, y - shape.ankleY, above * medialShear], outward * angles.toeOut));
  };
  return {
    side,
    ankle,
    ...angles,
    heel: place(turn([shape.heelX, shape.heelY], base, angles.pitch), shape.heelY),
    ball: place(ball, shape.ballY),
    index: place(toe(shape.indexX, shape.indexY), shape.indexY),
    tip: place(toe(shape.tipX, shape.tipRadius), shape.tipRadius),
  };
}

/** Pitch of heel to foot index against the same line of the foot lying flat, degrees, + toe up. */
export function footAngleDeg(shape: FootShape, foot: Pick<FootPose, 'heel' | 'index'>): number {
  const flat = Math.atan2(shape.indexY - shape.heelY, shape.indexX - shape.heelX);
  return (Math.atan2(foot.index[1] - foot.heel[1], foot.index[0] - foot.heel[0]) - flat) * DEG;
}

/** Pitch (radians) at which the planted foot shows the wanted heel-to-index angle (degrees). */
export function pitchFromFootAngle(shape: FootShape, footStrikeDeg: number): number {
  if (footStrikeDeg >= 0) return footStrikeDeg * RAD;
  const angleAt = (pitch: number) =>
    footAngleDeg(
      shape,
      footAt(shape, 'R', [0, 0, 0], { pitch, toeHinge: hingeWhenPlanted(pitch), toeOut: 0, lean: 0 }),
    );
  return bisect((pitch) => angleAt(pitch) - footStrikeDeg, -45 * RAD, 0);
}

/** Lowest point of the shoe above the ground, metres. */
export function soleHeight(shape: FootShape, foot: FootPose): number {
  const heelCentre = turn([shape.heelCentreX, shape.heelRadius], [0, shape.ankleY], foot.pitch)[1];
  return Math.min(
    foot.ankle[1] + heelCentre - shape.ankleY - shape.heelRadius,
    foot.ball[1] - shape.ballY,
    foot.tip[1] - shape.tipRadius,
  );
}
