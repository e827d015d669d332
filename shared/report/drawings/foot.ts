import { disc, faint, offset, type Point, type Shape, stroke, towards } from './shapes.ts';

export interface SideFoot {
  /** Where the back of the heel stands, or where the ankle is with `by: 'ankle'`. */
  readonly at: Point;
  readonly by?: 'ankle';
  readonly scale?: number;
  /** Tilt of the whole foot about the heel, toes up, degrees. */
  readonly pitch?: number;
  /** Height of the arch, 5 at rest. */
  readonly arch?: number;
  /** Angles of the toes: of the part next to the ball and of the tip, up positive. */
  readonly toes?: readonly [number, number];
  /** Angle of the lower leg against the sole; 90 stands upright. */
  readonly leg?: number;
  readonly legLength?: number;
}

const ANKLE: Point = [22, 36];

/** A foot from its inner side, toes to the right. */
export function sideFoot(foot: SideFoot): Shape[] {
  const { at, scale = 1, pitch = 0, arch = 5, toes = [0, 0], leg = 90, legLength = 38 } = foot;
  const [left, low] = foot.by === 'ankle' ? ANKLE : [0, 0];
  const [cos, sin] = towards(pitch);
  const place = (point: Point): Point => {
    const [x, y] = [point[0] - left, point[1] - low];
    return [at[0] + scale * (x * cos - y * sin), at[1] + scale * (x * sin + y * cos)];
  };
  /** A foot that raises its arch becomes shorter. */
  const short = (arch - 5) * 0.5;
  const ball = 72 - short;
  const shin = offset(ANKLE, towards(leg), legLength);
  const base: Point = [ball + 3, 6];
  const middle = offset(base, towards(toes[0]), 11);
  const tip = offset(middle, towards(toes[1]), 10);
  return [
    {
      kind: 'fill',
      smooth: true,
      points: [
        [8, 0],
        [22, 0.5],
        [32, arch * 0.8],
        [44, arch * 1.15],
        [56, arch * 0.8],
        [ball - 7, 0.6],
        [ball + 2, 0],
        [ball + 7, 5],
        [ball + 2, 13],
        [58, 16 + arch * 0.5],
        [45, 25 + arch * 0.4],
        [36, 35],
        [31, 46],
        [22, 48],
        [13, 44],
        [7, 28],
        [1, 12],
      ].map(([x = 0, y = 0]) => place([x, y])),
    },
    stroke(18 * scale, place(ANKLE), place(shin)),
    stroke(10 * scale, place(base), place(middle)),
    stroke(8.5 * scale, place(middle), place(tip)),
  ];
}

export interface TopFoot {
  readonly at: Point;
  readonly scale?: number;
  /** Turn about the heel, counter-clockwise, degrees; 0 points up. */
  readonly turned?: number;
  /** How far the toes are apart: 0 together, 1 wide. */
  readonly spread?: number;
  readonly isLeft?: boolean;
}

const OUTLINE: readonly Point[] = [
  [-9, 3],
  [0, 0],
  [9, 3],
  [13, 18],
  [15, 38],
  [21, 56],
  [19, 65],
  [8, 72],
  [-8, 74],
  [-18, 66],
  [-17, 50],
  [-11, 34],
  [-12, 16],
];
/** Base, angle together, angle apart, length and breadth of the toes, big toe first. */
const TOES: readonly (readonly [Point, number, number, number, number])[] = [
  [[-11, 72], 92, 112, 17, 11],
  [[-1, 74], 91, 98, 16, 6.6],
  [[6.4, 72], 91, 84, 13.5, 6.2],
  [[12.6, 68], 92, 68, 11.5, 6],
  [[18, 62], 94, 48, 10, 5.8],
];

/** A foot from above, the right one unless told otherwise. */
export function topFoot({ at, scale = 1, turned = 0, spread = 0, isLeft = false }: TopFoot): Shape[] {
  const [cos, sin] = towards(turned);
  const place = ([across, y]: Point): Point => {
    const x = isLeft ? -across : across;
    return [at[0] + scale * (x * cos - y * sin), at[1] + scale * (x * sin + y * cos)];
  };
  const toes = TOES.map(([base, together, apart, length, breadth]) => {
    const tip = offset(base, towards(together + spread * (apart - together)), length);
    return stroke(breadth * scale, place(base), place(tip));
  });
  return [{ kind: 'fill', smooth: true, points: OUTLINE.map(place) }, ...toes];
}

/** The sole with the three points that carry: heel, ball of the big toe, ball of the little toe. */
export function threePoints(at: Point, scale: number): Shape[] {
  const on = (x: number, y: number) => disc(at[0] + scale * x, at[1] + scale * y, 7 * scale);
  return [faint(...topFoot({ at, scale })), on(0, 12), on(-10, 62), on(13, 56)];
}
