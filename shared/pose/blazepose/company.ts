import { hipsOf } from './bodies.ts';
import type { DecodedPose } from './landmarks.ts';
import { distance, type Roi, uprightRoi } from './roi.ts';

/** Who else is about a person who is followed. */
export interface Company {
  /** Frames for which somebody near is still reckoned with, seen or hidden. */
  readonly frames: number;
  /** The same of somebody so near from the start that a network may take one for the other. */
  readonly besideFrames: number;
  /** Frames until the detector looks round again. */
  readonly untilLook: number;
}

export const NO_COMPANY: Company = { frames: 0, besideFrames: 0, untilLook: 0 };

/** A passer-by hides a person for up to half a second: this many frames at 240 a second. */
const MEMORY_FRAMES = 120;
/** Who stays beside is seen in most frames: soon forgotten, so that one frame that was seen badly does not count for long. */
const BESIDE_MEMORY_FRAMES = 16;
/** A look costs half a frame's work: now and then while nobody is near, often enough to see who comes running. */
const LOOK_EVERY = 8;
const LOOK_EVERY_IN_COMPANY = 4;
/** Distances of hips, share of the square: who could be in the person's place soon, and who nearly is. */
const NEAR = 1.5;
const BESIDE = 0.3;
/** Somebody that much smaller or larger is not taken for the person. */
const UNLIKE_SIZE = 1.8;

export const isLookDue = ({ untilLook }: Company): boolean => untilLook <= 0;

/** Square in which the detector sees who could be in the person's place soon. */
export const squareAbout = (pose: DecodedPose): Roi => uprightRoi(hipsOf(pose), 2 * NEAR * pose.next.size);

export interface Seen {
  /** Bodies found in the frame that are not the person's. */
  readonly others: readonly DecodedPose[];
  /** Whether tight squares show that somebody is beside. */
  readonly isDisturbed: boolean;
  /** Whether the tracker looked round in this frame. */
  readonly hasLooked: boolean;
  /** Whether nothing is known yet of where the person goes: a passer-by is told by that, who is beside from the start is not. */
  readonly isFirst: boolean;
}

export function companyAfter(
  before: Company,
  pose: DecodedPose,
  { others, isDisturbed, hasLooked, isFirst }: Seen,
): Company {
  const { size } = pose.next;
  const isLike = ({ next }: DecodedPose) => Math.abs(Math.log(next.size / size)) < Math.log(UNLIKE_SIZE);
  const gaps = others.filter(isLike).map((other) => distance(hipsOf(other), hipsOf(pose)) / size);
  const left = (frames: number, reach: number, memory: number): number =>
    isDisturbed || gaps.some((gap) => gap < reach) ? memory : Math.max(0, frames - 1);
  const frames = left(before.frames, NEAR, MEMORY_FRAMES);
  const pause = frames > 0 ? LOOK_EVERY_IN_COMPANY : LOOK_EVERY;
  return {
    frames,
    besideFrames:
      isFirst || before.besideFrames > 0 ? left(before.besideFrames, BESIDE, BESIDE_MEMORY_FRAMES) : 0,
    untilLook: hasLooked ? pause : Math.min(pause, before.untilLook - 1),
  };
}
