import type { AlignedContact } from '../../../../shared/domain/alignment.ts';
import type { ReviewEvent } from '../reviewEvents.ts';

/** A contact of the timeline and one that was read are the same within this time, s, as an edit means its event. */
const SAME_S = 0.06;

/** What was read of a contact of the timeline: the nearest of the same foot. */
export function alignedWith<Read extends Pick<AlignedContact, 'side' | 'contactS'>>(
  contacts: readonly Read[],
  { side, timeS }: Pick<ReviewEvent, 'side' | 'timeS'>,
): Read | undefined {
  const away = ({ contactS }: Read) => Math.abs(contactS - timeS);
  return contacts
    .filter((contact) => contact.side === side && away(contact) <= SAME_S)
    .sort((a, b) => away(a) - away(b))[0];
}
