import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon.tsx';
import { provenanceText } from './editing.ts';
import { secondsText } from './frameTexts.ts';
import styles from './panel.module.css';
import { excludedText, rejectedText } from './reasonTexts.ts';
import type { ReviewEvent } from './reviewEvents.ts';

export interface EventsTableProps {
  readonly events: readonly ReviewEvent[];
  readonly frame: number;
  readonly selectedKey: string | undefined;
  readonly onSelect: (event: ReviewEvent) => void;
}

/** Every event of the timeline in words. */
export function EventsTable({ events, frame, selectedKey, onSelect }: EventsTableProps) {
  const { t } = useTranslation();
  if (events.length === 0) return <p className={styles.soft}>{t('review.noEvents')}</p>;
  return (
    <table className={styles.events}>
      <caption className="visuallyHidden">{t('review.events')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('review.events')}</th>
          <th scope="col">{t('review.trueTime')}</th>
          <th scope="col">{t('review.frame')}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr
            key={event.key}
            data-selected={event.key === selectedKey || undefined}
            data-here={event.frame === frame || undefined}
            data-state={event.state}
          >
            <td>
              <button type="button" aria-pressed={event.key === selectedKey} onClick={() => onSelect(event)}>
                <span
                  className={event.type === 'initial_contact' ? styles.full : styles.hollow}
                  aria-hidden="true"
                />
                {t('review.event', {
                  side: t(`review.side.${event.side}`),
                  type: t(`review.eventType.${event.type}`),
                })}
              </button>
            </td>
            <td>{secondsText(event.timeS)}</td>
            <td>
              {provenanceText(event)}
              {event.reason !== undefined && ` · ${rejectedText(event.reason, t)}`}
              {event.excluded !== undefined && ` · ${excludedText(event.excluded, t)}`}
              {event.doubts.map((doubt) => (
                <span key={doubt} className={styles.doubt} title={t(`review.doubts.${doubt}`)}>
                  <Icon name="warning" size={14} />
                  <span className="visuallyHidden">{t(`review.doubts.${doubt}`)}</span>
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
