import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useActions } from '../../actions/useActions.ts';
import { useKeyText } from '../../actions/useKeyText.ts';
import type { Player } from '../../player/player.ts';
import { copyToClipboard } from '../../ui/copyToClipboard.ts';
import { copyText, type FrameTimes, secondsText } from './frameTexts.ts';
import { GoToFrame } from './GoToFrame.tsx';
import { ToolButton } from './ToolButton.tsx';
import styles from './tools.module.css';

export interface FrameReadoutProps {
  readonly player: Player;
  readonly times: Float64Array;
  readonly timeScale: number;
  /** Presentation time of the first frame on the file's clock, s. */
  readonly firstPtsS: number;
}

/** How long the copying is answered, ms. */
const OUTCOME_MS = 2500;

const isNothingSelected = (): boolean => document.getSelection()?.isCollapsed !== false;

/** Frame number, true time and file time, always visible, to be selected or copied; a click on the number changes it. */
export function FrameReadout({ player, times, timeScale, firstPtsS }: FrameReadoutProps) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const frame = useStore(player.store, (state) => state.frame);
  const trueS = times[frame] ?? 0;
  const now: FrameTimes = { frame, frameCount: times.length, trueS, fileS: firstPtsS + trueS * timeScale };
  const [isGoing, setGoing] = useState(false);
  const [outcome, setOutcome] = useState<'copied' | 'notCopied'>();
  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => setOutcome(undefined), OUTCOME_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = (): void => {
    void copyToClipboard(copyText(now)).then((isCopied) => setOutcome(isCopied ? 'copied' : 'notCopied'));
  };
  useActions([
    { id: 'review.goToFrameNumber', run: () => setGoing(true) },
    { id: 'review.copy', when: isNothingSelected, run: copy },
  ]);
  const last = times.length - 1;
  return (
    <div className={`${styles.group} ${styles.end}`}>
      <dl className={styles.readout}>
        <div>
          <dt>{t('review.frame')}</dt>
          <dd
            data-testid="frame"
            title={t('review.withKey', {
              label: t('review.goToFrameNumber'),
              key: keyText('review.goToFrameNumber'),
            })}
          >
            {isGoing ? (
              <GoToFrame
                frame={frame}
                lastFrame={last}
                onGo={(wanted) => {
                  player.pause();
                  player.seek(wanted);
                }}
                onClose={() => setGoing(false)}
              />
            ) : (
              <button type="button" className={styles.plain} onClick={() => setGoing(true)}>
                {frame} / {last}
              </button>
            )}
          </dd>
        </div>
        <div className={styles.clocks}>
          <dt>{t('review.trueTime')}</dt>
          <dd data-testid="true-time">{secondsText(trueS)}</dd>
          <dt>{t('review.fileTime')}</dt>
          <dd data-testid="file-time">{secondsText(now.fileS)}</dd>
        </div>
      </dl>
      <ToolButton
        label={outcome === undefined ? t('review.copy') : t(`review.${outcome}`)}
        action="review.copy"
        icon={outcome === 'copied' ? 'done' : 'copy'}
        onClick={copy}
      />
      <output className="visuallyHidden">{outcome !== undefined && t(`review.${outcome}`)}</output>
    </div>
  );
}
