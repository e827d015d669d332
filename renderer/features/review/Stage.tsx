import { useEffect, useRef, useState } from 'react';
import { FrameCanvas } from '../../player/FrameCanvas.tsx';
import type { Player } from '../../player/player.ts';
import styles from './Stage.module.css';
import { StageOverlays, type StageOverlaysProps } from './StageOverlays.tsx';
import { texts } from './texts.ts';
import { useElementSize } from './useElementSize.ts';
import type { StageView } from './useStageView.ts';

const WHEEL_STEP = 1.0015;

export interface StageProps extends Omit<StageOverlaysProps, 'player' | 'view'> {
  readonly player: Player;
  readonly view: StageView;
}

/** The picture with its overlays: the wheel zooms, dragging pans. */
export function Stage({ player, view, ...overlays }: StageProps) {
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
      {canPan && <output className={styles.zoom}>{texts.zoomed(zoom.factor)}</output>}
    </div>
  );
}
