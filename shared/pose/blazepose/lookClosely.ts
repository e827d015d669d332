import { median } from '../../math/statistics.ts';
import { KEYPOINT_STRIDE, LEG, SHOULDERS } from '../keypoints.ts';
import { FRAME_STRIDE, type PoseTrack } from '../track.ts';
import type { PoseNetworks } from './networks.ts';
import { PoseReader } from './poseReader.ts';
import { distance, type Point, type Roi } from './roi.ts';
import type { FrameSource } from './runChunks.ts';

/** The network's own square is 4.0 to 4.8 times the trunk's length, measured on eight clips; it then says better itself. */
const SQUARE_PER_TRUNK = 4.35;
/** Squares of this many frames before give the size of the next. */
const REMEMBERED = 9;
/** Frames this near to each other are read in one go. */
const WINDOW_GAP = 3;

export interface CloseLookTask {
  /** Frames to look at, increasing. */
  readonly frames: readonly number[];
  /** Their rows of the first network's track, frames x 33 x (x px, y px, visibility): where the person is. */
  readonly rows: Float32Array;
}

/** The frames in two halves that can be looked at side by side, whoever does it: the result does not depend on it. */
export function closeLookParts(track: PoseTrack, frames: readonly number[]): CloseLookTask[] {
  const half = Math.ceil(frames.length / 2);
  return [frames.slice(0, half), frames.slice(half)].flatMap((part) => {
    if (part.length === 0) return [];
    const rows = new Float32Array(part.length * FRAME_STRIDE);
    part.forEach((frame, k) => {
      rows.set(track.data.subarray(frame * FRAME_STRIDE, (frame + 1) * FRAME_STRIDE), k * FRAME_STRIDE);
    });
    return [{ frames: part, rows }];
  });
}

/** The rows of parts, in the order of the parts. */
export function joinRows(parts: readonly Float32Array[]): Float32Array {
  const joined = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const rows of parts) {
    joined.set(rows, at);
    at += rows.length;
  }
  return joined;
}

/**
 * Keypoints of single frames by a second network, in squares put where the first one saw the person. Rows of frames without
 * a person stay NaN.
 */
export async function lookClosely(
  networks: PoseNetworks,
  source: FrameSource,
  { frames, rows }: CloseLookTask,
  onFrame?: () => void,
): Promise<Float32Array> {
  const result = new Float32Array(rows.length).fill(Number.NaN);
  const reader = new PoseReader(networks);
  const sizes: number[] = [];
  let k = 0;
  for (const [first, last] of windowsOf(frames)) {
    let frame = first;
    for await (const picture of source(first, last - first + 1, 1)) {
      if (frame++ !== frames[k]) continue;
      const place = placeOf(rows.subarray(k * FRAME_STRIDE, (k + 1) * FRAME_STRIDE));
      if (place !== undefined) {
        if (sizes.length === 0) sizes.push((await reader.poseIn(picture, place))?.next.size ?? place.size);
        const size = median(sizes.slice(-REMEMBERED)) ?? place.size;
        const pose = await reader.poseIn(picture, { ...place, size });
        if (pose !== undefined) {
          sizes.push(pose.next.size);
          result.set(pose.keypoints, k * FRAME_STRIDE);
        }
      }
      onFrame?.();
      k++;
    }
  }
  return result;
}

/** First and last frame of each group of neighbours: handing over a picture costs more than finding one. */
function windowsOf(frames: readonly number[]): [number, number][] {
  const windows: [number, number][] = [];
  for (const frame of frames) {
    const open = windows.at(-1);
    if (open !== undefined && frame - open[1] <= WINDOW_GAP) open[1] = frame;
    else windows.push([frame, frame]);
  }
  return windows;
}

/** The square about the middle of the hips, turned with the trunk; undefined where nobody was seen. */
function placeOf(row: Float32Array): Roi | undefined {
  const point = (index: number): Point => ({
    x: row[index * KEYPOINT_STRIDE] ?? Number.NaN,
    y: row[index * KEYPOINT_STRIDE + 1] ?? Number.NaN,
  });
  const between = (a: number, b: number): Point => {
    const [p, q] = [point(a), point(b)];
    return { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 };
  };
  const hips = between(LEG.L.hip, LEG.R.hip);
  const shoulders = between(SHOULDERS.L, SHOULDERS.R);
  const trunk = distance(hips, shoulders);
  if (!(trunk > 0)) return undefined;
  const rotation = Math.atan2(shoulders.x - hips.x, hips.y - shoulders.y);
  return { ...hips, size: SQUARE_PER_TRUNK * trunk, rotation };
}
