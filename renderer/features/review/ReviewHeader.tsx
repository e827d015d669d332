import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { dateText } from '../../ui/dates.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Review.module.css';

/** Whose clip this is, the way back, and the other clips of the session. */
export function ReviewHeader({ clip }: { clip: Clip }) {
  const { t } = useTranslation();
  const client = useClient();
  const { data: clips } = useQuery(queries.clips(client, clip.sessionId));
  const { data: session } = useQuery(queries.session(client, clip.sessionId));
  const athleteId = session?.athleteId;
  const { data: athlete } = useQuery({
    ...queries.athlete(client, athleteId ?? ''),
    enabled: athleteId !== undefined,
  });
  return (
    <header className={styles.header}>
      <a href={`#/sessions/${clip.sessionId}`} className={styles.back} aria-label={t('review.backToSession')}>
        <Icon name="back" />
      </a>
      <h1 className={styles.title} title={athlete?.name}>
        {athlete?.name ?? clip.fileName}
      </h1>
      {session !== undefined && <span className={styles.date}>{dateText(session.date)}</span>}
      {clips !== undefined && clips.length > 1 ? (
        <select
          className={styles.switcher}
          aria-label={t('review.clip')}
          value={clip.id}
          onChange={(event) => {
            location.hash = `#/review/${event.target.value}`;
          }}
        >
          {clips.map(({ id, fileName }) => (
            <option key={id} value={id}>
              {fileName}
            </option>
          ))}
        </select>
      ) : (
        <span className={styles.file} title={clip.fileName}>
          {clip.fileName}
        </span>
      )}
      <a href={`#/graphs/${clip.id}`} className={styles.report}>
        <Icon name="chart" />
        {t('graphs.open')}
      </a>
      <a href={`#/compare/${clip.id}`} className={styles.report}>
        <Icon name="compare" />
        {t('compare.open')}
      </a>
      <a href={`#/report/${clip.sessionId}`} className={styles.report}>
        <Icon name="report" />
        {t('review.openReport')}
      </a>
    </header>
  );
}
