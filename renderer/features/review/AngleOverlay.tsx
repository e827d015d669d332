import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Side } from '../../../shared/domain/analysis.ts';
import { angleScene } from '../../overlay/angleScene.ts';
import { drawShapes, type TextPen } from '../../overlay/drawShapes.ts';
import type { Keypoints } from '../../overlay/keypointReader.ts';
import { OverlayLayer } from '../../overlay/OverlayLayer.tsx';
import { ANGLE_COLOUR } from '../../overlay/overlayStyle.ts';
import styles from './Stage.module.css';
import type { StageView } from './useStageView.ts';

export interface AngleOverlayProps {
  readonly keypoints: Keypoints;
  readonly frame: number | undefined;
  /** Leg whose angles are shown. */
  readonly foot: Side;
  readonly forward: 1 | -1;
  readonly view: StageView;
}

/** Angles of trunk and leg as the frame shows them, on the picture and in words. */
export function AngleOverlay({ keypoints, frame, foot, forward, view }: AngleOverlayProps) {
  const { t } = useTranslation();
  const { image } = view;
  const angles = useMemo(
    () =>
      frame === undefined
        ? []
        : angleScene(keypoints, frame, {
            ...{ side: foot, forward, heightPx: image.height },
            textOf: (name, deg) =>
              t('review.overlay.value', {
                name: t(`review.overlay.names.${name}`),
                deg: deg.toFixed(0).replace(/^-0$/, '0').replace('-', '−'),
              }),
          }),
    [keypoints, frame, foot, forward, image.height, t],
  );
  const draw = useMemo(
    () => (pen: TextPen) => {
      for (const { shapes } of angles) drawShapes(pen, shapes, ANGLE_COLOUR, view.view);
    },
    [angles, view.view],
  );
  return (
    <>
      <OverlayLayer layer="pose" draw={draw} stage={view.stage} className={styles.canvas} />
      <ul className="visuallyHidden" aria-label={t('review.overlay.onFrame')}>
        {angles.map(({ name, shapes }) => (
          <li key={name}>{shapes.flatMap((shape) => (shape.kind === 'label' ? shape.text : []))}</li>
        ))}
      </ul>
    </>
  );
}
