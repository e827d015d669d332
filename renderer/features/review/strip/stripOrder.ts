import type { ReviewEvent } from '../reviewEvents.ts';

/** Which events are walked through. */
export const STRIP_CHOICES = ['contacts', 'toeOffs', 'both'] as const;
export type StripChoice = (typeof STRIP_CHOICES)[number];

/** Keys of the events to be walked through: in order of time, those that deserve a look before all others if wanted. */
export function stripOrder(
  events: readonly ReviewEvent[],
  choice: StripChoice,
  isDoubtfulFirst: boolean,
): string[] {
  const type = { contacts: 'initial_contact', toeOffs: 'toe_off', both: undefined }[choice];
  const chosen = events.filter((event) => type === undefined || event.type === type);
  const ordered = isDoubtfulFirst
    ? [
        ...chosen.filter(({ wasDoubtful }) => wasDoubtful),
        ...chosen.filter(({ wasDoubtful }) => !wasDoubtful),
      ]
    : chosen;
  return ordered.map(({ key }) => key);
}

/**
 * The next key after one (round the end to the beginning) that waits for a decision.
 * @returns undefined when nothing waits
 */
export function nextWaiting(
  order: readonly string[],
  after: string | undefined,
  isWaiting: (key: string) => boolean,
): string | undefined {
  const at = after === undefined ? -1 : order.indexOf(after);
  return [...order.slice(at + 1), ...order.slice(0, Math.max(0, at))].find(isWaiting);
}

/** Frames of the strip: three before and after the event where it stands, moved along with it beyond. */
export const REACH_FRAMES = 3;
export function stripFrames(
  eventFrame: number,
  shift: number,
  frameCount: number,
): { readonly from: number; readonly to: number } {
  const beyond = Math.sign(shift) * Math.max(0, Math.abs(shift) - REACH_FRAMES);
  const middle = eventFrame + beyond;
  return {
    from: Math.max(0, middle - REACH_FRAMES),
    to: Math.min(frameCount - 1, middle + REACH_FRAMES),
  };
}
