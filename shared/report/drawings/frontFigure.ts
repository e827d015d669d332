import { BONES, type Figure, type Leg } from './figure.ts';
import { disc, offset, type Point, type Shape, stroke, towards } from './shapes.ts';

/** Half the breadth of hips and shoulders, drawing units. */
const HIPS = 6;
const SHOULDERS = 11;

export interface FrontPose {
  readonly middle: Point;
  /** Tilt of the pelvis line, counter-clockwise, degrees. */
  readonly tilt?: number;
  /** Angles of the two legs from straight down, outward positive. */
  readonly left: number;
  readonly right: number;
  /** Angles of the arms, outward positive. */
  readonly arms?: number;
  /** A hand at a wall on the right of the picture: angle of that arm. */
  readonly rightArm?: number;
}

/** A figure from the front or from behind; `left` and `right` are those of the picture. Limbs are straight. */
export function frontFigure({ middle, tilt = 0, left, right, arms = 12, rightArm }: FrontPose): Figure {
  const legs = ([-1, 1] as const).map((side): Leg => {
    const hip = offset(middle, towards(tilt), side * HIPS);
    const way = towards(-90 + side * (side < 0 ? left : right));
    const knee = offset(hip, way, BONES.thigh);
    const ankle = offset(knee, way, BONES.shank);
    const sole = offset(ankle, [0, -1], BONES.ankle);
    const toe = offset(sole, [side, 0], BONES.toes);
    return { hip, knee, ankle, heel: sole, ball: sole, toe };
  });
  const shoulder = offset(middle, [0, 1], BONES.trunk);
  const limbs = ([-1, 1] as const).map((side) => {
    const from = offset(shoulder, [side, 0], SHOULDERS);
    const way = towards(-90 + side * (side > 0 ? (rightArm ?? arms) : arms));
    const elbow = offset(from, way, BONES.upperArm);
    return { shoulder: from, elbow, hand: offset(elbow, way, BONES.forearm) };
  });
  const head = offset(shoulder, [0, 1], BONES.neck);
  const [leftHip, rightHip] = legs.map(({ hip }) => hip);
  const trunk: Shape[] =
    leftHip && rightHip
      ? [
          {
            kind: 'fill',
            points: [
              leftHip,
              rightHip,
              offset(shoulder, [1, 0], SHOULDERS),
              offset(shoulder, [-1, 0], SHOULDERS),
            ],
          },
          stroke(7, leftHip, rightHip),
        ]
      : [];
  return {
    shapes: [
      ...trunk,
      stroke(5, offset(shoulder, [-1, 0], SHOULDERS), offset(shoulder, [1, 0], SHOULDERS)),
      disc(...head, BONES.head),
      ...legs.flatMap(({ hip, knee, ankle, heel, toe }) => [
        stroke(7, hip, knee),
        stroke(6, knee, ankle),
        stroke(4, ankle, heel, toe),
      ]),
      ...limbs.flatMap(({ shoulder: from, elbow, hand }) => [
        stroke(5, from, elbow),
        stroke(4.4, elbow, hand),
      ]),
    ],
    legs,
    arms: limbs,
    hip: middle,
    shoulder,
    head,
  };
}
