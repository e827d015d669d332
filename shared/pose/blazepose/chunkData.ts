import { FRAME_STRIDE, type PoseTrack } from '../track.ts';
import { NO_COMPANY } from './company.ts';
import type { PoseChunk } from './plan.ts';
import type { TrackerState } from './tracker.ts';

/**
 * A finished chunk as one array, so that it can be kept and the run continued from it later with the identical result:
 * frames x 33 x (x px, y px, visibility) in display order (NaN where the person was not found), then for each frame how unsteady the
 * person was when the tracker looked to the sides (NaN where it did not), then the tracker's state after the chunk: x, y, size, rotation of the last square (NaN without one), frames since it was seen; how much
 * farther they are looked for; the six numbers of the motion and the four of the clothing (NaN where unknown); the three of
 * the company, and the two of the looks to the sides.
 */
export type ChunkData = Float32Array;

/** Numbers of the tracker's state at the end of a chunk. */
export const STATE_LENGTH = 21;

export const chunkLength = (chunk: PoseChunk): number => chunk.frames * (FRAME_STRIDE + 1) + STATE_LENGTH;

/** Whether so many values are those of a stored chunk: its keypoints, and at most what stands behind them. */
export const isStoredLength = (frames: number, values: number): boolean =>
  values >= frames * FRAME_STRIDE && values <= frames * (FRAME_STRIDE + 1) + STATE_LENGTH;

export const emptyChunk = (chunk: PoseChunk): ChunkData =>
  new Float32Array(chunkLength(chunk)).fill(Number.NaN);

/** Stores the keypoints of a frame, counted from the chunk's first; a frame that is never stored stays NaN. */
export function putFrame(data: ChunkData, frame: number, keypoints: Float32Array): void {
  data.set(keypoints, frame * FRAME_STRIDE);
}

/** Stores what a look to the sides in that frame showed. */
export function putLook(data: ChunkData, frames: number, frame: number, unsteadiness: number): void {
  data[frames * FRAME_STRIDE + frame] = unsteadiness;
}

/** What the looks to the sides showed, frame by frame; undefined for a chunk from before there were any. */
export const looksIn = (data: ChunkData, frames: number): Float32Array | undefined =>
  data.length === frames * (FRAME_STRIDE + 1) + STATE_LENGTH
    ? data.subarray(frames * FRAME_STRIDE, frames * (FRAME_STRIDE + 1))
    : undefined;

export function putState(data: ChunkData, state: TrackerState): void {
  const { last, lostFrames, motion, clothing, reach = 0, company = NO_COMPANY } = state;
  const square = last === undefined ? unknown(4) : [last.x, last.y, last.size, last.rotation];
  const { x, y, vx, vy, frames, doubt } = motion ?? NO_MOTION;
  const others = [company.frames, company.besideFrames, company.untilLook, company.untilAside, company.side];
  const moves = [x, y, vx, vy, frames, doubt];
  const values = [...square, lostFrames, reach, ...moves, ...(clothing ?? unknown(4)), ...others];
  data.set(values, data.length - STATE_LENGTH);
}

export function stateOf(data: ChunkData): TrackerState {
  const values = data.slice(-STATE_LENGTH);
  const [x = Number.NaN, y = 0, size = 0, rotation = 0, lostFrames = 0, reach = 0] = values;
  const [motionX = Number.NaN, motionY = 0, vx = 0, vy = 0, frames = 0, doubt = 0] = values.slice(6);
  const [a = Number.NaN, b = 0, c = 0, d = 0] = values.slice(12);
  const [companyFrames = 0, besideFrames = 0, untilLook = 0, untilAside = 0, side = 0] = values.slice(16);
  return {
    last: Number.isNaN(x) ? undefined : { x, y, size, rotation },
    lostFrames,
    ...(reach === 0 ? {} : { reach }),
    ...(Number.isNaN(motionX) ? {} : { motion: { x: motionX, y: motionY, vx, vy, frames, doubt } }),
    ...(Number.isNaN(a) ? {} : { clothing: [a, b, c, d] }),
    ...(companyFrames === 0 && untilLook === 0 && untilAside === 0
      ? {}
      : { company: { frames: companyFrames, besideFrames, untilLook, untilAside, side } }),
  };
}

/** Copies the chunk's keypoints to their place in the track. */
export function putChunk(track: PoseTrack, chunk: PoseChunk, data: ChunkData): void {
  if (data.length !== chunkLength(chunk)) throw new RangeError(`invalid chunk length: ${data.length}`);
  track.data.set(data.subarray(0, chunk.frames * FRAME_STRIDE), chunk.firstFrame * FRAME_STRIDE);
}

const unknown = (count: number): number[] => Array.from({ length: count }, () => Number.NaN);
const NO_MOTION = { x: Number.NaN, y: 0, vx: 0, vy: 0, frames: 0, doubt: 0 };
