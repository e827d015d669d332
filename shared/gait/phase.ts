import type { Side, Stride } from '../domain/analysis.ts';
import { nearestFrame } from '../domain/frameTable.ts';

/** Contacts of one foot in order of time, true seconds: between two of them lies one gait cycle. */
export function contactTimes(strides: readonly Stride[], clip: string, side: Side): number[] {
  return strides
    .filter((stride) => stride.clip === clip && stride.side === side)
    .map((stride) => stride.initial_contact_s)
    .sort((a, b) => a - b);
}

/**
 * Where in its cycles a foot is: 3.25 is a quarter of the way from its contact no. 3 to no. 4. Undefined before the first and
 * after the last contact, where there is no cycle.
 */
export function phaseAt(contacts: readonly number[], time: number): number | undefined {
  const last = contacts.length - 1;
  if (last >= 0 && time === contacts[last]) return last;
  const k = contacts.findLastIndex((contact) => contact <= time);
  const from = contacts[k];
  const to = contacts[k + 1];
  if (from === undefined || to === undefined) return undefined;
  return k + (time - from) / (to - from);
}

/**
 * Whole percent of the stride that a frame shows; undefined outside of all strides. The frame nearest to a contact shows the contact,
 * on whichever side of it the camera took it.
 * @param times of the frames, true seconds
 */
export function percentAtFrame(
  contacts: readonly number[],
  times: Float64Array,
  frame: number,
): number | undefined {
  if (contacts.some((contact) => nearestFrame(times, contact) === frame)) return 0;
  const phase = phaseAt(contacts, times[frame] ?? 0);
  return phase === undefined ? undefined : Math.round(100 * (phase - Math.floor(phase))) % 100;
}

/** The time of a phase; undefined where the clip has no such cycle. */
export function timeAtPhase(contacts: readonly number[], phase: number): number | undefined {
  const k = Math.floor(phase);
  const from = contacts[k];
  const to = contacts[k + 1];
  if (from === undefined) return undefined;
  if (to === undefined) return phase === k ? from : undefined;
  return from + (phase - k) * (to - from);
}

/** Index of the contact nearest to a time; undefined without contacts. */
export function nearestContact(contacts: readonly number[], time: number): number | undefined {
  let best: number | undefined;
  contacts.forEach((contact, i) => {
    if (best === undefined || Math.abs(contact - time) < Math.abs((contacts[best] ?? 0) - time)) best = i;
  });
  return best;
}

/** Two clips of which one contact each is the same moment. */
export interface SyncPair {
  /** `time`: both run in true time. `phase`: both are at the same share of their cycles. */
  readonly mode: 'time' | 'phase';
  readonly first: { readonly contacts: readonly number[]; readonly anchor: number };
  readonly second: { readonly contacts: readonly number[]; readonly anchor: number };
}

/** True seconds of the second clip that belong to a time of the first; undefined where it has none. */
export function otherTime({ mode, first, second }: SyncPair, time: number): number | undefined {
  const [from, to] = [first.contacts[first.anchor], second.contacts[second.anchor]];
  if (from === undefined || to === undefined) return undefined;
  if (mode === 'time') return time - from + to;
  const phase = phaseAt(first.contacts, time);
  return phase === undefined ? undefined : timeAtPhase(second.contacts, phase - first.anchor + second.anchor);
}
