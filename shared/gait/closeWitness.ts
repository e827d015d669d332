import type { GaitEvent, Side } from '../domain/analysis.ts';
import { SIDES } from '../pose/keypoints.ts';
import { closeFoot, type FootOffset, medianOffset } from './closeFoot.ts';
import type { Contact } from './legEvents.ts';
import type { PreparedClip } from './preparedClip.ts';
import type { Signals } from './signals.ts';

/**
 * A foot that the larger network sees further than this from where the first one has it, leg lengths (about 5 cm), once the usual
 * distance between the two is taken away. On synthetic runners that are 9 % of contacts at 120 frames/s. Their instants are as exact
 * as the others' (median error 1 ms either way), since the whole clip places them: it is the picture that deserves a look.
 */
const APART = 0.06;

/** Contacts (true seconds) of which the close look sees the foot elsewhere. Nothing is moved by it. */
export function contactsSeenElsewhere(
  prepared: PreparedClip,
  runs: readonly Signals[],
  contacts: readonly Contact[],
  forward: 1 | -1,
): Record<Side, number[]> {
  const of = (side: Side): number[] => {
    const looked = runs.flatMap((signals) => {
      const foot = closeFoot(prepared, signals, side, forward);
      const end = signals.start + (signals.length - 1) / 1000;
      return contacts.flatMap((contact) => {
        const time = contact.initialContact;
        if (!foot || contact.side !== side || time < signals.start || time > end) return [];
        return foot.hasLooked(time) ? [{ time, offset: foot.offset(time) }] : [];
      });
    });
    const usual = medianOffset(looked.flatMap(({ offset }) => (offset ? [offset] : [])));
    return looked.filter(({ offset }) => !offset || distance(offset, usual) > APART).map(({ time }) => time);
  };
  const [L, R] = SIDES.map(of);
  return { L: L ?? [], R: R ?? [] };
}

/** Of heel or toe, whichever is further. */
const distance = (a: FootOffset, b: FootOffset): number =>
  Math.max(Math.hypot(a[0] - b[0], a[1] - b[1]), Math.hypot(a[2] - b[2], a[3] - b[3]));

/** The events with a doubt on those contacts. */
export const lightSeenElsewhere = (
  events: readonly GaitEvent[],
  elsewhere: Readonly<Record<Side, readonly number[]>>,
): GaitEvent[] =>
  events.map((event) =>
    event.type === 'initial_contact' && elsewhere[event.side].includes(event.time_s)
      ? { ...event, doubts: [...event.doubts, 'networks_apart' as const] }
      : event,
  );
