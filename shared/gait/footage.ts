import type { ClipInput } from '../domain/analysis.ts';
import { FRAME_STRIDE, type PoseTrack } from '../pose/track.ts';
import { bodyShapes } from './bodyShape.ts';
import { findRepeats } from './repeatedPictures.ts';
import { posedFrames, unbrokenRuns } from './signals.ts';
import { isPartlySlow } from './slowPart.ts';
import { jumpsIn, skipsIn } from './timeBreaks.ts';

/** What of a clip is footage of its own, and where it breaks. */
export interface Footage {
  /** The keypoints without those of repeated pictures, which say nothing new at a wrong time. */
  readonly pose: PoseTrack;
  /** Frames with which new footage begins: seen in the pictures, or in the body. */
  readonly cuts: readonly number[];
  /** Frames stored for each picture taken; 1 where every frame is a picture of its own. */
  readonly framesPerPicture: number;
  readonly repeatedFrames: number;
  /** Frames before which footage is missing inside one shot while the clock ran on, and those of pictures that stood still. */
  readonly skips: readonly number[];
  readonly held: readonly number[];
  /** A part shows running at another speed than the rest. */
  readonly isPartlySlow: boolean;
}

/** Cuts nearer to each other than this are one, frames: a tracker needs some to find the body anew. */
const SAME_CUT = 2;

/** @param clip with nobody outside of its working zone */
export function footageOf(clip: Pick<ClipInput, 'pose' | 'cuts' | 'frameTable' | 'role'>): Footage {
  const { pose, cuts = [], frameTable } = clip;
  const whole = {
    pose,
    cuts,
    framesPerPicture: 1,
    repeatedFrames: 0,
    skips: [],
    held: [],
    isPartlySlow: false,
  };
  // Who stands still looks the same in every picture.
  if (clip.role === 'standing') return whole;
  const { times } = frameTable;
  const body = bodyShapes(pose);
  const { isRepeat, framesPerPicture, held } = findRepeats(body, times);
  const fresh = withoutFrames(pose, isRepeat);
  const rate = usualInterval(times) * framesPerPicture;
  const split = (at: readonly number[]) =>
    unbrokenRuns(fresh, times, at, SHORTEST_PIECE * rate, LONGEST_GAP * rate).map((run) =>
      posedFrames(fresh, run),
    );
  const jumps = split(cuts).flatMap((frames) => jumpsIn(body, frames));
  const shots = merged([...cuts, ...jumps]);
  const skips = split(shots).flatMap((frames) => skipsIn(body, frames, times));
  return {
    pose: fresh,
    cuts: merged([...shots, ...skips]),
    framesPerPicture,
    repeatedFrames: isRepeat.filter(Boolean).length,
    skips: skips.filter((frame) => shots.every((cut) => Math.abs(cut - frame) > SAME_CUT)),
    held,
    isPartlySlow: split(shots).some((frames) => isPartlySlow(body, frames, times)),
  };
}

/** Of pieces, in pictures: shorter ones hold no rhythm, and over longer gaps none is followed. */
const SHORTEST_PIECE = 8;
const LONGEST_GAP = 4;

function usualInterval(times: Float64Array): number {
  const count = times.length - 1;
  return count < 1 ? 1 : Math.max(1e-6, ((times[count] ?? 0) - (times[0] ?? 0)) / count);
}

function withoutFrames(pose: PoseTrack, left: readonly boolean[]): PoseTrack {
  if (!left.includes(true)) return pose;
  const data = pose.data.slice();
  left.forEach((isLeft, frame) => {
    if (isLeft) data.fill(Number.NaN, frame * FRAME_STRIDE, (frame + 1) * FRAME_STRIDE);
  });
  return { ...pose, data };
}

/** Ascending, each once. */
function merged(cuts: readonly number[]): number[] {
  return [...cuts]
    .sort((a, b) => a - b)
    .filter((cut, i, all) => i === 0 || cut - (all[i - 1] ?? 0) > SAME_CUT);
}
