import { KEYPOINT_COUNT, KEYPOINT_STRIDE } from '../keypoints.ts';
import { LANDMARK_INPUT_PX, type LandmarkOutput, sigmoid } from './networks.ts';
import { imageFromRoi, type Point, type Roi, roiFromCircle } from './roi.ts';

/** 33 keypoints, the two points of the next square, and four that are not used. */
const POINTS = 39;
const VALUES_PER_POINT = 5;
const HIPS = 33;
const CIRCLE = 34;
const HEATMAP_CELLS = 64;
/** Window of 7 x 7 cells, and the probability its peak must reach. Source: MediaPipe RefineLandmarksFromHeatmap. */
const WINDOW_RADIUS = 3;
const MIN_PEAK = 0.5;

export interface DecodedPose {
  /** 33 x (x px, y px, visibility 0-1) */
  readonly keypoints: Float32Array;
  /** Square around the person, for the next frame. */
  readonly next: Roi;
}

/** Keypoints in image pixels from the landmark network's output on the given square. */
export function decodeLandmarks(output: LandmarkOutput, roi: Roi): DecodedPose {
  const point = (index: number): Point => {
    const at = index * VALUES_PER_POINT;
    const x = (output.landmarks[at] ?? Number.NaN) / LANDMARK_INPUT_PX;
    const y = (output.landmarks[at + 1] ?? Number.NaN) / LANDMARK_INPUT_PX;
    const refined = refine(output.heatmap, index, x, y);
    return imageFromRoi(roi, refined.x, refined.y);
  };
  const keypoints = new Float32Array(KEYPOINT_COUNT * KEYPOINT_STRIDE);
  for (let i = 0; i < KEYPOINT_COUNT; i++) {
    const { x, y } = point(i);
    const visibility = sigmoid(output.landmarks[i * VALUES_PER_POINT + 3] ?? Number.NaN);
    keypoints.set([x, y, visibility], i * KEYPOINT_STRIDE);
  }
  return { keypoints, next: roiFromCircle(point(HIPS), point(CIRCLE)) };
}

/** Moves a point (0-1 of the crop) to the centre of mass of its heatmap near it, where the heatmap is sure enough. */
function refine(heatmap: Float32Array, index: number, x: number, y: number): Point {
  const column = Math.trunc(x * HEATMAP_CELLS);
  const row = Math.trunc(y * HEATMAP_CELLS);
  if (!(column >= 0 && column < HEATMAP_CELLS && row >= 0 && row < HEATMAP_CELLS)) return { x, y };
  let sum = 0;
  let peak = 0;
  let sumX = 0;
  let sumY = 0;
  const lastRow = Math.min(HEATMAP_CELLS - 1, row + WINDOW_RADIUS);
  const lastColumn = Math.min(HEATMAP_CELLS - 1, column + WINDOW_RADIUS);
  for (let r = Math.max(0, row - WINDOW_RADIUS); r <= lastRow; r++) {
    for (let c = Math.max(0, column - WINDOW_RADIUS); c <= lastColumn; c++) {
      const weight = sigmoid(heatmap[(r * HEATMAP_CELLS + c) * POINTS + index] ?? Number.NEGATIVE_INFINITY);
      sum += weight;
      peak = Math.max(peak, weight);
      sumX += c * weight;
      sumY += r * weight;
    }
  }
  if (peak < MIN_PEAK) return { x, y };
  return { x: sumX / sum / HEATMAP_CELLS, y: sumY / sum / HEATMAP_CELLS };
}
