import type { TFunction } from 'i18next';
import { EXCLUDE_REASONS, REJECT_REASONS } from './editing.ts';

/** Reasons are stored as codes where the app offers them, and as the coach's words where not. */
const wordsOf = (reason: string, t: TFunction): string => {
  const known = [...REJECT_REASONS, ...EXCLUDE_REASONS].find((one) => one === reason);
  return known === undefined ? reason : t(`review.reasons.${known}`);
};

export const rejectedText = (reason: string, t: TFunction): string => wordsOf(reason, t);

export const excludedText = (reason: string, t: TFunction): string =>
  reason === '' ? t('review.stride.isOut') : t('review.stride.isOutFor', { reason: wordsOf(reason, t) });
