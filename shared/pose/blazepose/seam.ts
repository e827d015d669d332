import { KEYPOINT_STRIDE, LEG } from '../keypoints.ts';
import type { ChunkData } from './chunkData.ts';
import { distance } from './roi.ts';
import type { TrackerState } from './tracker.ts';

/** Hips move less than this share of the person's square between two frames. */
const MAX_SHIFT = 0.15;

/**
 * Whether a chunk begins with the person that an earlier tracker was following. A tracker that had lost the person says
 * nothing about the next one.
 */
export function continuesFrom({ last, lostFrames }: TrackerState, data: ChunkData): boolean {
  if (last === undefined || lostFrames > 0) return true;
  const middle = (offset: number): number =>
    ((data[LEG.L.hip * KEYPOINT_STRIDE + offset] ?? Number.NaN) +
      (data[LEG.R.hip * KEYPOINT_STRIDE + offset] ?? Number.NaN)) /
    2;
  return distance(last, { x: middle(0), y: middle(1) }) < MAX_SHIFT * last.size;
}
