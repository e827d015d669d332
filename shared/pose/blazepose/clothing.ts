import { KEYPOINT_STRIDE, LEG, SHOULDERS } from '../keypoints.ts';
import type { I420Frame } from './i420.ts';

/**
 * Mean U and V (0-255) of the trunk, then of the thighs: tells one person's clothes from another's. Without brightness, which
 * changes with every step through light and shadow.
 */
export type Clothing = readonly [number, number, number, number];

/** Places along and across the trunk, and along a thigh, 0-1: inside, so that the background stays out. */
const ALONG = [0.2, 0.4, 0.6, 0.8] as const;
const ACROSS = [0.3, 0.5, 0.7] as const;
/** Share of a new frame in the mean. */
const LEARNING = 0.05;

/** What the person with these keypoints (33 x (x px, y px, visibility)) wears; undefined outside the picture. */
export function clothingOf(frame: I420Frame, keypoints: Float32Array): Clothing | undefined {
  const point = (index: number): readonly [number, number] => [
    keypoints[index * KEYPOINT_STRIDE] ?? Number.NaN,
    keypoints[index * KEYPOINT_STRIDE + 1] ?? Number.NaN,
  ];
  const [left, right] = [point(SHOULDERS.L), point(SHOULDERS.R)];
  const [leftHip, rightHip] = [point(LEG.L.hip), point(LEG.R.hip)];
  const trunk = ALONG.flatMap((down) =>
    ACROSS.map((over) => between(between(left, right, over), between(leftHip, rightHip, over), down)),
  );
  const thighs = [LEG.L, LEG.R].flatMap(({ hip, knee }) =>
    ALONG.map((down) => between(point(hip), point(knee), down)),
  );
  const top = meanColour(frame, trunk);
  const bottom = meanColour(frame, thighs);
  return top === undefined || bottom === undefined ? undefined : [...top, ...bottom];
}

/** Root mean square difference of two persons' clothes, 0-255. */
export function clothingDifference(a: Clothing, b: Clothing): number {
  const squares = a.map((value, i) => (value - (b[i] ?? value)) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}

/** The mean with another frame in it. Rounded to single precision, as it is stored with a chunk. */
export function clothingAfter(
  before: Clothing | undefined,
  seen: Clothing | undefined,
): Clothing | undefined {
  if (seen === undefined) return before;
  if (before === undefined) return mapped(seen, Math.fround);
  return mapped(before, (value, i) => Math.fround(value + LEARNING * ((seen[i] ?? value) - value)));
}

const mapped = ([a, b, c, d]: Clothing, change: (value: number, i: number) => number): Clothing => [
  ...([change(a, 0), change(b, 1)] as const),
  ...([change(c, 2), change(d, 3)] as const),
];

const between = (a: readonly [number, number], b: readonly [number, number], share: number) =>
  [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share] as const;

function meanColour(frame: I420Frame, points: readonly (readonly [number, number])[]) {
  let [u, v, count] = [0, 0, 0];
  for (const [x, y] of points) {
    if (!(x >= 0 && y >= 0 && x < frame.width && y < frame.height)) continue;
    const chroma = (y >> 1) * frame.chromaStride + (x >> 1);
    u += frame.u[chroma] ?? 0;
    v += frame.v[chroma] ?? 0;
    count++;
  }
  return count < points.length / 2 ? undefined : ([u / count, v / count] as const);
}
