import { FRAME_STRIDE, type PoseTrack } from '../track.ts';
import type { PoseChunk } from './plan.ts';
import type { TrackerState } from './tracker.ts';

/**
 * A finished chunk as one array, so that it can be kept and the run continued from it later with the identical result:
 * frames x 33 x (x px, y px, visibility) in display order (NaN where the person was not found), then the tracker's state
 * after the chunk: x, y, size, rotation of the last square (NaN without one), frames since it was seen.
 */
export type ChunkData = Float32Array;

const STATE_LENGTH = 5;

export const chunkLength = (chunk: PoseChunk): number => chunk.frames * FRAME_STRIDE + STATE_LENGTH;

export const emptyChunk = (chunk: PoseChunk): ChunkData =>
  new Float32Array(chunkLength(chunk)).fill(Number.NaN);

/** Stores the keypoints of a frame, counted from the chunk's first; a frame that is never stored stays NaN. */
export function putFrame(data: ChunkData, frame: number, keypoints: Float32Array): void {
  data.set(keypoints, frame * FRAME_STRIDE);
}

export function putState(data: ChunkData, { last, lostFrames }: TrackerState): void {
  const square = last === undefined ? [Number.NaN, Number.NaN, Number.NaN, Number.NaN] : squareOf(last);
  data.set([...square, lostFrames], data.length - STATE_LENGTH);
}

export function stateOf(data: ChunkData): TrackerState {
  const [x = Number.NaN, y = 0, size = 0, rotation = 0, lostFrames = 0] = data.slice(-STATE_LENGTH);
  return { last: Number.isNaN(x) ? undefined : { x, y, size, rotation }, lostFrames };
}

/** Copies the chunk's keypoints to their place in the track. */
export function putChunk(track: PoseTrack, chunk: PoseChunk, data: ChunkData): void {
  if (data.length !== chunkLength(chunk)) throw new RangeError(`invalid chunk length: ${data.length}`);
  track.data.set(data.subarray(0, chunk.frames * FRAME_STRIDE), chunk.firstFrame * FRAME_STRIDE);
}

function squareOf({ x, y, size, rotation }: NonNullable<TrackerState['last']>): number[] {
  return [x, y, size, rotation];
}
