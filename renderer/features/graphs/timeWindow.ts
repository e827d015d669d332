import type { Range } from '../../charts/chartMaths.ts';

/** How much of the clip is shown at once, true seconds; the whole of it where undefined. */
export const WINDOWS = { all: undefined, s4: 4, s2: 2, s1: 1 } as const;
export type WindowChoice = keyof typeof WINDOWS;

/** A cursor nearer than this share to an edge turns the page. */
const EDGE_SHARE = 0.02;

/**
 * The stretch to be shown: the one at hand as long as the cursor is in it, else a new one that begins a quarter before it, so that
 * what came just before is still seen.
 */
export function windowAt(
  current: Range,
  widthS: number | undefined,
  durationS: number,
  cursorS: number,
): Range {
  if (widthS === undefined || widthS >= durationS) return [0, durationS];
  const [from, to] = current;
  const edge = EDGE_SHARE * widthS;
  const isSameWidth = Math.abs(to - from - widthS) < 1e-6;
  if (isSameWidth && cursorS >= from && cursorS <= to - (to < durationS ? edge : 0)) return current;
  const start = Math.min(Math.max(0, cursorS - widthS / 4), durationS - widthS);
  return [start, start + widthS];
}
