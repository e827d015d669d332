import { disc, faint, offset, type Point, type Shape, stroke, towards } from './shapes.ts';

/** Lengths of the figure, drawing units; the same in every pose. Proportions of Winter (thigh and shank .245 of the height). */
export const BONES = {
  trunk: 30,
  neck: 13,
  head: 7,
  upperArm: 17,
  forearm: 16,
  thigh: 25,
  shank: 25,
  /** Ankle to heel and to ball along the sole, ankle above the sole, toes. */
  heel: 4,
  instep: 8,
  ankle: 4.5,
  toes: 4.5,
} as const;

/** Where a foot stands, and how it is tilted: degrees, toes up. `toes` is the angle of the toes alone. */
export interface FootAt {
  readonly ball: Point;
  readonly pitch?: number;
  readonly toes?: number;
}
/** A leg by its joints: the thigh from straight down, forward positive; the bend of the knee; the pitch of the foot. */
export interface LegBy {
  readonly thigh: number;
  readonly knee: number;
  readonly pitch?: number;
  readonly toes?: number;
}
/** An arm by its joints (from straight down, forward positive) or by where the hand is; `elbow` tells the side it bends to. */
export type Arm =
  | { readonly arm: number; readonly elbow: number }
  | { readonly hand: Point; readonly elbow?: 'up' };

export interface SidePose {
  readonly hip: Point;
  /** Lean of the trunk from upright, forward positive, degrees. */
  readonly lean?: number;
  /** Nod of the head against the trunk. */
  readonly nod?: number;
  readonly near: FootAt | LegBy;
  readonly far?: FootAt | LegBy;
  readonly nearArm?: Arm;
  readonly farArm?: Arm;
}

export interface Leg {
  readonly hip: Point;
  readonly knee: Point;
  readonly ankle: Point;
  readonly heel: Point;
  readonly ball: Point;
  readonly toe: Point;
}
interface Limb {
  readonly shoulder: Point;
  readonly elbow: Point;
  readonly hand: Point;
}
/** A posed figure: its shapes, and its joints for checks. */
export interface Figure {
  readonly shapes: readonly Shape[];
  readonly legs: readonly Leg[];
  readonly arms: readonly Limb[];
  readonly hip: Point;
  readonly shoulder: Point;
  readonly head: Point;
}

const down = (degrees: number): Point => towards(degrees - 90);

/** The joint between two bones that span from one point to another, on the left or the right of that way. */
function jointBetween(from: Point, to: Point, first: number, second: number, side: 1 | -1): Point {
  const reach = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (reach > first + second || reach < Math.abs(first - second))
    throw new RangeError(`invalid reach: ${reach.toFixed(1)} of ${first + second}`);
  const along = (first ** 2 - second ** 2 + reach ** 2) / (2 * reach);
  const aside = Math.sqrt(Math.max(0, first ** 2 - along ** 2));
  const angle = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
  return offset(offset(from, towards(angle), along), towards(angle + 90), side * aside);
}

function footOf(ankle: Point, pitch: number, toes: number): Pick<Leg, 'heel' | 'ball' | 'toe'> {
  const sole = offset(ankle, down(pitch), BONES.ankle);
  const ball = offset(sole, towards(pitch), BONES.instep);
  return {
    heel: offset(sole, towards(pitch), -BONES.heel),
    ball,
    toe: offset(ball, towards(toes), BONES.toes),
  };
}

function legOf(hip: Point, leg: FootAt | LegBy): Leg {
  const pitch = leg.pitch ?? 0;
  const toes = leg.toes ?? pitch;
  if ('ball' in leg) {
    const sole = offset(leg.ball, towards(pitch), -BONES.instep);
    const ankle = offset(sole, down(pitch), -BONES.ankle);
    const knee = jointBetween(hip, ankle, BONES.thigh, BONES.shank, 1);
    return { hip, knee, ankle, ...footOf(ankle, pitch, toes) };
  }
  const knee = offset(hip, down(leg.thigh), BONES.thigh);
  const ankle = offset(knee, down(leg.thigh - leg.knee), BONES.shank);
  return { hip, knee, ankle, ...footOf(ankle, pitch, toes) };
}

function armOf(shoulder: Point, arm: Arm): Limb {
  if ('hand' in arm) {
    const elbow = jointBetween(
      shoulder,
      arm.hand,
      BONES.upperArm,
      BONES.forearm,
      arm.elbow === 'up' ? 1 : -1,
    );
    return { shoulder, elbow, hand: arm.hand };
  }
  const elbow = offset(shoulder, down(arm.arm), BONES.upperArm);
  return { shoulder, elbow, hand: offset(elbow, down(arm.arm + arm.elbow), BONES.forearm) };
}

export const legShapes = ({ hip, knee, ankle, heel, ball, toe }: Leg): Shape[] => [
  stroke(7.5, hip, knee),
  stroke(6, knee, ankle),
  { kind: 'fill', points: [heel, ankle, ball] },
  stroke(3.4, ankle, heel, ball, toe),
];
const armShapes = ({ shoulder, elbow, hand }: Limb): Shape[] => [
  stroke(5, shoulder, elbow),
  stroke(4.4, elbow, hand),
];

/**
 * A figure from the side, facing right; the far limbs are fainter.
 * @throws RangeError where a foot or hand is out of reach
 */
export function sideFigure(pose: SidePose): Figure {
  const { hip, lean = 0, nod = 0 } = pose;
  const shoulder = offset(hip, towards(90 - lean), BONES.trunk);
  const head = offset(shoulder, towards(90 - lean - nod), BONES.neck);
  const near = legOf(hip, pose.near);
  const far = pose.far && legOf(hip, pose.far);
  const nearArm = armOf(shoulder, pose.nearArm ?? { arm: -8, elbow: 14 });
  const farArm = pose.farArm && armOf(shoulder, pose.farArm);
  return {
    shapes: [
      faint(...(farArm ? armShapes(farArm) : []), ...(far ? legShapes(far) : [])),
      stroke(10, hip, shoulder),
      disc(...head, BONES.head),
      ...legShapes(near),
      ...armShapes(nearArm),
    ],
    legs: far ? [near, far] : [near],
    arms: farArm ? [nearArm, farArm] : [nearArm],
    hip,
    shoulder,
    head,
  };
}
