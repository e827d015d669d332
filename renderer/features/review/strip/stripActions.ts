import type { Offer } from '../../../actions/useActions.ts';
import { REJECT_REASONS } from '../editing.ts';
import type { Strip } from './useStrip.ts';

/** What the film strip can do; its keys go over the ones that the desk has otherwise. */
export const stripActions = (strip: Strip): Offer[] => [
  { id: 'review.strip.accept', run: strip.accept },
  { id: 'review.strip.earlier', run: () => strip.shiftBy(-1) },
  { id: 'review.strip.later', run: () => strip.shiftBy(1) },
  ...REJECT_REASONS.map(
    (reason): Offer => ({ id: `review.strip.reject.${reason}`, run: () => strip.reject(reason) }),
  ),
  { id: 'review.strip.next', run: () => strip.go(1) },
  { id: 'review.strip.previous', run: () => strip.go(-1) },
  { id: 'review.strip.undo', run: strip.undo },
  { id: 'review.strip.close', run: strip.close },
];
