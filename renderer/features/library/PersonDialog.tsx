import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import { clipFrameUrl } from '../../../shared/contract/mediaUrls.ts';
import { ownUrl } from '../../host/pageKey.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PicturePointer } from '../../ui/PicturePointer.tsx';
import styles from './ClipCard.module.css';

export interface PersonDialogProps {
  readonly clip: Clip;
  readonly onClose: () => void;
  readonly onPerson: (person: Clip['person']) => void;
}

/** Lets the coach say who is to be followed, on any frame. */
export function PersonDialog({ clip, onClose, onPerson }: PersonDialogProps) {
  const { t } = useTranslation();
  const last = clip.frameCount - 1;
  const [frame, setFrame] = useState(() => startFrame(clip));
  const [shown, setShown] = useState(frame);
  const timeS = last > 0 ? (clip.durationS * frame) / last : 0;
  const choose = (person: Clip['person']) => {
    onPerson(person);
    onClose();
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('person.title')}
      closeLabel={t('app.close')}
      footer={
        <>
          <Button onClick={() => choose(null)}>{t('clip.clearPerson')}</Button>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
        </>
      }
    >
      <div className={styles.picker}>
        <p>{t('person.text', { name: clip.fileName })}</p>
        <PicturePointer
          src={ownUrl(clipFrameUrl(clip.id, shown, clip.turn))}
          width={clip.width}
          height={clip.height}
          label={t('person.pictureLabel', { time: timeS.toFixed(1) })}
          onPoint={({ x, y }) => choose({ x, y, timeS })}
        />
        <label>
          {`${t('person.time')} ${timeS.toFixed(2)}`}
          <input
            type="range"
            min={0}
            max={last}
            value={frame}
            style={{ width: '100%', accentColor: 'var(--accent)' }}
            onChange={(event) => setFrame(Number(event.target.value))}
            onPointerUp={() => setShown(frame)}
            onKeyUp={() => setShown(frame)}
          />
        </label>
      </div>
    </Dialog>
  );
}

function startFrame({ person, durationS, frameCount }: Clip): number {
  if (person === null || durationS <= 0) return Math.floor(frameCount / 2);
  return Math.min(frameCount - 1, Math.round((person.timeS / durationS) * (frameCount - 1)));
}
