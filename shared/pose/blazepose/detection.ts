import { ANCHOR_COUNT, anchors } from './anchors.ts';
import { DETECTOR_INPUT_PX, type DetectorOutput, sigmoid } from './networks.ts';
import { distance, imageFromRoi, type Point, type Roi, roiFromCircle } from './roi.ts';

/** A person as the detector sees one. */
export interface Detection {
  /** 0-1 */
  readonly score: number;
  /** Square for the landmark network; its centre is the middle of the hips. */
  readonly roi: Roi;
  /** Middle of the box, which the detector was trained to draw around the head; image pixels. */
  readonly head: Point;
}

const VALUES_PER_ANCHOR = 12;
/** Boxes of one person overlap at least this much. Source: MediaPipe min_suppression_threshold. */
const SAME_PERSON_OVERLAP = 0.3;
/** One person's head is found in all squares within this share of the person's square: three quarters of its height. */
const SAME_HEAD = 0.08;
/** What lies this near to the middle of the hips, share of the square, is no other head. */
const HIPS_REGION = 0.15;
export const MIN_SCORE = 0.5;

/** Box and points of one candidate, 0-1 of the input: centre x, y, width, height, then four points x, y. */
interface Candidate {
  readonly score: number;
  readonly values: Float64Array;
}

/**
 * Persons in the detector's output, best first, after weighted non-maximum suppression.
 * @param square the upright square of the picture that was the input
 */
export function decodeDetections(output: DetectorOutput, square: Roi, minScore = MIN_SCORE): Detection[] {
  let open = candidatesOf(output, minScore).sort((a, b) => b.score - a.score);
  const found: Detection[] = [];
  for (let best = open[0]; best !== undefined; best = open[0]) {
    const { values } = best;
    const cluster = open.filter((other) => boxOverlap(values, other.values) > SAME_PERSON_OVERLAP);
    // A degenerate box (no area) overlaps with nothing, not even itself.
    const members = cluster.length > 0 ? cluster : [best];
    const mean = weightedMean(members);
    found.push({
      score: best.score,
      roi: roiOf(mean, square),
      head: imageFromRoi(square, mean[0] ?? 0, mean[1] ?? 0),
    });
    open = open.filter((other) => !members.includes(other));
  }
  return found;
}

/**
 * Drops detections that are the same person seen in several squares; keeps the better one. Two people's squares overlap wholly
 * where they run side by side, and the detector draws their hips towards each other; their heads stay apart.
 */
export function mergeDetections(detections: readonly Detection[]): Detection[] {
  const kept: Detection[] = [];
  for (const detection of [...detections].sort((a, b) => b.score - a.score))
    if (!kept.some((other) => isSamePerson(other, detection))) kept.push(detection);
  return kept;
}

/** The same head, or a part of the body taken for a person: no head is where somebody else's hips are. */
function isSamePerson(a: Detection, b: Detection): boolean {
  const size = Math.max(a.roi.size, b.roi.size);
  const [small, large] = a.roi.size < b.roi.size ? [a, b] : [b, a];
  return distance(a.head, b.head) < SAME_HEAD * size || distance(small.head, large.roi) < HIPS_REGION * size;
}

function candidatesOf({ boxes, scores }: DetectorOutput, minScore: number): Candidate[] {
  const found: Candidate[] = [];
  for (let i = 0; i < ANCHOR_COUNT; i++) {
    const score = sigmoid(scores[i] ?? Number.NEGATIVE_INFINITY);
    if (score < minScore) continue;
    const values = new Float64Array(VALUES_PER_ANCHOR);
    for (let k = 0; k < VALUES_PER_ANCHOR; k++) {
      const isSize = k === 2 || k === 3;
      const anchor = isSize ? 0 : (anchors[2 * i + (k % 2)] ?? 0);
      values[k] = (boxes[i * VALUES_PER_ANCHOR + k] ?? 0) / DETECTOR_INPUT_PX + anchor;
    }
    found.push({ score, values });
  }
  return found;
}

function weightedMean(members: readonly Candidate[]): Float64Array {
  const total = members.reduce((sum, member) => sum + member.score, 0);
  const mean = new Float64Array(VALUES_PER_ANCHOR);
  for (const { score, values } of members) {
    values.forEach((value, k) => {
      mean[k] = (mean[k] ?? 0) + (value * score) / total;
    });
  }
  return mean;
}

/** Point 0 is the middle of the hips, point 1 lies on the circle around the whole body. */
function roiOf(values: Float64Array, square: Roi): Roi {
  const point = (k: number) => imageFromRoi(square, values[k] ?? 0, values[k + 1] ?? 0);
  return roiFromCircle(point(4), point(6));
}

function boxOverlap(a: Float64Array, b: Float64Array): number {
  const shared = sideOverlap(a, b, 0) * sideOverlap(a, b, 1);
  const area = (v: Float64Array) => (v[2] ?? 0) * (v[3] ?? 0);
  return shared / (area(a) + area(b) - shared);
}

function sideOverlap(a: Float64Array, b: Float64Array, axis: 0 | 1): number {
  const end = (v: Float64Array, sign: number) => (v[axis] ?? 0) + (sign * (v[axis + 2] ?? 0)) / 2;
  return Math.max(0, Math.min(end(a, 1), end(b, 1)) - Math.max(end(a, -1), end(b, -1)));
}
