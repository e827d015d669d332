import { KEYPOINT_COUNT, KEYPOINT_STRIDE } from './keypoints.ts';

/** BlazePose index of each of the 17 COCO keypoints, in their order (MoveNet; pose-detection's `COCO_KEYPOINTS`). */
export const COCO_INDICES = [0, 2, 5, 7, 8, 11, 12, 13, 14, 15, 16, 23, 24, 25, 26, 27, 28] as const;

/**
 * 17 COCO points as 33 BlazePose points x (x px, y px, visibility). Points that COCO lacks, heel and toe among them, are
 * absent: NaN with visibility 0.
 */
export function blazePoseFromCoco(
  points: readonly { readonly x: number; readonly y: number; readonly score?: number | undefined }[],
): Float32Array {
  if (points.length !== COCO_INDICES.length) throw new RangeError(`invalid points.length: ${points.length}`);
  const keypoints = new Float32Array(KEYPOINT_COUNT * KEYPOINT_STRIDE);
  for (let at = 0; at < keypoints.length; at += KEYPOINT_STRIDE)
    keypoints.set([Number.NaN, Number.NaN, 0], at);
  COCO_INDICES.forEach((index, i) => {
    const { x, y, score = 0 } = points[i] ?? { x: Number.NaN, y: Number.NaN };
    keypoints.set([x, y, score], index * KEYPOINT_STRIDE);
  });
  return keypoints;
}
