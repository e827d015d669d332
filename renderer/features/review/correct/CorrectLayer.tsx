import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { inSentence } from '../../../../shared/text/sentence.ts';
import { drawMoved, drawPlaced, type Pen } from '../../../overlay/draw.ts';
import { keypointAt } from '../../../overlay/keypointReader.ts';
import { OverlayLayer } from '../../../overlay/OverlayLayer.tsx';
import {
  canvasFromImage,
  type ImagePoint,
  imageFromCanvas,
  type ViewTransform,
} from '../../../overlay/viewTransform.ts';
import type { Player } from '../../../player/player.ts';
import styles from '../Stage.module.css';
import type { StageView } from '../useStageView.ts';
import { indexOf, type Joint, jointUnder } from './joints.ts';
import type { Correcting } from './useCorrecting.ts';

export interface CorrectLayerProps {
  readonly player: Player;
  readonly view: StageView;
  readonly correcting: Correcting;
}

/** Over the picture while keypoints are corrected: joints can be taken and moved; elsewhere dragging pans as ever. */
export function CorrectLayer({ player, view: { view, stage }, correcting }: CorrectLayerProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<{ joint: Joint; dx: number; dy: number }>();
  const frame = useStore(player.store, (state) => state.shownFrame);
  const { keypoints, placed, joint, placeOf } = correcting;
  useEffect(() => place.current?.focus(), []);
  const marks = frame === undefined ? undefined : placeOf(frame);
  const draw = useMemo(() => {
    if (frame === undefined || keypoints === undefined) return undefined;
    const byHand = [...placed]
      .filter(([, frames]) => frames.has(frame))
      .flatMap(([index]) => keypointAt(keypoints, frame, index) ?? []);
    return (pen: Pen) => {
      for (const at of byHand) drawPlaced(pen, at, view);
      if (marks !== undefined) drawMoved(pen, marks.found, marks.now, view);
    };
  }, [frame, keypoints, placed, marks, view]);

  const pointOf = (event: React.PointerEvent<HTMLDivElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  return (
    <>
      <OverlayLayer layer="draft" draw={draw} stage={stage} className={styles.canvas} />
      <div
        ref={place}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the joint from here
        tabIndex={0}
        className={styles.correct}
        data-held={held !== undefined || undefined}
        data-correct=""
        aria-label={t('review.correct.stage', { joint: t(`review.correct.joints.${joint.name}`) })}
        onPointerDown={(event) => {
          if (event.button !== 0 || frame === undefined || keypoints === undefined) return;
          const pointer = pointOf(event);
          const found = jointUnder(keypoints, frame, view, pointer, joint);
          const at = found && keypointAt(keypoints, frame, indexOf(found));
          if (found === undefined || at === undefined) return;
          event.stopPropagation();
          event.currentTarget.setPointerCapture(event.pointerId);
          correcting.choose(found);
          const grip = imageFromCanvas(view, pointer);
          // Taken beside its middle, it does not jump.
          setHeld({ joint: found, dx: at.x - grip.x, dy: at.y - grip.y });
        }}
        onPointerMove={(event) => {
          if (held === undefined) return;
          event.stopPropagation();
          const { x, y } = imageFromCanvas(view, pointOf(event));
          correcting.dragTo(held.joint, { x: x + held.dx, y: y + held.dy });
        }}
        onPointerUp={(event) => {
          if (held === undefined) return;
          event.stopPropagation();
          setHeld(undefined);
          correcting.commit();
        }}
        onPointerCancel={() => setHeld(undefined)}
      />
      {marks !== undefined && (
        <span
          className={styles.handle}
          style={{ translate: placeOnStage(marks.now, view) }}
          data-joint={joint.name}
        />
      )}
      {frame !== undefined && <Moved joint={joint} place={marks} />}
    </>
  );
}

const placeOnStage = (at: ImagePoint, view: ViewTransform): string => {
  const { x, y } = canvasFromImage(view, at);
  return `${x}px ${y}px`;
};

/** "Left ankle: found 412, 301 → coach 418, 296", pixels of the picture. */
function Moved({ joint, place }: { joint: Joint; place: ReturnType<Correcting['placeOf']> }) {
  const { t } = useTranslation();
  if (place === undefined) return <output className={styles.moved}>{t('review.correct.nobody')}</output>;
  const text = ({ x, y }: ImagePoint) => `${x.toFixed(0)}, ${y.toFixed(0)}`;
  const isMoved = place.found.x !== place.now.x || place.found.y !== place.now.y;
  const words = { found: text(place.found), now: text(place.now) };
  return (
    <output className={styles.moved}>
      <strong>
        {joint.name === 'nose'
          ? t('review.correct.joints.nose')
          : t('review.correct.jointOf', {
              side: t(`review.side.${joint.side}`),
              joint: inSentence(t(`review.correct.joints.${joint.name}`)),
            })}
      </strong>{' '}
      · {isMoved ? t('review.correct.moved', words) : t('review.correct.found', words)}
    </output>
  );
}
