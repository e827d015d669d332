import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import { clipProxyUrl, clipVideoUrl } from '../../../shared/contract/mediaUrls.ts';
import type { Progress as Share } from '../../../shared/contract/workSchemas.ts';
import { factorText } from '../../../shared/text/timingTexts.ts';
import { useHost } from '../../host/HostProvider.tsx';
import { ownUrl } from '../../host/pageKey.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button } from '../../ui/Button.tsx';
import { Progress } from '../../ui/Progress.tsx';
import styles from './SlowMotionQuestion.module.css';

/** Rates that browsers play. */
const playableRate = (factor: number): number => Math.min(16, Math.max(0.0625, factor));

/** The clip in a loop at its true speed if it were slowed down by `factor`. */
export function SlowMotionPreview({ clip, factor }: { clip: Clip; factor: number }) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.playbackRate = playableRate(factor);
  }, [factor]);
  // A film is played as it lies in its file: one that was turned since only as a copy.
  const needsCopy = clip.needsProxy || clip.turn !== 0;
  if (needsCopy && !clip.hasProxy) return <MakeCopy clipId={clip.id} />;
  return (
    <video
      ref={video}
      className={styles.preview}
      src={ownUrl(needsCopy ? clipProxyUrl(clip.id, clip.turn) : clipVideoUrl(clip.id))}
      aria-label={t('slowMotion.preview', { factor: factorText(factor) })}
      onLoadedMetadata={(event) => {
        event.currentTarget.playbackRate = playableRate(factor);
      }}
      autoPlay
      loop
      muted
      playsInline
    />
  );
}

/** Makes the copy that the browser can play; the clip comes back with it, and leaving stops it. */
function MakeCopy({ clipId }: { clipId: string }) {
  const { t } = useTranslation();
  const { run } = useHost();
  const [share, setShare] = useState<Share>();
  const [error, setError] = useState<unknown>();
  const making = useRef<AbortController>(undefined);
  useEffect(() => () => making.current?.abort(), []);
  const start = (): void => {
    const abort = new AbortController();
    making.current = abort;
    setError(undefined);
    setShare({ stage: 'proxy', done: 0, total: 0 });
    run('clips.makeProxy', { id: clipId }, { signal: abort.signal, onProgress: setShare })
      .catch((problem: unknown) => {
        if (!abort.signal.aborted) setError(problem);
      })
      .finally(() => setShare(undefined));
  };
  if (error !== undefined) return <ErrorMessage error={error} onRetry={start} />;
  return (
    <div className={styles.copy}>
      {share === undefined ? (
        <>
          <p>{t('slowMotion.noPreview')}</p>
          <Button onClick={start}>{t('slowMotion.makeCopy')}</Button>
        </>
      ) : (
        <>
          <Progress label={t('slowMotion.makingCopy')} done={share.done} total={share.total} />
          <Button onClick={() => making.current?.abort()}>{t('app.cancel')}</Button>
        </>
      )}
    </div>
  );
}
