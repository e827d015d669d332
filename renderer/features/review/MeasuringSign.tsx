import { useTranslation } from 'react-i18next';
import { Spinner } from '../../ui/Spinner.tsx';
import styles from './tools.module.css';

/** Says that the numbers are being worked out again. */
export function MeasuringSign({ isMeasuring }: { isMeasuring: boolean }) {
  const { t } = useTranslation();
  return (
    <output className={styles.speed}>
      {isMeasuring && <Spinner size={14} label={t('review.measuring')} />}
    </output>
  );
}
