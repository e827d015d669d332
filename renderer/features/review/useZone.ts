import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { withEdge, type Zone, type ZoneEdge } from './zone.ts';

/** Dragging changes the zone at every movement; it is stored once it rests this long, ms. */
const REST_MS = 400;

export interface ZoneEditing {
  readonly zone: Zone;
  /** @param frame on which the zone starts or ends */
  readonly setEdge: (edge: ZoneEdge, frame: number) => void;
  readonly clear: () => void;
  /** Why the zone could not be stored. */
  readonly problem: unknown;
}

/** The working zone of a clip; a change is stored by itself. */
export function useZone({ id, zone: stored, frameCount }: Clip): ZoneEditing {
  const client = useClient();
  const cache = useQueryClient();
  /** What the coach changed since; absent once it is stored. */
  const [draft, setDraft] = useState<{ readonly zone: Zone }>();
  const [problem, setProblem] = useState<unknown>();
  const zone = draft === undefined ? stored : draft.zone;
  useEffect(() => {
    if (draft === undefined) return;
    const timer = setTimeout(() => {
      client.clips
        .update({ id, patch: { zone: draft.zone } })
        .then((clip) => cache.setQueryData(queries.clip(client, id).queryKey, clip))
        .catch(setProblem)
        .finally(() => setDraft((now) => (now === draft ? undefined : now)));
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [draft, client, cache, id]);
  const change = (changed: Zone): void => {
    setProblem(undefined);
    setDraft({ zone: changed });
  };
  return {
    zone,
    setEdge: (edge, frame) => change(withEdge(zone, edge, frame, frameCount - 1)),
    clear: () => change(null),
    problem,
  };
}
