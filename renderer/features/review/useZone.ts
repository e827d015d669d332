import { useState } from 'react';
import { withEdge, type Zone } from './zone.ts';

export interface ZoneEditing {
  readonly zone: Zone;
  /** @param frame on which the zone starts or ends */
  readonly setEdge: (edge: 'from' | 'to', frame: number) => void;
  readonly clear: () => void;
}

/** The working zone of the clip on show, for as long as it is open. */
export function useZone(times: Float64Array): ZoneEditing {
  const [zone, setZone] = useState<Zone>(null);
  return {
    zone,
    setEdge: (edge, frame) => setZone(withEdge(zone, edge, times[frame] ?? 0, times.at(-1) ?? 0)),
    clear: () => setZone(null),
  };
}
