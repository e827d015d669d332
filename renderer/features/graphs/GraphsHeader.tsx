import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './graphs.module.css';

/** Whose clip this is, the way back to the review, and the other clips of the session. */
export function GraphsHeader({ clip }: { clip: Clip }) {
  const { t } = useTranslation();
  const client = useClient();
  const { data: clips } = useQuery(queries.clips(client, clip.sessionId));
  const { data: session } = useQuery(queries.session(client, clip.sessionId));
  const athleteId = session?.athleteId;
  const { data: athlete } = useQuery({
    ...queries.athlete(client, athleteId ?? ''),
    enabled: athleteId !== undefined,
  });
  const title = athlete?.name ?? clip.fileName;
  return (
    <header className={styles.header}>
      <title>{`${t('graphs.title')} – ${title} – Midstance`}</title>
      <a href={`#/review/${clip.id}`} className={styles.back}>
        <Icon name="back" />
        {t('graphs.backToReview')}
      </a>
      <h1 className={styles.title} title={title} dir="auto">
        {`${t('graphs.title')} · ${title}`}
      </h1>
      <select
        className={styles.switcher}
        aria-label={t('review.clip')}
        value={clip.id}
        onChange={(event) => {
          location.hash = `#/graphs/${event.target.value}`;
        }}
      >
        {(clips ?? [clip]).map(({ id, fileName }) => (
          <option key={id} value={id}>
            {fileName}
          </option>
        ))}
      </select>
      <ButtonLink variant="quiet" icon="compare" href={`#/compare/${clip.id}`}>
        {t('compare.open')}
      </ButtonLink>
    </header>
  );
}
