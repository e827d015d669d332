import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Side } from '../../shared/domain/analysis.ts';
import { drawSkeleton, type Pen } from '../overlay/draw.ts';
import type { Keypoints } from '../overlay/keypointReader.ts';
import { OverlayLayer } from '../overlay/OverlayLayer.tsx';
import { skeletonScene } from '../overlay/skeletonScene.ts';
import { useElementSize } from '../overlay/useElementSize.ts';
import { type Size, viewOf, wholePicture } from '../overlay/viewTransform.ts';
import styles from './ClipScreen.module.css';
import { FrameCanvas } from './FrameCanvas.tsx';
import type { Player } from './player.ts';

export interface ClipScreenProps {
  /** Says which clip this is. */
  readonly label: string;
  readonly player: Player;
  readonly image: Size;
  /** Drawn over the picture where given. */
  readonly keypoints: Keypoints | undefined;
  readonly nearSide: Side | null;
}

/** The whole picture of a clip, with its skeleton. */
export function ClipScreen({ label, player, image, keypoints, nearSide }: ClipScreenProps) {
  const place = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Size>({ width: 0, height: 0 });
  useElementSize(place, setStage);
  const frame = useStore(player.store, (state) => state.shownFrame);
  const { width, height } = image;
  const picture = useMemo(() => ({ width, height }), [width, height]);
  const view = useMemo(() => viewOf(wholePicture(picture), picture, stage), [picture, stage]);
  const pose = useMemo(() => {
    if (frame === undefined || keypoints === undefined) return undefined;
    const scene = skeletonScene(keypoints, frame, { nearSide, stance: [] });
    return (pen: Pen) => drawSkeleton(pen, scene, view);
  }, [frame, keypoints, nearSide, view]);
  return (
    <div ref={place} className={styles.screen} role="img" aria-label={label}>
      {stage.width > 0 && (
        <>
          <FrameCanvas player={player} image={picture} stage={stage} view={view} className={styles.canvas} />
          <OverlayLayer layer="pose" draw={pose} stage={stage} className={styles.canvas} />
        </>
      )}
    </div>
  );
}
