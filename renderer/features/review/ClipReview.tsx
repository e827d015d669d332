import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import { clipTimesUrl, poseUrl } from '../../../shared/contract/mediaUrls.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { float32From, float64From, useFetched } from '../../host/useFetched.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { usePlayer } from '../../player/usePlayer.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import { ClipNotices } from './ClipNotices.tsx';
import styles from './Review.module.css';
import { ReviewDesk } from './ReviewDesk.tsx';
import { ReviewHeader } from './ReviewHeader.tsx';

/** Fetches what a review needs; each part shows as soon as it is there. */
export function ClipReview({ clip }: { clip: Clip }) {
  const { t } = useTranslation();
  const client = useClient();
  const { data: latest } = useQuery(queries.analysis(client, clip.sessionId));
  const { data: edits } = useQuery(queries.edits(client, clip.sessionId));
  const fileTimes = useFetched(clipTimesUrl(clip.id), float64From);
  const run = clip.poseRun?.state === 'finished' ? clip.poseRun.runId : undefined;
  const keypoints = useFetched(run === undefined ? undefined : poseUrl(run), float32From);
  const times = useMemo(
    () => fileTimes.data?.map((time) => time / clip.timeScale),
    [fileTimes.data, clip.timeScale],
  );
  const player = usePlayer(clip, times);
  return (
    <>
      <ReviewHeader clip={clip} />
      <ClipNotices clip={clip} />
      {fileTimes.error !== undefined && <ErrorMessage error={fileTimes.error} />}
      {player === undefined || times === undefined || latest === undefined ? (
        <div className={styles.opening}>
          <Spinner label={t('review.loading')} />
        </div>
      ) : (
        <ReviewDesk
          clip={clip}
          player={player}
          times={times}
          keypoints={keypoints.data}
          latest={latest}
          edits={edits}
        />
      )}
    </>
  );
}
