import { arrow, curve, disc, line, type Point, ring, type Shape, stroke } from './shapes.ts';

export const floor = (from = 4, to = 236): Shape => line([from, -2], [to, -2]);
export const wall = (x: number, top = 112): Shape => stroke(4, [x, -2], [x, top]);
export const block = (left: number, right: number, top: number, bottom = -1): Shape => ({
  kind: 'fill',
  points: [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ],
});
export const box = (left: number, right: number, bottom: number, top: number): Shape =>
  line([left, bottom], [right, bottom], [right, top], [left, top], [left, bottom]);

export const chair = (x: number): Shape[] => [
  stroke(3.4, [x, 26], [x + 24, 26]),
  stroke(3.4, [x, 0], [x, 60]),
  stroke(3.4, [x + 24, 0], [x + 24, 26]),
];

export const cone = (x: number): Shape => ({
  kind: 'fill',
  points: [
    [x - 6, 0],
    [x + 6, 0],
    [x + 1.5, 17],
    [x - 1.5, 17],
  ],
});

/** Blades of grass along the ground. */
export const grassAt = (...xs: readonly number[]): Shape[] =>
  xs.flatMap((x) => [
    stroke(1.4, [x - 3, -6], [x - 5, 0]),
    stroke(1.4, [x, -6], [x, 2]),
    stroke(1.4, [x + 3, -6], [x + 5, 0]),
  ]);

/** A loudspeaker crossed out: quietly. */
export const quiet = ([x, y]: Point): Shape[] => [
  {
    kind: 'fill',
    points: [
      [x, y - 4],
      [x + 6, y - 4],
      [x + 13, y - 10],
      [x + 13, y + 10],
      [x + 6, y + 4],
      [x, y + 4],
    ],
  },
  curve(2, [x + 18, y - 7], [x + 21, y], [x + 18, y + 7]),
  stroke(2.6, [x - 3, y - 12], [x + 25, y + 12]),
];

/** A metronome with its swinging arm. */
export const metronome = ([x, y]: Point): Shape[] => [
  line([x, y], [x + 26, y], [x + 18, y + 34], [x + 8, y + 34], [x, y]),
  line([x + 2, y + 9], [x + 24, y + 9]),
  stroke(2.6, [x + 13, y + 9], [x + 21, y + 32]),
  disc(x + 18.5, y + 25, 3.2),
];

/** A clock: hold for a while. */
export const clock = ([x, y]: Point, radius = 10): Shape[] => [
  ring(x, y, radius),
  stroke(2, [x, y + 0.65 * radius], [x, y], [x + 0.5 * radius, y - 0.25 * radius]),
  stroke(2.6, [x, y + radius + 1], [x, y + radius + 3]),
];

/** A sun-like ring round a beat: one step, one click. */
export const beats = (y: number, ...xs: readonly number[]): Shape[] =>
  xs.flatMap((x) => [disc(x, y, 2.6), ring(x, y, 6, 1.4)]);

/** Lines of air behind somebody who is quick. */
export const speedLines = (x: number, y: number): Shape[] =>
  [0, 13, 26].map((dy) => stroke(2, [x, y + dy], [x + 20 - 0.2 * dy, y + dy]));

/** Between two pictures: first this, then that. (A module must not export the name `then`: it would pass for a promise.) */
export const leadsTo = (x: number, y = 55): Shape[] => arrow([x - 11, y], [x + 11, y]);
