import type { TFunction } from 'i18next';
import type { Criterion } from '../../../shared/program/gates.ts';
import { CRITERION_TEXTS } from '../../../shared/text/planTexts.ts';
import { sideText } from './programTexts.ts';

/** "Left: Stand on one leg for 30 seconds or more" */
export function criterionText(t: TFunction, { id, side }: Pick<Criterion, 'id' | 'side'>): string {
  const text = CRITERION_TEXTS[id] ?? id;
  return side === null ? text : `${sideText(t, side)}: ${text}`;
}

/** What keeps a gate shut, with the word for whether it failed or was never looked at. */
export const openCriteria = (t: TFunction, criteria: readonly Criterion[]): string[] =>
  criteria
    .filter(({ met }) => met !== true)
    .map(
      (one) =>
        `${criterionText(t, one)} (${t(one.met === null ? 'program.notMeasured' : 'program.notMet').toLocaleLowerCase()})`,
    );
