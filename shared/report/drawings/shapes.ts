/**
 * Shapes of the drawings. Coordinates are drawing units with y up: the floor is at 0, one unit is about 1.7 cm of a standing
 * figure. All are painted in the text's own colour, so that they work on any background and in print.
 */
export type Point = readonly [x: number, y: number];

export type Shape =
  /** Stroke through the points, `smooth` as a curve. */
  | {
      readonly kind: 'stroke';
      readonly points: readonly Point[];
      readonly width: number;
      readonly smooth?: boolean;
      readonly dashed?: boolean;
    }
  /** Filled outline. */
  | { readonly kind: 'fill'; readonly points: readonly Point[]; readonly smooth?: boolean }
  | { readonly kind: 'disc'; readonly centre: Point; readonly radius: number }
  | { readonly kind: 'ring'; readonly centre: Point; readonly radius: number; readonly width: number }
  /** Shapes painted as one, fainter: what is far away, or where a movement began. */
  | { readonly kind: 'faint'; readonly shapes: readonly Shape[] };

export const VIEW = { left: 0, right: 240, bottom: -10, top: 128 } as const;

const THIN = 2.2;

export const stroke = (width: number, ...points: readonly Point[]): Shape => ({
  kind: 'stroke',
  points,
  width,
});
export const line = (...points: readonly Point[]): Shape => stroke(THIN, ...points);
export const dashed = (...points: readonly Point[]): Shape => ({
  kind: 'stroke',
  points,
  width: 1.6,
  dashed: true,
});
export const curve = (width: number, ...points: readonly Point[]): Shape => ({
  kind: 'stroke',
  points,
  width,
  smooth: true,
});
export const disc = (x: number, y: number, radius: number): Shape => ({
  kind: 'disc',
  centre: [x, y],
  radius,
});
export const ring = (x: number, y: number, radius: number, width: number = THIN): Shape => ({
  kind: 'ring',
  centre: [x, y],
  radius,
  width,
});
export const faint = (...shapes: readonly Shape[]): Shape => ({ kind: 'faint', shapes });

/** Unit vector at an angle from +x, counter-clockwise, degrees. */
export const towards = (degrees: number): Point => [
  Math.cos((degrees * Math.PI) / 180),
  Math.sin((degrees * Math.PI) / 180),
];
export const offset = ([x, y]: Point, [dx, dy]: Point, by = 1): Point => [x + by * dx, y + by * dy];

/** A movement: a curve through the points with a head at its end. */
export function arrow(...points: readonly Point[]): Shape[] {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (!tip || !before) throw new RangeError(`invalid arrow of ${points.length} points`);
  const angle = (Math.atan2(tip[1] - before[1], tip[0] - before[0]) * 180) / Math.PI;
  const neck = offset(tip, towards(angle), -5);
  return [
    curve(THIN, ...points.slice(0, -1), neck),
    {
      kind: 'fill',
      points: [
        tip,
        offset(offset(tip, towards(angle), -8), towards(angle + 90), 4),
        offset(offset(tip, towards(angle), -8), towards(angle + 90), -4),
      ],
    },
  ];
}

/** A movement both ways along a straight line. */
export function bothWays(from: Point, to: Point): Shape[] {
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  return [...arrow(middle, to), ...arrow(middle, from)];
}

/** A movement round a centre, from one angle to another, degrees. */
export function turn(centre: Point, radius: number, from: number, to: number): Shape[] {
  const steps = 14;
  return arrow(
    ...Array.from({ length: steps + 1 }, (_, i) =>
      offset(centre, towards(from + ((to - from) * i) / steps), radius),
    ),
  );
}
