import {
  type FileSeconds,
  type FrameIndex,
  fileSeconds,
  frameIndex,
  type Seconds,
  seconds,
} from './units.ts';

/**
 * Presentation times of every frame of a clip, in display order. The only truth about time: nothing multiplies a frame
 * number by a rate.
 */
export interface FrameTable {
  /** Presentation timestamp of the first frame on the file's own clock, seconds. */
  readonly firstPts: number;
  /** Seconds on the file's clock since the first frame; strictly increasing, starts with 0. */
  readonly times: Float64Array;
}

/** Median frame interval as a rate, frames per file second; undefined for fewer than two frames. */
export function containerFps(table: FrameTable): number | undefined {
  const gaps = frameGaps(table).sort((a, b) => a - b);
  const median = gaps[Math.floor(gaps.length / 2)];
  return median === undefined || median <= 0 ? undefined : 1 / median;
}

/** Share (0-1) of intervals that differ from the median interval by more than 10 %. */
export function irregularShare(table: FrameTable): number {
  const gaps = frameGaps(table);
  const median = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
  if (median === undefined || median <= 0) return 0;
  return gaps.filter((gap) => Math.abs(gap - median) > 0.1 * median).length / gaps.length;
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

function frameGaps(table: FrameTable): number[] {
  return Array.from(table.times.subarray(1), (time, i) => time - (table.times[i] ?? 0));
}
