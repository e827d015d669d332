import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './PlayBar.module.css';
import { type Playback, RATES } from './player.ts';

export interface PlayBarProps {
  readonly player: Playback;
  /** True seconds of all frames. */
  readonly times: Float64Array;
  /** Absent where no contact is known. */
  readonly onContact?: ((direction: 1 | -1) => void) | undefined;
}

/** Stepping, playing, the speed, and where the clip stands. */
export function PlayBar({ player, times, onContact }: PlayBarProps) {
  const { t } = useTranslation();
  const { frame, playing, rate } = useStore(player.store);
  const withKey = (label: string, key: string) => t('review.withKey', { label, key });
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('review.playbackControls')}>
      {onContact !== undefined && (
        <IconButton
          icon="previous"
          label={withKey(t('review.previousContact'), '[')}
          onClick={() => onContact(-1)}
        />
      )}
      <IconButton
        icon="stepBack"
        label={withKey(t('review.stepBack'), '←')}
        onClick={() => player.step(-1)}
      />
      <IconButton
        icon={playing === 0 ? 'play' : 'pause'}
        label={playing === 0 ? t('review.play') : t('review.pause')}
        onClick={() => (playing === 0 ? player.play(1) : player.pause())}
      />
      <IconButton
        icon="stepForward"
        label={withKey(t('review.stepForward'), '→')}
        onClick={() => player.step(1)}
      />
      {onContact !== undefined && (
        <IconButton icon="next" label={withKey(t('review.nextContact'), ']')} onClick={() => onContact(1)} />
      )}
      <select
        className={styles.rate}
        aria-label={t('review.speed')}
        value={rate}
        onChange={(event) => {
          const chosen = RATES.find((one) => String(one) === event.target.value);
          if (chosen !== undefined) player.setRate(chosen);
        }}
      >
        {RATES.map((one) => (
          <option key={one} value={one}>
            {`${one}×`}
          </option>
        ))}
      </select>
      <span className={styles.place}>
        <span data-testid="frame">{frame}</span>
        {` / ${times.length - 1}`}
        <span className={styles.time}>{`${(times[frame] ?? 0).toFixed(3)} s`}</span>
      </span>
    </div>
  );
}
