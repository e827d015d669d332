import { KEYPOINT_COUNT, KEYPOINT_STRIDE } from '../../shared/pose/keypoints.ts';
import type { ImagePoint } from './viewTransform.ts';

export interface Keypoint extends ImagePoint {
  /** 0-1 */
  readonly visibility: number;
}

/** Keypoints of a clip: frames x 33 x (x px, y px, visibility), NaN rows where nobody was found. */
export type Keypoints = Float32Array;

export function keypointAt(data: Keypoints, frame: number, index: number): Keypoint | undefined {
  const at = (frame * KEYPOINT_COUNT + index) * KEYPOINT_STRIDE;
  const [x, y, visibility] = [data[at], data[at + 1], data[at + 2]];
  if (x === undefined || y === undefined || visibility === undefined) return undefined;
  return Number.isNaN(x) || Number.isNaN(y) ? undefined : { x, y, visibility };
}
