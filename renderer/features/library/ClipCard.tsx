import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import { clipThumbnailUrl } from '../../../shared/contract/mediaUrls.ts';
import { noticeText } from '../../../shared/text/noticeTexts.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { ownUrl } from '../../host/pageKey.ts';
import { Badge } from '../../ui/Badge.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { CameraChecks } from './CameraChecks.tsx';
import styles from './ClipCard.module.css';
import { ClipSettings } from './ClipSettings.tsx';
import { TurnUpright } from './ClipTurn.tsx';
import { FindFile } from './FindFile.tsx';
import { SlowMotionQuestion } from './SlowMotionQuestion.tsx';
import { TimingDetails } from './TimingDetails.tsx';

/** Without its true video nothing can be measured. */
const SERIOUS: ReadonlySet<string> = new Set(['file_moved', 'video_damaged']);

/** A clip with its film strip, what it shows, and what is known to be wrong with it. */
export function ClipCard({ clip, onAnswered }: { clip: Clip; onAnswered: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const [isDeleting, setIsDeleting] = useState(false);
  const { id, fileName, width, height, frameCount, durationS, problems, timeScale, missing, damaged } = clip;
  const facts = t('clip.facts', {
    ...{ width, height, frames: frameCount, seconds: durationS.toFixed(1) },
    fps: Number((clip.containerFps * timeScale).toFixed(1)),
  });
  return (
    <article className={styles.card} aria-label={fileName}>
      <header className={styles.head}>
        <h3 className={styles.name} dir="auto" title={fileName}>
          {fileName}
        </h3>
        <KeypointBadge clip={clip} />
        <span className={styles.buttons}>
          <Link to="/review/$clipId" params={{ clipId: id }} className={styles.review ?? ''}>
            <Icon name="film" />
            {t('session.review')}
            <span className="visuallyHidden">{fileName}</span>
          </Link>
          <IconButton icon="trash" label={t('clip.remove')} onClick={() => setIsDeleting(true)} />
        </span>
      </header>
      <FilmStrip clip={clip} />
      <SlowMotionQuestion key={JSON.stringify(clip.timing?.candidates)} clip={clip} onAnswered={onAnswered} />
      <p className={styles.facts}>
        {`${facts} · ${t(clip.storage === 'copy' ? 'clip.copied' : 'clip.referenced')}`}
      </p>
      {problems.length > 0 && (
        <ul className={styles.problems}>
          {problems.map((problem) => (
            <li key={problem.code}>
              <Icon name={SERIOUS.has(problem.code) ? 'warning' : 'info'} size={16} />
              {noticeText(problem)}
            </li>
          ))}
        </ul>
      )}
      {(missing || damaged) && <FindFile clipId={id} fileName={fileName} />}
      <CameraChecks checks={clip.cameraChecks} />
      <TurnUpright clip={clip} onTurned={onAnswered} />
      <TimingDetails clip={clip} />
      <ClipSettings key={JSON.stringify([clip.captureFps, clip.standing])} clip={clip} />
      <ConfirmDialog
        open={isDeleting}
        title={t('clip.deleteTitle')}
        text={t('clip.deleteText', { name: fileName })}
        onClose={() => setIsDeleting(false)}
        onConfirm={() => client.clips.delete({ id })}
      />
    </article>
  );
}

function FilmStrip({ clip }: { clip: Clip }) {
  const { t } = useTranslation();
  const indexes = Array.from({ length: clip.thumbnailCount }, (_, index) => index);
  return (
    <Link
      to="/review/$clipId"
      params={{ clipId: clip.id }}
      className={styles.strip ?? ''}
      aria-label={t('clip.review')}
    >
      {indexes.map((index) => (
        <img key={index} src={ownUrl(clipThumbnailUrl(clip.id, index, clip.turn))} alt="" loading="lazy" />
      ))}
      <span className="visuallyHidden">{t('clip.filmStrip', { name: clip.fileName })}</span>
    </Link>
  );
}

function KeypointBadge({ clip: { poseRun, frameCount } }: { clip: Clip }) {
  const { t } = useTranslation();
  if (poseRun === null) return <Badge>{t('clip.keypointsNone')}</Badge>;
  if (poseRun.state === 'finished') return <Badge tone="good">{t('clip.keypointsDone')}</Badge>;
  const percent = Math.floor((100 * poseRun.framesDone) / Math.max(1, frameCount));
  return <Badge tone="info">{t('clip.keypointsPart', { percent })}</Badge>;
}
