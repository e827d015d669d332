import type { TFunction } from 'i18next';
import type { SessionHistory } from '../../../shared/contract/compareApi.ts';
import { metricName } from '../../../shared/text/metricTexts.ts';
import { inSentence } from '../../../shared/text/sentence.ts';
import { dateText } from '../../ui/dates.ts';
import { measureText, SPEED, type UnitSystem } from '../../ui/measures.ts';

/** "22 Nov 2026 · 11.0 km/h · treadmill · Blue racer" */
export function sessionText(t: TFunction, { date, setup }: SessionHistory, units: UnitSystem): string {
  const speed =
    setup.speedMps === null ? t('compare.progress.speedUnknown') : measureText(SPEED[units], setup.speedMps);
  const surface = setup.surface === 'unknown' ? undefined : inSentence(t(`surfaces.${setup.surface}`));
  return [dateText(date), speed, surface, setup.shoe].filter(Boolean).join(' · ');
}

/** "side 240, behind 120 frames/s" */
export const shotsText = (t: TFunction, { setup }: SessionHistory): string =>
  t('compare.facts', {
    fps: setup.shots
      .map(({ view, captureFps }) => `${t(`compare.progress.views.${view}`)} ${Math.round(captureFps)}`)
      .join(', '),
  });

/** "Contact time, left" */
export const metricTitle = (t: TFunction, id: string, side: 'L' | 'R' | null): string =>
  side === null ? metricName(id) : `${metricName(id)}, ${t(`compare.sides.${side}`).toLocaleLowerCase()}`;
