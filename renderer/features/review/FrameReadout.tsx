import { useStore } from 'zustand';
import type { Player } from '../../player/player.ts';
import { showToast } from '../../ui/Toast.tsx';
import { copyText, type FrameTimes, secondsText } from './frameTexts.ts';
import { ToolButton } from './ToolButton.tsx';
import { texts } from './texts.ts';
import styles from './tools.module.css';

export interface FrameReadoutProps {
  readonly player: Player;
  readonly times: Float64Array;
  readonly timeScale: number;
  /** Presentation time of the first frame on the file's clock, s. */
  readonly firstPtsS: number;
}

/** Frame number, true time and file time, always visible, to be selected or copied. */
export function FrameReadout({ player, times, timeScale, firstPtsS }: FrameReadoutProps) {
  const frame = useStore(player.store, (state) => state.frame);
  const trueS = times[frame] ?? 0;
  const now: FrameTimes = { frame, frameCount: times.length, trueS, fileS: firstPtsS + trueS * timeScale };
  const copy = (): void => {
    navigator.clipboard.writeText(copyText(now)).then(
      () => showToast(texts.copied),
      () => showToast(texts.notCopied, 'danger'),
    );
  };
  return (
    <div className={`${styles.group} ${styles.end}`}>
      <dl className={styles.readout}>
        <div>
          <dt>{texts.frame}</dt>
          <dd data-testid="frame">
            {frame} / {times.length - 1}
          </dd>
        </div>
        <div>
          <dt>{texts.trueTime}</dt>
          <dd data-testid="true-time">{secondsText(trueS)}</dd>
        </div>
        <div>
          <dt>{texts.fileTime}</dt>
          <dd data-testid="file-time">{secondsText(now.fileS)}</dd>
        </div>
      </dl>
      <ToolButton label={texts.copy} icon="copy" onClick={copy} />
    </div>
  );
}
