import { median } from '../../shared/math/statistics.ts';

/** A step back by more is a clock that began anew, not pictures out of order, s. */
const BACK_S = 0.25;
/** ffmpeg holds a clock that goes back at the time it had: so many more pictures of one time are no pictures out of order. */
const HELD = 6;

/** The usual time between two pictures, s; 0 for one picture. */
export function usualGap(times: Float64Array): number {
  const gaps = Array.from(times.subarray(1), (time, i) => time - (times[i] ?? 0)).filter((gap) => gap > 0);
  return median(gaps) ?? 0;
}

/** Whether the file's clock began anew somewhere, as in files that were joined. @param times as ffmpeg writes them, s */
export const isHeld = (times: Float64Array): boolean =>
  times.some((time, i) => i >= HELD && time === times[i - HELD]);

/**
 * A clock that goes on where the file's own begins anew, as an expression for ffmpeg's `setpts`: the first picture after it
 * follows the one before by the usual gap.
 * @param gap_s usual gap of the pictures
 */
export function clockExpression(gap_s: number): string {
  const step = `if(lt(T,PREV_INT-${BACK_S}),${gap_s.toFixed(6)}/TB,PTS-PREV_INPTS)`;
  return `setpts='if(eq(N,0),PTS,PREV_OUTPTS+${step})'`;
}
