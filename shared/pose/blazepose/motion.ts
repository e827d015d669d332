import type { Point } from './roi.ts';

/** Where a person is going: a straight line through the recent squares. Image pixels, pixels per frame. */
export interface Motion extends Point {
  readonly vx: number;
  readonly vy: number;
  /** Frames the line rests on, counted up to its memory. */
  readonly frames: number;
  /** Frames still to be seen on the line until it is trusted again after a gap or a jump; 0 for trusted. */
  readonly doubt: number;
}

/** From so many frames on, the line says where the person must be. */
const KNOWN_FRAMES = 8;
/** Frames the line looks back; longer while in doubt, so that a passer-by cannot turn it while both are in one place. */
const MEMORY_FRAMES = 20;
const MEMORY_IN_DOUBT = 40;
const DOUBT_FRAMES = 30;
/** A runner bounces up and down, a passer-by comes from the side. */
const VERTICAL_WEIGHT = 0.5;

export const isKnown = (motion: Motion | undefined): motion is Motion =>
  motion !== undefined && motion.frames >= KNOWN_FRAMES;

/**
 * Motion after a frame with the person at `seen`: the least-squares line, then one that forgets. Rounded to single precision,
 * as it is stored with a chunk. Source: growing-memory filter, Brookner, Tracking and Kalman Filtering Made Easy, 1998.
 */
export function motionAfter(before: Motion | undefined, seen: Point): Motion {
  if (before === undefined) return { x: seen.x, y: seen.y, vx: 0, vy: 0, frames: 1, doubt: 0 };
  const memory = before.doubt > 0 ? MEMORY_IN_DOUBT : MEMORY_FRAMES;
  const n = before.frames < MEMORY_FRAMES ? before.frames + 1 : memory;
  const alpha = (2 * (2 * n - 1)) / (n * (n + 1));
  const beta = 6 / (n * (n + 1));
  const next = predicted(before);
  const dx = seen.x - next.x;
  const dy = seen.y - next.y;
  return {
    x: Math.fround(next.x + alpha * dx),
    y: Math.fround(next.y + alpha * dy),
    vx: Math.fround(before.vx + beta * dx),
    vy: Math.fround(before.vy + beta * dy),
    frames: Math.min(n, MEMORY_FRAMES),
    doubt: Math.max(0, before.doubt - 1),
  };
}

/** Motion after a frame without the person: on along the line. */
export const motionUnseen = (before: Motion): Motion => ({
  ...{ ...before, ...predicted(before) },
  doubt: DOUBT_FRAMES,
});

/** The same line, and not to be trusted: somebody is in the same place. */
export const motionInDoubt = (motion: Motion): Motion => ({ ...motion, doubt: Math.max(1, motion.doubt) });

/** Place in the next frame. */
export const predicted = ({ x, y, vx, vy }: Motion): Point => ({
  x: Math.fround(x + vx),
  y: Math.fround(y + vy),
});

/** How far off the line a place in the next frame is, pixels. */
export function offLine(motion: Motion, seen: Point): number {
  const next = predicted(motion);
  return Math.hypot(seen.x - next.x, VERTICAL_WEIGHT * (seen.y - next.y));
}
