import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../shared/contract/client.ts';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import { noticeText } from '../../../shared/text/noticeTexts.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Loaded } from '../../i18n/Loaded.tsx';
import { useClipMedia } from '../../player/useClipMedia.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { GraphsDesk } from './GraphsDesk.tsx';
import { GraphsHeader } from './GraphsHeader.tsx';
import styles from './graphs.module.css';

/** Kept with the analyses: it is read anew when they are. */
const curvesQuery = (client: Client, clipId: string) => ({
  queryKey: ['analysis', 'curves', clipId],
  queryFn: () => client.analysis.curves({ clipId }),
});

/** Joint angles and heights of one clip beside its picture. */
export function GraphsPage({ clipId }: { clipId: string }) {
  const clip = useQuery(queries.clip(useClient(), clipId));
  return (
    <div className={styles.page}>
      <Loaded query={clip}>{(found) => <GraphsOfClip key={found.id} clip={found} />}</Loaded>
    </div>
  );
}

function GraphsOfClip({ clip }: { clip: Clip }) {
  const { t } = useTranslation();
  const client = useClient();
  const media = useClipMedia(clip);
  const analysis = useQuery(queries.analysis(client, clip.sessionId));
  const curves = useQuery(curvesQuery(client, clip.id));
  const { player, times } = media;
  return (
    <>
      <GraphsHeader clip={clip} />
      {media.error !== undefined && <ErrorMessage error={media.error} />}
      {curves.isError && <ErrorMessage error={curves.error} onRetry={() => void curves.refetch()} />}
      {curves.data?.curves === null ? (
        <div className={styles.empty}>
          <EmptyState
            icon="chart"
            title={t('graphs.noneTitle')}
            text={emptyText(t, clip, curves.data.reason)}
            actions={
              <ButtonLink variant="primary" icon="gauge" href={`#/sessions/${clip.sessionId}`}>
                {t('graphs.toSession')}
              </ButtonLink>
            }
          />
        </div>
      ) : player === undefined ||
        times === undefined ||
        curves.data === undefined ||
        analysis.data === undefined ? (
        !curves.isError && (
          <div className={styles.opening}>
            <Spinner label={t(curves.data === undefined ? 'graphs.reading' : 'graphs.opening')} />
          </div>
        )
      ) : (
        <GraphsDesk
          {...{ clip, player, times }}
          keypoints={media.keypoints}
          curves={curves.data.curves}
          analysis={analysis.data?.analysis}
        />
      )}
    </>
  );
}

function emptyText(t: TFunction, clip: Clip, reason: Parameters<typeof noticeText>[0] | null): string {
  if (clip.role === 'standing') return t('graphs.standing');
  // Without keypoints nothing was tried yet: the reason would be about the machinery.
  if (reason === null || reason.code === 'invalid_input') return t('graphs.noneText');
  return noticeText(reason);
}
