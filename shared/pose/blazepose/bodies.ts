import { KEYPOINT_STRIDE, LEG, SHOULDERS } from '../keypoints.ts';
import type { DecodedPose } from './landmarks.ts';
import { distance, type Point, type Roi, uprightRoi } from './roi.ts';

/** Trunks farther apart than this share of the square are two people's; one person's, seen from several squares, are within 0.04. */
const SAME_BODY = 0.06;
/**
 * Tight squares moved to the left and right of somebody who is alone give a trunk within 0.02; where anybody is beside, the one on
 * that side gives up to 0.17, or nobody at all.
 */
const STEADY_BODY = 0.04;
/** What two squares at best agree on, where bodies are hardly apart. */
const AGREED = 0.02;
/** Arms and legs swing across other people: a point on one says this much less (share of the square) than one on a trunk. */
const LIMB = 0.08;
/**
 * A square that holds the circle around a body and no more. In the network's own, a quarter wider, the nearer or larger of two
 * people beside each other is found wherever its middle is; in this one who stands in the middle.
 */
const TIGHT = 0.8;
/** In a tight square the circle around the body is found so much smaller: mean of drawn runners, both networks. */
const TIGHT_SHRINKS = 0.91;
/** How far a tight square is moved away from whoever is beside a person, share of the person's square. */
const ASIDE = 0.1;

const LIMBS = [LEG.L, LEG.R].flatMap(({ hip, knee, ankle }) => [
  [hip, knee] as const,
  [knee, ankle] as const,
]);

const pointOf = ({ keypoints }: DecodedPose, index: number): Point => ({
  x: keypoints[index * KEYPOINT_STRIDE] ?? Number.NaN,
  y: keypoints[index * KEYPOINT_STRIDE + 1] ?? Number.NaN,
});

const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** Middle of the hips, image pixels. */
export const hipsOf = (pose: DecodedPose): Point =>
  between(pointOf(pose, LEG.L.hip), pointOf(pose, LEG.R.hip));

const shouldersOf = (pose: DecodedPose): Point =>
  between(pointOf(pose, SHOULDERS.L), pointOf(pose, SHOULDERS.R));

/** Mean distance of the ends of two trunks, share of the larger square. Left and right may be taken for each other. */
export function trunksApart(a: DecodedPose, b: DecodedPose): number {
  const sum = distance(hipsOf(a), hipsOf(b)) + distance(shouldersOf(a), shouldersOf(b));
  return sum / 2 / Math.max(a.next.size, b.next.size);
}

export const isSameBody = (a: DecodedPose, b: DecodedPose): boolean => trunksApart(a, b) < SAME_BODY;

export const isAgreed = (a: DecodedPose, b: DecodedPose): boolean => trunksApart(a, b) < AGREED;

/** Whether a tight square that was moved aside shows another body. */
export const isDisturbed = (pose: DecodedPose, aside: DecodedPose | undefined): boolean =>
  aside !== undefined && trunksApart(pose, aside) >= STEADY_BODY;

/**
 * How far the trunks of tight squares that were moved aside lie from the person's at most, share of the square; undefined where none
 * was looked at. A square in which nobody is found says nothing: at the edge of the picture there is none.
 */
export function unsteadiness(
  pose: DecodedPose,
  aside: readonly (DecodedPose | undefined)[],
): number | undefined {
  const apart = aside.flatMap((seen) => (seen === undefined ? [] : [trunksApart(pose, seen)]));
  return apart.length === 0 ? undefined : Math.max(...apart);
}

/** How far to the right of the person's hips those lie that are farthest from them, share of the square; 0 for none. */
export function sideOf(pose: DecodedPose, aside: readonly (DecodedPose | undefined)[]): number {
  const shifts = aside.flatMap((seen) => (seen ? [(hipsOf(seen).x - hipsOf(pose).x) / pose.next.size] : []));
  return shifts.reduce((most, shift) => (Math.abs(shift) > Math.abs(most) ? shift : most), 0);
}

/** How far a point lies from the middle line of a trunk, or a little worse from a leg; share of the square. */
export function distanceToBody(pose: DecodedPose, point: Point): number {
  const limbs = LIMBS.map(([a, b]) => distanceToLine(point, pointOf(pose, a), pointOf(pose, b)));
  const trunk = distanceToLine(point, hipsOf(pose), shouldersOf(pose));
  return Math.min(trunk / pose.next.size, Math.min(...limbs) / pose.next.size + LIMB);
}

/** Tight squares to either side of a person, so that one of them leaves out whoever is beside. */
export const asideSquares = (hips: Point, size: number): Roi[] =>
  [ASIDE, -ASIDE].map((aside) => uprightRoi({ x: hips.x + aside * size, y: hips.y }, TIGHT * size));

/** Tight squares around a person: in the middle, and to either side. */
export const tightSquares = (hips: Point, size: number): Roi[] => [
  uprightRoi(hips, TIGHT * size),
  ...asideSquares(hips, size),
];

/** A pose found in a tight square, with the square that the person would have been given in the network's own. */
export const fromTight = (pose: DecodedPose): DecodedPose => ({
  ...pose,
  next: { ...pose.next, size: Math.fround(pose.next.size / TIGHT_SHRINKS) },
});

function distanceToLine(point: Point, from: Point, to: Point): number {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const squared = x * x + y * y;
  const share = squared > 0 ? ((point.x - from.x) * x + (point.y - from.y) * y) / squared : 0;
  const along = Math.min(1, Math.max(0, share));
  return distance(point, { x: from.x + along * x, y: from.y + along * y });
}
