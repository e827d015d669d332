import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { DRAWING_COLOURS, type Drawing } from '../../../../shared/domain/drawing.ts';
import { drawingShapes, drawingValue, isShownIn } from '../../../../shared/picture/drawingShapes.ts';
import { drawShapes, type TextPen } from '../../../overlay/drawShapes.ts';
import { OverlayLayer } from '../../../overlay/OverlayLayer.tsx';
import type { Player } from '../../../player/player.ts';
import styles from '../Stage.module.css';
import type { StageView } from '../useStageView.ts';
import type { JointAt } from './drawMaths.ts';

export interface SavedDrawingsProps {
  readonly player: Player;
  readonly view: StageView;
  /** True seconds of all frames. */
  readonly times: Float64Array;
  readonly drawings: readonly Drawing[];
  readonly jointAt: JointAt;
}

/** What is drawn on the frame on show, and the same in words. */
export function SavedDrawings({ player, view, times, drawings, jointAt }: SavedDrawingsProps) {
  const { t } = useTranslation();
  const frame = useStore(player.store, (state) => state.shownFrame);
  const { image } = view;
  const shown = useMemo(() => {
    if (frame === undefined) return [];
    const facts = { frame, times, jointAt, heightPx: image.height };
    return drawings
      .filter((drawing) => isShownIn(drawing, frame))
      .map((drawing) => ({
        drawing,
        shapes: drawingShapes(drawing, facts),
        value: drawingValue(drawing, facts),
      }));
  }, [frame, times, jointAt, drawings, image.height]);
  const draw = useMemo(() => {
    if (shown.length === 0) return undefined;
    return (pen: TextPen) => {
      for (const { drawing, shapes } of shown)
        drawShapes(pen, shapes, DRAWING_COLOURS[drawing.colour], view.view);
    };
  }, [shown, view.view]);
  return (
    <>
      <OverlayLayer layer="saved" draw={draw} stage={view.stage} className={styles.canvas} />
      {shown.length > 0 && (
        <ul className="visuallyHidden" aria-label={t('review.draw.onFrame')}>
          {shown.map(({ drawing, value }) => (
            <li key={drawing.id}>
              {t(`review.draw.tools.${drawing.tool}`)} {value}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
