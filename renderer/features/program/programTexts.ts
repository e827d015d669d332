import type { TFunction } from 'i18next';
import type { Dose } from '../../../shared/domain/plan.ts';

/** "3 × 30 s each side" */
export function doseText(t: TFunction, { sets, amount, unit, per_side: isPerSide }: Dose): string {
  const dose = `${sets} × ${amount}${t(`program.unitShort.${unit}`)}`;
  return isPerSide ? t('program.eachSide', { dose }) : dose;
}

/** The word of a side as it stands alone; empty without one. */
export const sideText = (t: TFunction, side: 'L' | 'R' | null): string =>
  side === null ? '' : t(side === 'L' ? 'program.left' : 'program.right');

export const SIDES = ['L', 'R'] as const;
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
