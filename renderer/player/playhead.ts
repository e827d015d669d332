/** Part of a clip to be repeated: frame indices, both included. */
export interface LoopRange {
  readonly from: number;
  readonly to: number;
}

export interface PlayheadMove {
  /** True seconds of the playhead. */
  readonly position: number;
  /** Frame on show at that time. */
  readonly frame: number;
  readonly hasEnded: boolean;
}

/** Last frame whose time is not after `time`; 0 before the first. */
export function frameAt(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((times[middle] ?? 0) <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Moves the playhead on by `trueSeconds` (negative in reverse), round the loop where there is one.
 * @param times true seconds of all frames, increasing
 */
export function movePlayhead(
  times: Float64Array,
  position: number,
  trueSeconds: number,
  loop: LoopRange | undefined,
): PlayheadMove {
  const last = times.length - 1;
  const from = Math.max(0, Math.min(loop?.from ?? 0, last));
  const to = Math.max(from, Math.min(loop?.to ?? last, last));
  const start = times[from] ?? 0;
  const end = times[to] ?? 0;
  const next = position + trueSeconds;
  const isOut = trueSeconds >= 0 ? next > end : next < start;
  if (!isOut) return { position: next, frame: frameAt(times, next + 1e-9), hasEnded: false };
  if (loop !== undefined && to > from) {
    const back = trueSeconds >= 0 ? start : end;
    return { position: back, frame: trueSeconds >= 0 ? from : to, hasEnded: false };
  }
  return trueSeconds >= 0
    ? { position: end, frame: to, hasEnded: true }
    : { position: start, frame: from, hasEnded: true };
}
