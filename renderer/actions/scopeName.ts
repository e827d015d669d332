import type { TFunction } from 'i18next';
import type { Scope } from './catalogue.ts';

/** "Film strip" for the part that its actions belong to. */
export function scopeName(scope: Scope, t: TFunction): string {
  if (scope === 'review.strip') return t('actions.scopes.strip');
  if (scope === 'review.correct') return t('actions.scopes.correct');
  if (scope === 'review.draw') return t('actions.scopes.draw');
  return t(`actions.scopes.${scope}`);
}
