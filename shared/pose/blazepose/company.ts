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
  /** Frames until tight squares to the sides are looked at again. */
  readonly untilAside: number;
  /** On which side somebody has been since the start: right above 0, left below, 0 unknown. */
  readonly side: number;
}

export const NO_COMPANY: Company = { frames: 0, besideFrames: 0, untilLook: 0, untilAside: 0, side: 0 };

/** A passer-by hides a person for up to half a second: this many frames at 240 a second. */
const MEMORY_FRAMES = 120;
/** Who stays beside is seen in most frames: soon forgotten, so that one frame that was seen badly does not count for long. */
const BESIDE_MEMORY_FRAMES = 16;
/** A look costs half a frame's work: now and then while nobody is near, often enough to see who comes running. */
const LOOK_EVERY = 8;
const LOOK_EVERY_IN_COMPANY = 4;
/** A look to the sides costs two frames' work; where it showed somebody the next frame is looked at too. */
const ASIDE_EVERY = 16;
const ASIDE_EVERY_IN_COMPANY = 4;
/**
 * Tight squares to the sides of somebody who is alone show the trunk within 0.014 of the square with `full` (two drawn and four real
 * clips), within 0.019 with `lite` (one real clip); of two people whose hips are 0.1 to 0.2 apart in the picture mostly farther than this.
 */
const UNSTEADY = 0.025;
/** Distances of hips, share of the square: who could be in the person's place soon, and who nearly is. */
const NEAR = 1.5;
const BESIDE = 0.3;
/** Somebody that much smaller or larger is not taken for the person. */
const UNLIKE_SIZE = 1.8;

export const isLookDue = ({ untilLook }: Company): boolean => untilLook <= 0;
export const isAsideDue = ({ untilAside }: Company): boolean => untilAside <= 0;

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
  /** As of `unsteadiness`; undefined where the tracker did not look to the sides. */
  readonly unsteadiness: number | undefined;
  /** As of `sideOf`; undefined once it is known where the person goes. */
  readonly side: number | undefined;
}

export function companyAfter(
  before: Company,
  pose: DecodedPose,
  { others, isDisturbed, hasLooked, isFirst, unsteadiness, side }: Seen,
): Company {
  const { size } = pose.next;
  const isLike = ({ next }: DecodedPose) => Math.abs(Math.log(next.size / size)) < Math.log(UNLIKE_SIZE);
  const gaps = others.filter(isLike).map((other) => distance(hipsOf(other), hipsOf(pose)) / size);
  const isNow = (side !== undefined || before.side !== 0) && isUnsteady(unsteadiness);
  const left = (frames: number, reach: number, memory: number): number =>
    isDisturbed || isNow || gaps.some((gap) => gap < reach) ? memory : Math.max(0, frames - 1);
  const frames = left(before.frames, NEAR, MEMORY_FRAMES);
  const pause = frames > 0 ? LOOK_EVERY_IN_COMPANY : LOOK_EVERY;
  const besideFrames =
    isFirst || isNow || before.besideFrames > 0 ? left(before.besideFrames, BESIDE, BESIDE_MEMORY_FRAMES) : 0;
  return {
    frames,
    besideFrames,
    side: Math.fround(before.side + (isNow ? (side ?? 0) : 0)),
    untilAside: side === undefined ? untilAside(before, frames > 0, unsteadiness) : 0,
    untilLook: hasLooked ? pause : Math.min(pause, before.untilLook - 1),
  };
}

export const isUnsteady = (unsteadiness: number | undefined): boolean =>
  unsteadiness !== undefined && unsteadiness >= UNSTEADY;

function untilAside(before: Company, isInCompany: boolean, unsteadiness: number | undefined): number {
  if (isUnsteady(unsteadiness)) return 0;
  const pause = isInCompany ? ASIDE_EVERY_IN_COMPANY : ASIDE_EVERY;
  return unsteadiness === undefined ? Math.min(before.untilAside - 1, pause) : pause;
}
