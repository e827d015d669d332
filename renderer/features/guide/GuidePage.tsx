import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FIXED } from '../../../shared/text/fixedTexts.ts';
import { guide } from '../../i18n/locales/guide.ts';
import { Button } from '../../ui/Button.tsx';
import { Page } from '../../ui/Page.tsx';
import { PictureDrawing, RearDrawing, SideDrawing } from './GuideDrawings.tsx';
import styles from './guide.module.css';

type Part = 'side' | 'rear' | 'picture' | 'settings' | 'run';

const DRAWINGS: Partial<Record<Part, ReactNode>> = {
  side: <SideDrawing />,
  rear: <RearDrawing />,
  picture: <PictureDrawing />,
};
const PARTS: readonly Part[] = ['side', 'rear', 'picture', 'settings', 'run'];

/** Where to put the phone and how to set it: one page on the screen and on paper. */
export function GuidePage() {
  const { t } = useTranslation();
  return (
    <Page
      title={t('guide.title')}
      lead={t('guide.lead')}
      back={{ href: '#/', label: t('guide.library') }}
      actions={<Button onClick={() => window.print()}>{t('guide.print')}</Button>}
    >
      <div className={styles.parts}>
        {PARTS.map((part) => (
          <section key={part} className={styles.part}>
            <h2>{t(`guide.${part}.title`)}</h2>
            {DRAWINGS[part]}
            <ul>
              {guide[part].points.map((_, i) => (
                <li key={guide[part].points[i]}>{t(`guide.${part}.points`, { returnObjects: true })[i]}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className={styles.paperFooter}>{FIXED.footer}</p>
    </Page>
  );
}
