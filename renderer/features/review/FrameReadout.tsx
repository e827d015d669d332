import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Player } from '../../player/player.ts';
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

/** How long the copying is answered, ms. */
const OUTCOME_MS = 2500;

/** Frame number, true time and file time, always visible, to be selected or copied. */
export function FrameReadout({ player, times, timeScale, firstPtsS }: FrameReadoutProps) {
  const frame = useStore(player.store, (state) => state.frame);
  const trueS = times[frame] ?? 0;
  const now: FrameTimes = { frame, frameCount: times.length, trueS, fileS: firstPtsS + trueS * timeScale };
  const [outcome, setOutcome] = useState<string>();
  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => setOutcome(undefined), OUTCOME_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = (): void => {
    navigator.clipboard.writeText(copyText(now)).then(
      () => setOutcome(texts.copied),
      () => setOutcome(texts.notCopied),
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
      <ToolButton
        label={outcome ?? texts.copy}
        icon={outcome === texts.copied ? 'done' : 'copy'}
        onClick={copy}
      />
      <output className="visuallyHidden">{outcome}</output>
    </div>
  );
}
