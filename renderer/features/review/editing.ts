import type { EventEdit, EventType, Side } from '../../../shared/domain/analysis.ts';
import type { ReviewEvent } from './reviewEvents.ts';

/** How the host finds the event again: where it was found, or where an added one stands. */
const anchorOf = ({ auto, timeS }: ReviewEvent): number => auto?.timeS ?? timeS;

const editOf = (clip: string, { side, type }: ReviewEvent) => ({ clip, side, type, reason: null });

export const acceptEdit = (clip: string, event: ReviewEvent): EventEdit => ({
  ...editOf(clip, event),
  op: 'accept',
  auto_time_s: anchorOf(event),
  time_s: null,
});

/** @param timeS true seconds of the frame that it shall stand on */
export const moveEdit = (clip: string, event: ReviewEvent, timeS: number): EventEdit => ({
  ...editOf(clip, event),
  op: 'move',
  auto_time_s: anchorOf(event),
  time_s: timeS,
});

export const rejectEdit = (clip: string, event: ReviewEvent): EventEdit => ({
  ...editOf(clip, event),
  op: 'reject',
  auto_time_s: anchorOf(event),
  time_s: null,
});

export const addEdit = (clip: string, side: Side, type: EventType, timeS: number): EventEdit => ({
  clip,
  side,
  type,
  op: 'add',
  auto_time_s: null,
  time_s: timeS,
  reason: null,
});

/** "auto 412 → coach 410": where it was found and what a coach made of it. */
export function provenanceText({ state, auto, frame }: ReviewEvent): string {
  switch (state) {
    case 'auto':
      return `auto ${frame}`;
    case 'accepted':
      return `auto ${frame}, accepted`;
    case 'moved':
      return `auto ${auto?.frame ?? frame} → coach ${frame}`;
    case 'added':
      return `coach ${frame}`;
    case 'rejected':
      return auto === undefined ? `coach ${frame}, rejected` : `auto ${auto.frame}, rejected`;
  }
}
