import { useTranslation } from 'react-i18next';
import { Spinner } from '../../ui/Spinner.tsx';
import styles from './tools.module.css';

/** Says that the numbers are being worked out again. */
export function MeasuringSign({
  isMeasuring,
  isSmall = false,
}: {
  readonly isMeasuring: boolean;
  /** Without words beside the ring, where there is little room. */
  readonly isSmall?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <output className={isSmall ? styles.ring : styles.speed}>
      {isMeasuring && (isSmall ? <Spinner size={14} /> : <Spinner size={14} label={t('review.measuring')} />)}
      {isMeasuring && isSmall && <span className="visuallyHidden">{t('review.measuring')}</span>}
    </output>
  );
}
