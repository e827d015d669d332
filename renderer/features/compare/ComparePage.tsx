import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Loaded } from '../../i18n/Loaded.tsx';
import { useClipMedia } from '../../player/useClipMedia.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { ClipChoice } from './ClipChoice.tsx';
import { CompareDesk } from './CompareDesk.tsx';
import styles from './compare.module.css';

/** Two clips under one clock; the second one is chosen first. */
export function ComparePage({ clipId, otherId }: { clipId: string; otherId?: string | undefined }) {
  const { t } = useTranslation();
  const client = useClient();
  const first = useQuery(queries.clip(client, clipId));
  const second = useQuery({ ...queries.clip(client, otherId ?? ''), enabled: otherId !== undefined });
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <title>{`${t('compare.title')} – Midstance`}</title>
        <a href={`#/review/${clipId}`} className={styles.back}>
          <Icon name="back" />
          {t('compare.backToReview')}
        </a>
        <h1 className={styles.title}>{t('compare.title')}</h1>
        {otherId !== undefined && (
          <nav className={styles.links} aria-label={t('compare.change')}>
            <a href={`#/compare/${otherId}/${clipId}`}>{t('compare.swap')}</a>
            <a href={`#/compare/${clipId}`}>{t('compare.change')}</a>
          </nav>
        )}
      </header>
      <Loaded query={first}>
        {(clip) =>
          otherId === undefined ? (
            <ClipChoice clip={clip} />
          ) : (
            <Loaded query={second}>
              {(other) => <Opened key={`${clip.id} ${other.id}`} first={clip} second={other} />}
            </Loaded>
          )
        }
      </Loaded>
    </div>
  );
}

function Opened({ first, second }: { first: Clip; second: Clip }) {
  const { t } = useTranslation();
  const client = useClient();
  const a = useClipMedia(first);
  const b = useClipMedia(second);
  const analysisA = useQuery(queries.analysis(client, first.sessionId));
  const analysisB = useQuery(queries.analysis(client, second.sessionId));
  const error = a.error ?? b.error;
  if (error !== undefined) return <ErrorMessage error={error} />;
  if (
    a.player === undefined ||
    a.times === undefined ||
    b.player === undefined ||
    b.times === undefined ||
    analysisA.data === undefined ||
    analysisB.data === undefined
  ) {
    return (
      <div className={styles.opening}>
        <Spinner label={t('compare.opening')} />
      </div>
    );
  }
  return (
    <CompareDesk
      first={{
        ...{ clip: first, player: a.player, times: a.times, keypoints: a.keypoints },
        analysis: analysisA.data?.analysis,
      }}
      second={{
        ...{ clip: second, player: b.player, times: b.times, keypoints: b.keypoints },
        analysis: analysisB.data?.analysis,
      }}
    />
  );
}
