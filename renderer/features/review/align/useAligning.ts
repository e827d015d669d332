import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Clip } from '../../../../shared/contract/clipSchemas.ts';
import type { AlignedContact } from '../../../../shared/domain/alignment.ts';
import type { Notice } from '../../../../shared/domain/analysis.ts';
import { nearestFrame } from '../../../../shared/domain/frameTable.ts';
import { useClient } from '../../../host/HostProvider.tsx';
import type { Player } from '../../../player/player.ts';
import { eventFrom, liveContacts, type ReviewEvent } from '../reviewEvents.ts';
import { alignedWith } from './alignedWith.ts';

export interface Aligning {
  readonly isOn: boolean;
  readonly toggle: () => void;
  readonly plane: 'side' | 'frontal' | undefined;
  /** The contact at hand and the frame that it is drawn on; undefined where none is, or it cannot be told. */
  readonly contact: AlignedContact | undefined;
  readonly frame: number | undefined;
  readonly isLoading: boolean;
  readonly error: unknown;
  /** Why no contact of the clip can be drawn on. */
  readonly reason: Notice | undefined;
  readonly isEmpty: boolean;
}

export interface AligningOptions {
  readonly clip: Clip;
  readonly events: readonly ReviewEvent[];
  readonly selected: ReviewEvent | undefined;
  readonly onSelect: (event: ReviewEvent) => void;
  readonly player: Player;
  /** True seconds of all frames. */
  readonly times: Float64Array;
}

/** The alignment card: it follows the selected contact, and shows mid-stance of it where it is seen from behind. */
export function useAligning({ clip, events, selected, onSelect, player, times }: AligningOptions): Aligning {
  const client = useClient();
  const [isOn, setOn] = useState(false);
  const { data, isPending, error } = useQuery({
    // Kept with the analyses: it is read anew when they are.
    queryKey: ['analysis', 'alignment', clip.id],
    queryFn: () => client.analysis.alignment({ clipId: clip.id }),
    enabled: isOn,
  });
  const contact = useMemo(
    () =>
      selected === undefined || selected.type !== 'initial_contact'
        ? undefined
        : alignedWith(data?.contacts ?? [], selected),
    [data, selected],
  );
  const frame = contact && nearestFrame(times, contact.atS);
  useEffect(() => {
    if (isOn && frame !== undefined) player.seek(frame);
  }, [isOn, frame, player]);
  return {
    ...{ isOn, contact, frame, error },
    plane: data?.plane ?? undefined,
    isLoading: isOn && isPending,
    reason: data?.reason ?? undefined,
    isEmpty: data?.contacts.length === 0,
    toggle() {
      if (!isOn && selected?.type !== 'initial_contact') {
        const now = player.store.getState().frame;
        const nearest = eventFrom(events, now + 1, -1) ?? liveContacts(events)[0];
        if (nearest !== undefined) onSelect(nearest);
      }
      setOn(!isOn);
    },
  };
}
