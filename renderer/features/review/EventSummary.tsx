import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon.tsx';
import { provenanceText } from './editing.ts';
import { excludedText, rejectedText } from './reasonTexts.ts';
import type { ReviewEvent } from './reviewEvents.ts';
import styles from './tools.module.css';

/** An event in words: which, where from, how sure, and what speaks against it. */
export function EventSummary({ event }: { event: ReviewEvent }) {
  const { t } = useTranslation();
  const name = t('review.event', {
    side: t(`review.side.${event.side}`),
    type: t(`review.eventType.${event.type}`),
  });
  return (
    <span className={styles.what} aria-live="polite">
      <strong>{name}</strong> · {provenanceText(event)}
      {event.state === 'rejected' && event.reason !== undefined && ` · ${rejectedText(event.reason, t)}`}
      {event.confidence !== undefined &&
        ` · ${t('review.confidence', { percent: Math.round(event.confidence * 100) })}`}
      {event.excluded !== undefined && ` · ${excludedText(event.excluded, t)}`}
      {event.doubts.length > 0 && (
        <span className={styles.doubt}>
          <Icon name="warning" size={14} />
          {event.doubts.map((doubt) => t(`review.doubts.${doubt}`)).join(' ')}
        </span>
      )}
    </span>
  );
}
