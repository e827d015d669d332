import type { EventEdit, EventType, Side, StrideEdit } from '../../../shared/domain/analysis.ts';
import { either } from '../../../shared/domain/language.ts';
import type { ReviewEvent } from './reviewEvents.ts';

/** Where it was found, or where an added one stands: what the edit means should the id be unknown. */
const anchorOf = ({ auto, timeS }: ReviewEvent): number => auto?.timeS ?? timeS;

const editOf = (clip: string, { key, side, type }: ReviewEvent) => ({
  clip,
  side,
  type,
  event: key,
  reason: null,
});

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

/** Why an event is rejected; the words are in the catalogue. */
export const REJECT_REASONS = ['not_there', 'foot_hidden', 'other_foot', 'not_running'] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

export const rejectEdit = (
  clip: string,
  event: ReviewEvent,
  reason: RejectReason = 'not_there',
): EventEdit => ({
  ...editOf(clip, event),
  op: 'reject',
  auto_time_s: anchorOf(event),
  time_s: null,
  reason,
});

/** Why a stride is taken out; any other words may stand in their place. */
export const EXCLUDE_REASONS = ['stumble', 'speed_change', 'looked_aside', 'hidden'] as const;

/** Takes the stride that a contact begins out of the numbers, or back in without a reason. */
export const strideEdit = (clip: string, contact: ReviewEvent, reason: string | undefined): StrideEdit => ({
  clip,
  side: contact.side,
  op: reason === undefined ? 'include' : 'exclude',
  event: contact.key,
  contact_time_s: anchorOf(contact),
  reason: reason ?? null,
});

export const addEdit = (clip: string, side: Side, type: EventType, timeS: number): EventEdit => ({
  clip,
  side,
  type,
  op: 'add',
  // The host gives it one.
  event: null,
  auto_time_s: null,
  time_s: timeS,
  reason: null,
});

/** "auto 412 → coach 410": where it was found and what a coach made of it. */
export function provenanceText({ state, auto, frame }: ReviewEvent): string {
  switch (state) {
    case 'auto':
      return autoAt(frame);
    case 'accepted':
      return `${autoAt(frame)}, ${either('accepted', 'bestätigt')}`;
    case 'moved':
      return `${autoAt(auto?.frame ?? frame)} → ${coachAt(frame)}`;
    case 'added':
      return coachAt(frame);
    case 'rejected':
      return `${auto === undefined ? coachAt(frame) : autoAt(auto.frame)}, ${either('rejected', 'verworfen')}`;
  }
}

const autoAt = (frame: number): string => `${either('auto', 'auto')} ${frame}`;
const coachAt = (frame: number): string => `${either('coach', 'Trainer')} ${frame}`;
