import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useElementSize } from '../../overlay/useElementSize.ts';
import type { Size } from '../../overlay/viewTransform.ts';
import { ClipScreen } from '../../player/ClipScreen.tsx';
import styles from './compare.module.css';
import { type ComparedClip, seenOf } from './comparedClip.ts';
import { fitted, ghostMatrix, runnerPlace } from './ghostPlace.ts';
import type { StageLayout } from './LayoutBar.tsx';

export interface CompareStageProps {
  readonly first: ComparedClip;
  readonly second: ComparedClip;
  readonly layout: StageLayout;
}

/** Both pictures beside each other, or the second one as a ghost over the first. */
export function CompareStage({ first, second, layout }: CompareStageProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Size>({ width: 0, height: 0 });
  useElementSize(place, setStage);
  const screen = (which: 'first' | 'second', one: ComparedClip) => (
    <ClipScreen
      label={`${t(`compare.${which}`)}: ${one.clip.fileName}`}
      player={one.player}
      image={one.clip}
      keypoints={layout.skeleton ? one.keypoints : undefined}
      nearSide={seenOf(one)?.near_side ?? null}
    />
  );
  const matrix = useGhost(first, second, layout, stage);
  const isGhost = layout.kind === 'ghost';
  return (
    <div ref={place} className={styles.stage} data-layout={layout.kind}>
      <div className={styles.layer}>{screen('first', first)}</div>
      <div
        className={styles.layer}
        data-ghost={isGhost || undefined}
        style={
          isGhost
            ? { opacity: layout.opacity, transform: `matrix(${matrix.map((n) => n.toFixed(4)).join(',')})` }
            : layout.isMirrored
              ? { transform: 'scaleX(-1)' }
              : undefined
        }
      >
        {screen('second', second)}
      </div>
    </div>
  );
}

function useGhost(first: ComparedClip, second: ComparedClip, layout: StageLayout, stage: Size) {
  const a = useRunner(first);
  const b = useRunner(second);
  const { onRunner, isMirrored } = layout;
  return ghostMatrix({
    ...{ stage, onRunner, isMirrored },
    first: { view: fitted(first.clip, stage), runner: a },
    second: { view: fitted(second.clip, stage), runner: b },
  });
}

/** Told anew every few frames: a runner on a belt hardly moves in the picture. */
const EVERY_FRAMES = 5;

function useRunner({ player, keypoints, times }: ComparedClip) {
  const frame = useStore(player.store, (state) => EVERY_FRAMES * Math.round(state.frame / EVERY_FRAMES));
  return useMemo(
    () => (keypoints === undefined ? undefined : runnerPlace(keypoints, frame, times.length)),
    [keypoints, frame, times.length],
  );
}
