import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useElementSize } from '../../overlay/useElementSize.ts';
import { FrameCanvas } from '../../player/FrameCanvas.tsx';
import type { Player } from '../../player/player.ts';
import { AlignmentOverlay } from './align/AlignmentOverlay.tsx';
import type { Aligning } from './align/useAligning.ts';
import { CorrectLayer } from './correct/CorrectLayer.tsx';
import type { Correcting } from './correct/useCorrecting.ts';
import { DrawLayer } from './draw/DrawLayer.tsx';
import { SavedDrawings } from './draw/SavedDrawings.tsx';
import type { Drawings } from './draw/useDrawing.ts';
import { speedText } from './frameTexts.ts';
import styles from './Stage.module.css';
import { StageOverlays, type StageOverlaysProps } from './StageOverlays.tsx';
import { useFollowedView } from './useFollowedView.ts';
import type { StageView } from './useStageView.ts';

const WHEEL_STEP = 1.0015;

export interface StageProps extends Omit<StageOverlaysProps, 'player' | 'view'> {
  readonly player: Player;
  readonly view: StageView;
  readonly timeScale: number;
  readonly correcting: Correcting;
  readonly drawing: Drawings;
  readonly aligning: Aligning;
}

/** The picture with its overlays: the wheel zooms, dragging pans. */
export function Stage({
  player,
  view: still,
  timeScale,
  correcting,
  drawing,
  aligning,
  ...overlays
}: StageProps) {
  const { t } = useTranslation();
  const view = useFollowedView(player, still, overlays.keypoints, overlays.foot);
  const place = useRef<HTMLDivElement>(null);
  const { zoomBy, pan, setStage, zoom, image, stage } = view;
  const [isDragging, setDragging] = useState(false);
  useElementSize(place, setStage);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      zoomBy(WHEEL_STEP ** -event.deltaY, { x: event.clientX - left, y: event.clientY - top });
    };
    // React listens passively, and the page must not scroll along.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [zoomBy]);
  const canPan = zoom.factor > 1;
  return (
    <div
      ref={place}
      className={styles.stage}
      data-pan={canPan ? (isDragging ? 'dragging' : 'ready') : undefined}
      onPointerDown={(event) => {
        if (!canPan || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragging(true);
      }}
      onPointerMove={(event) => {
        if (isDragging) pan(event.movementX, event.movementY);
      }}
      onPointerUp={() => setDragging(false)}
      onPointerCancel={() => setDragging(false)}
    >
      <FrameCanvas player={player} image={image} stage={stage} view={view.view} className={styles.canvas} />
      <StageOverlays player={player} view={view} {...overlays} />
      {aligning.isOn && <AlignmentOverlay {...{ player, view, aligning }} />}
      {(overlays.overlays.drawings || drawing.isOn) && (
        <SavedDrawings
          {...{ player, view, jointAt: drawing.jointAt, drawings: drawing.own }}
          times={overlays.times}
        />
      )}
      {drawing.isOn && <DrawLayer {...{ player, view, drawing }} times={overlays.times} />}
      {correcting.isOn && <CorrectLayer player={player} view={view} correcting={correcting} />}
      {canPan && (
        <output className={styles.zoom}>{t('review.zoomed', { factor: zoom.factor.toFixed(1) })}</output>
      )}
      <ReachedSpeed player={player} timeScale={timeScale} />
    </div>
  );
}

/** The speed that is really shown while playing: below the chosen one where decoding cannot keep up. */
function ReachedSpeed({ player, timeScale }: { player: Player; timeScale: number }) {
  const { t } = useTranslation();
  const rate = useStore(player.store, (state) => state.reachedRate);
  if (rate === undefined) return null;
  return (
    <div className={styles.speed}>
      {t('review.reached')} {speedText(rate, timeScale)}
    </div>
  );
}
