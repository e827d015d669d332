import type { LoopRange } from '../../player/playhead.ts';

/** First and last frame that count; null for the whole clip. */
export type Zone = { readonly fromFrame: number; readonly toFrame: number } | null;

export type ZoneEdge = 'fromFrame' | 'toFrame';

/** The zone with another start or end. An edge set beyond the other one frees that one; a zone of all is none. */
export function withEdge(zone: Zone, edge: ZoneEdge, frame: number, lastFrame: number): Zone {
  const now = { fromFrame: 0, toFrame: lastFrame, ...zone, [edge]: frame };
  const isCrossed = now.fromFrame >= now.toFrame;
  const fromFrame = isCrossed && edge === 'toFrame' ? 0 : now.fromFrame;
  const toFrame = isCrossed && edge === 'fromFrame' ? lastFrame : now.toFrame;
  const isAll = fromFrame <= 0 && toFrame >= lastFrame;
  // An edge on the very end of the clip leaves nothing.
  return toFrame <= fromFrame || isAll ? null : { fromFrame, toFrame };
}

export const loopOfZone = (zone: Zone): LoopRange | undefined =>
  zone === null ? undefined : { from: zone.fromFrame, to: zone.toFrame };
