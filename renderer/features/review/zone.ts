import { nearestFrame } from '../../../shared/domain/frameTable.ts';
import type { LoopRange } from '../../player/playhead.ts';

/** The part of a clip that counts, true seconds; null for all of it. */
export type Zone = { readonly from: number; readonly to: number } | null;

/** The zone with another start or end. An edge set beyond the other one frees that one; a zone of all is none. */
export function withEdge(zone: Zone, edge: 'from' | 'to', timeS: number, endS: number): Zone {
  const now = { from: 0, to: endS, ...zone, [edge]: timeS };
  const from = edge === 'to' && now.from >= now.to ? 0 : now.from;
  const to = edge === 'from' && now.to <= now.from ? endS : now.to;
  // A zone has at least one frame interval: an edge on the very end of the clip is no zone.
  return to <= from || (from <= 0 && to >= endS) ? null : { from, to };
}

/** First and last frame of the zone. */
export const framesOfZone = (zone: Zone, times: Float64Array): LoopRange | undefined =>
  zone === null ? undefined : { from: nearestFrame(times, zone.from), to: nearestFrame(times, zone.to) };
