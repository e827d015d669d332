import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Side } from '../../../shared/domain/analysis.ts';
import { useKeyText } from '../../actions/useKeyText.ts';
import { type Player, RATES } from '../../player/player.ts';
import { FrameReadout } from './FrameReadout.tsx';
import { speedText } from './frameTexts.ts';
import { OverlayMenu } from './OverlayMenu.tsx';
import type { OverlayChoice } from './overlayChoice.ts';
import { ToolButton } from './ToolButton.tsx';
import styles from './tools.module.css';

export const LOOPS = ['off', 'zone', 'stance', 'stride'] as const;
export type LoopChoice = (typeof LOOPS)[number];

export interface TransportBarProps {
  readonly player: Player;
  readonly times: Float64Array;
  readonly timeScale: number;
  readonly firstPtsS: number;
  readonly hasEvents: boolean;
  readonly hasPose: boolean;
  readonly loop: LoopChoice;
  readonly onLoop: (loop: LoopChoice) => void;
  readonly onContact: (direction: 1 | -1) => void;
  readonly overlays: OverlayChoice;
  readonly onOverlays: (overlays: OverlayChoice) => void;
  readonly nearSide: Side | null;
  readonly hasZone: boolean;
  readonly isFollowing: boolean;
  readonly onFollow: () => void;
  readonly isDrawing: boolean;
  readonly onDraw: () => void;
}

/** Stepping, playing, what is drawn, and where the clip stands. */
export function TransportBar(props: TransportBarProps) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const { player, timeScale, hasEvents, hasPose, loop, onLoop, onContact, overlays, onOverlays } = props;
  const playing = useStore(player.store, (state) => state.playing);
  const rate = useStore(player.store, (state) => state.rate);
  const loops = LOOPS.filter((one) => one === 'off' || (one === 'zone' ? props.hasZone : hasEvents));
  const toggle = (direction: 1 | -1) => (playing === direction ? player.pause() : player.play(direction));
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('review.playbackControls')}>
      <div className={styles.group}>
        {hasEvents && (
          <ToolButton
            label={t('review.previousContact')}
            action="review.previousContact"
            icon="previous"
            onClick={() => onContact(-1)}
          />
        )}
        <ToolButton
          label={t('review.stepBack')}
          action="review.stepBack"
          icon="stepBack"
          onClick={() => player.step(-1)}
        />
        <ToolButton
          label={playing === -1 ? t('review.pause') : t('review.playReverse')}
          action={playing === -1 ? 'review.pause' : 'review.reverseFaster'}
          icon={playing === -1 ? 'pause' : 'reverse'}
          onClick={() => toggle(-1)}
        />
        <ToolButton
          label={playing === 1 ? t('review.pause') : t('review.play')}
          action="review.playOrPause"
          icon={playing === 1 ? 'pause' : 'play'}
          primary
          onClick={() => toggle(1)}
        />
        <ToolButton
          label={t('review.stepForward')}
          action="review.stepForward"
          icon="stepForward"
          onClick={() => player.step(1)}
        />
        {hasEvents && (
          <ToolButton
            label={t('review.nextContact')}
            action="review.nextContact"
            icon="next"
            onClick={() => onContact(1)}
          />
        )}
      </div>
      <select
        className={styles.select}
        aria-label={t('review.speed')}
        value={String(rate)}
        onChange={(event) => {
          const chosen = RATES.find((one) => String(one) === event.target.value);
          if (chosen !== undefined) player.setRate(chosen);
        }}
      >
        {RATES.map((one) => (
          <option key={one} value={String(one)}>
            {speedText(one, timeScale)}
          </option>
        ))}
      </select>
      {loops.length > 1 && (
        <select
          className={styles.select}
          aria-label={t('review.loop')}
          value={loop}
          onChange={(event) => {
            const chosen = loops.find((one) => one === event.target.value);
            if (chosen !== undefined) onLoop(chosen);
          }}
        >
          {loops.map((one) => (
            <option key={one} value={one}>
              {t(`review.loops.${one}`)}
            </option>
          ))}
        </select>
      )}
      <div className={styles.group}>
        <OverlayMenu {...{ overlays, onOverlays, hasPose }} nearSide={props.nearSide} />
        {hasPose && (
          <ToolButton
            label={t('review.withKey', { label: t('review.follow'), key: keyText('review.follow') })}
            pressed={props.isFollowing}
            onClick={props.onFollow}
          >
            {t('review.follow')}
          </ToolButton>
        )}
        <ToolButton
          label={t('review.withKey', { label: t('review.draw.open'), key: keyText('review.drawOnPicture') })}
          pressed={props.isDrawing}
          onClick={props.onDraw}
        >
          {t('review.draw.title')}
        </ToolButton>
      </div>
      <FrameReadout {...props} />
    </div>
  );
}
