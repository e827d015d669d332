import { useStore } from 'zustand';
import { type Player, RATES } from '../../player/player.ts';
import { FrameReadout } from './FrameReadout.tsx';
import { speedText } from './frameTexts.ts';
import type { OverlayChoice } from './StageOverlays.tsx';
import { ToolButton } from './ToolButton.tsx';
import { texts } from './texts.ts';
import styles from './tools.module.css';

export type LoopChoice = keyof typeof texts.loops;

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
}

/** Stepping, playing, what is drawn, and where the clip stands. */
export function TransportBar(props: TransportBarProps) {
  const { player, timeScale, hasEvents, hasPose, loop, onLoop, onContact, overlays, onOverlays } = props;
  const playing = useStore(player.store, (state) => state.playing);
  const rate = useStore(player.store, (state) => state.rate);
  const toggle = (direction: 1 | -1) => (playing === direction ? player.pause() : player.play(direction));
  return (
    <div className={styles.bar} role="toolbar" aria-label={texts.playbackControls}>
      <div className={styles.group}>
        {hasEvents && (
          <ToolButton label={texts.previousContact} keys="[" icon="previous" onClick={() => onContact(-1)} />
        )}
        <ToolButton label={texts.stepBack} keys="←" icon="stepBack" onClick={() => player.step(-1)} />
        <ToolButton
          label={playing === -1 ? texts.pause : texts.playReverse}
          keys={playing === -1 ? 'K' : 'J'}
          icon={playing === -1 ? 'pause' : 'reverse'}
          onClick={() => toggle(-1)}
        />
        <ToolButton
          label={playing === 1 ? texts.pause : texts.play}
          keys="Space"
          icon={playing === 1 ? 'pause' : 'play'}
          primary
          onClick={() => toggle(1)}
        />
        <ToolButton label={texts.stepForward} keys="→" icon="stepForward" onClick={() => player.step(1)} />
        {hasEvents && (
          <ToolButton label={texts.nextContact} keys="]" icon="next" onClick={() => onContact(1)} />
        )}
      </div>
      <select
        className={styles.select}
        aria-label={texts.speed}
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
      {hasEvents && (
        <select
          className={styles.select}
          aria-label={texts.loop}
          value={loop}
          onChange={(event) => {
            const chosen = (['off', 'stance', 'stride'] as const).find((one) => one === event.target.value);
            if (chosen !== undefined) onLoop(chosen);
          }}
        >
          {(['off', 'stance', 'stride'] as const).map((one) => (
            <option key={one} value={one}>
              {texts.loops[one]}
            </option>
          ))}
        </select>
      )}
      {hasPose && (
        <div className={styles.group}>
          <ToolButton
            label={texts.withKey(texts.skeleton, 'S')}
            pressed={overlays.skeleton}
            onClick={() => onOverlays({ ...overlays, skeleton: !overlays.skeleton })}
          >
            {texts.skeleton}
          </ToolButton>
          <ToolButton
            label={texts.withKey(texts.trail, 'R')}
            pressed={overlays.trail}
            onClick={() => onOverlays({ ...overlays, trail: !overlays.trail })}
          >
            {texts.trail}
          </ToolButton>
        </div>
      )}
      <FrameReadout {...props} />
    </div>
  );
}
