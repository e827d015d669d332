import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/Button.tsx';
import styles from './panel.module.css';

/** Instead of findings while there is nothing measured of this clip. */
export function NotAnalysed({ sessionId, isOther }: { sessionId: string; isOther: boolean }) {
  const { t } = useTranslation();
  return (
    <section className={styles.confirm}>
      <h2>{t('review.noAnalysis')}</h2>
      <p className={styles.soft}>
        {isOther && `${t('review.clipNotAnalysed')} `}
        {t('review.noAnalysisText')}
      </p>
      <ButtonLink variant="primary" icon="gauge" href={`#/sessions/${sessionId}`}>
        {t('review.toAnalysis')}
      </ButtonLink>
    </section>
  );
}
