import type { TFunction } from 'i18next';
import type { Action } from '../../../actions/actionStore.ts';
import { REJECT_REASONS } from '../editing.ts';
import type { Strip } from './useStrip.ts';

/** Keys of the film strip; they go over the ones that the desk has otherwise. */
export function stripActions(strip: Strip, t: TFunction): Action[] {
  const action = (name: string, label: string, shortcut: string, run: () => void): Action => ({
    id: `review.strip.${name}`,
    label,
    shortcut,
    run,
  });
  return [
    action('accept', t('review.strip.acceptNext'), 'a', strip.accept),
    action('earlier', t('review.strip.earlier'), 'ArrowLeft', () => strip.shiftBy(-1)),
    action('later', t('review.strip.later'), 'ArrowRight', () => strip.shiftBy(1)),
    ...REJECT_REASONS.map((reason, i) =>
      action(
        `reject.${reason}`,
        t('review.strip.rejectFor', { reason: t(`review.reasons.${reason}`) }),
        i === 0 ? 'x' : String(i + 1),
        () => strip.reject(reason),
      ),
    ),
    action('next', t('review.strip.next'), ']', () => strip.go(1)),
    action('previous', t('review.strip.previous'), '[', () => strip.go(-1)),
    action('undo', t('review.undo'), 'Ctrl+z', strip.undo),
    action('close', t('review.strip.close'), 'Escape', strip.close),
  ];
}
