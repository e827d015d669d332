import {
  type FileSeconds,
  type FrameIndex,
  fileSeconds,
  frameIndex,
  type Seconds,
  seconds,
} from './units.ts';

/** No clip of a run is longer (more than four hours at 120 frames/s); what names more frames is damaged or no clip of one. */
export const MOST_FRAMES = 2_000_000;
/** No time in a clip is further from 0, s: clocks of files begin anywhere, but not years away. */
export const MOST_SECONDS = 1e8;

/**
 * Times of every frame of a clip, in display order. The only truth about time: nothing multiplies a frame number by a rate.
 */
export interface FrameTable {
  /** Timestamp of the first frame on the clock that `times` follow, seconds. */
  readonly firstPts: number;
  /**
   * Seconds since the first frame; strictly increasing, starts with 0. The file's presentation clock, or, where its edit
   * list stretches time, the clock of the media themselves: that one ran while the camera took the pictures.
   */
  readonly times: Float64Array;
  /** Seconds since the first frame as a player shows them; only where the edit list stretches time. */
  readonly presentationTimes?: Float64Array;
}

/**
 * Rate of the regular intervals, frames per second of the table's clock; undefined for fewer than two frames. Their mean,
 * not their median: 240 frames/s in a container of whole milliseconds are intervals of 4 and 5 ms.
 */
export function containerFps(table: FrameTable): number | undefined {
  const gaps = frameGaps(table);
  const usual = usualGap(gaps);
  if (usual === undefined) return undefined;
  const tolerance = toleranceOf(table, usual);
  const regular = gaps.filter((gap) => Math.abs(gap - usual) <= tolerance);
  return regular.length / regular.reduce((sum, gap) => sum + gap, 0);
}

/** Share (0-1) of intervals that differ from the usual interval by more than 10 % and the container's rounding. */
export function irregularShare(table: FrameTable): number {
  const gaps = frameGaps(table);
  const usual = usualGap(gaps);
  if (usual === undefined) return 0;
  const tolerance = toleranceOf(table, usual);
  return gaps.filter((gap) => Math.abs(gap - usual) > tolerance).length / gaps.length;
}

/** True seconds of each frame: file seconds divided by the slow-motion factor (capture rate / container rate). */
export function trueTimes(table: FrameTable, timeScale: number): Float64Array {
  if (!(timeScale > 0)) throw new RangeError(`invalid timeScale: ${timeScale}`);
  return table.times.map((time) => time / timeScale);
}

/** Index of the frame whose time is nearest to `time`; times must be increasing and not empty. */
export function nearestFrame(times: ArrayLike<number>, time: number): FrameIndex {
  let low = 0;
  let high = times.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= time) low = middle;
    else high = middle;
  }
  const before = Math.abs((times[low] ?? 0) - time);
  const after = Math.abs((times[high] ?? 0) - time);
  return frameIndex(after < before ? high : low);
}

export const trueFromFile = (time: FileSeconds, timeScale: number): Seconds => seconds(time / timeScale);
export const fileFromTrue = (time: Seconds, timeScale: number): FileSeconds => fileSeconds(time * timeScale);

/** Intervals between neighbours, seconds: entry i lies between frames i and i + 1. */
export function frameGaps({ times }: FrameTable): number[] {
  return Array.from(times.subarray(1), (time, i) => time - (times[i] ?? 0));
}

/** Median interval; undefined without one that is positive. */
export function usualGap(gaps: readonly number[]): number | undefined {
  const median = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
  return median === undefined || median <= 0 ? undefined : median;
}

/** How far an interval may be from the usual one, seconds: 10 %, or the rounding of a container of whole milliseconds. */
export function toleranceOf({ firstPts, times }: FrameTable, usual: number): number {
  const isWhole = times.every((time) => Math.abs(roundingError((firstPts + time) * 1000)) < 1e-4);
  return Math.max(0.1 * usual, isWhole ? 0.001 + 1e-6 : 0);
}

const roundingError = (value: number): number => value - Math.round(value);
