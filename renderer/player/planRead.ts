/** Frames to decode next, both ends included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface ReadSituation {
  /** Frame that is shown or wanted. */
  readonly target: number;
  /** Where the coach is going. */
  readonly direction: 1 | -1;
  readonly frameCount: number;
  readonly readAhead: number;
  readonly has: (index: number) => boolean;
}

/**
 * What to decode next: the wanted frame with those that come after it in the stepping direction, then the gaps ahead.
 * Backwards, it is the wanted frame alone, then a whole stretch before it at once, because video decodes forwards only. Undefined when nothing is missing.
 */
export function planRead(situation: ReadSituation): Span | undefined {
  const { target, direction, frameCount, readAhead, has } = situation;
  const last = frameCount - 1;
  if (direction === 1) {
    const to = Math.min(last, target + readAhead);
    for (let index = target; index <= to; index++) {
      if (!has(index)) return { from: index, to: firstHeld(index, to, has) };
    }
    return undefined;
  }
  // Half of the stretch may run out before the next one is fetched: fetching one frame at a time would decode the
  // same group of pictures again for each of them.
  const nearest = Math.max(0, target - Math.floor(readAhead / 2));
  for (let index = target; index >= nearest; index--) {
    if (has(index)) continue;
    // Nobody waits for a stretch before the picture that is asked for.
    return { from: index === target ? index : Math.max(0, index - readAhead + 1), to: index };
  }
  return undefined;
}

function firstHeld(from: number, to: number, has: (index: number) => boolean): number {
  for (let index = from; index < to; index++) if (has(index + 1)) return index;
  return to;
}
