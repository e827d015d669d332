import { useState } from 'react';
import { withEdge, type Zone, type ZoneEdge } from './zone.ts';

export interface ZoneEditing {
  readonly zone: Zone;
  /** @param frame on which the zone starts or ends */
  readonly setEdge: (edge: ZoneEdge, frame: number) => void;
  readonly clear: () => void;
}

/** The working zone of the clip on show, for as long as it is open. */
export function useZone(lastFrame: number): ZoneEditing {
  const [zone, setZone] = useState<Zone>(null);
  return {
    zone,
    setEdge: (edge, frame) => setZone(withEdge(zone, edge, frame, lastFrame)),
    clear: () => setZone(null),
  };
}
