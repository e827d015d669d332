import { KEYPOINT_COUNT, KEYPOINT_STRIDE } from './keypoints.ts';

/**
 * Keypoints of one person over a clip, as the network gave them (no smoothing).
 * `data` is frames x 33 x (x px, y px, visibility), NaN where the person was not found in a frame.
 */
export interface PoseTrack {
  /** Size of the upright picture, pixels. */
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
  /** Some frames as a larger network sees them; absent where nobody looked. */
  readonly close?: CloseLook;
  /** First and last frames of where somebody was so near that the network may have looked at them; absent for nowhere. */
  readonly beside?: readonly (readonly [number, number])[];
  /** Frames by keypoint in which a coach said where it is; absent where nobody did. */
  readonly placed?: ReadonlyMap<number, ReadonlySet<number>>;
}

/** Keypoints of single frames by a second network. */
export interface CloseLook {
  /** Increasing. */
  readonly frames: Int32Array;
  /** As `data` of a track, one row for each of `frames`. */
  readonly data: Float32Array;
}

export const FRAME_STRIDE = KEYPOINT_COUNT * KEYPOINT_STRIDE;

export const frameCountOf = ({ data }: Pick<PoseTrack, 'data'>): number => data.length / FRAME_STRIDE;

/** Whether the person was found in the frame. */
export const hasPose = ({ data }: Pick<PoseTrack, 'data'>, frame: number): boolean =>
  !Number.isNaN(data[frame * FRAME_STRIDE] ?? Number.NaN);

/** The frames in which the person was found, increasing. */
export const framesWithPose = (track: Pick<PoseTrack, 'data'>): number[] =>
  Array.from({ length: frameCountOf(track) }, (_, frame) => frame).filter((frame) => hasPose(track, frame));

/** An empty track: every frame missing. */
export function emptyTrack(width: number, height: number, frames: number): PoseTrack {
  return { width, height, data: new Float32Array(frames * FRAME_STRIDE).fill(Number.NaN) };
}
