import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { DRAWING_COLOURS, type Drawing, POINTS_OF_TOOL } from '../../../../shared/domain/drawing.ts';
import { drawingShapes, pointsIn } from '../../../../shared/picture/drawingShapes.ts';
import { useKeyText } from '../../../actions/useKeyText.ts';
import { drawShapes, type TextPen } from '../../../overlay/drawShapes.ts';
import { OverlayLayer } from '../../../overlay/OverlayLayer.tsx';
import {
  type CanvasPoint,
  canvasFromImage,
  type ImagePoint,
  imageFromCanvas,
} from '../../../overlay/viewTransform.ts';
import type { Player } from '../../../player/player.ts';
import styles from '../Stage.module.css';
import type { StageView } from '../useStageView.ts';
import drawStyles from './draw.module.css';
import { drawingUnder, type Held, jointsFrom } from './drawMaths.ts';
import type { DrawChoice } from './drawTools.ts';
import type { Drawings } from './useDrawing.ts';

export interface DrawLayerProps {
  readonly player: Player;
  readonly view: StageView;
  readonly times: Float64Array;
  readonly drawing: Drawings;
}

/** A point this near to a joint is put on it where the drawing follows the body, CSS pixels. */
const SNAP_PX = 14;
/** A press that goes this far places the first point where it began and the second where it ends, CSS pixels. */
const DRAG_PX = 8;

/** Over the picture while it is drawn on: the pointer draws or takes hold of what is drawn. */
export function DrawLayer({ player, view: { view, stage, image }, times, drawing }: DrawLayerProps) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const place = useRef<HTMLDivElement>(null);
  const [pointer, setPointer] = useState<ImagePoint>();
  const [held, setHeld] = useState<Held & { readonly from: ImagePoint }>();
  const [hand, setHand] = useState<readonly ImagePoint[]>();
  const pressed = useRef<{ readonly x: number; readonly y: number }>(undefined);
  const frame = useStore(player.store, (state) => state.frame);
  const { tool, draft, cursor, colour, jointAt, selected, follows } = drawing;
  useEffect(() => place.current?.focus(), []);

  const tip = cursor ?? pointer;
  const draw = useMemo(() => {
    const open: Drawing | undefined =
      tool === 'hand'
        ? undefined
        : {
            ...{ id: 'draft', clipId: '', tool: hand ? 'freehand' : tool, colour, frame },
            ...{ fromFrame: frame, toFrame: frame, text: null, marks: [] },
            points: (hand ?? [...draft, ...(tip ? [tip] : [])]).map((point) => ({ ...point, joint: null })),
          };
    const isAngle = open?.tool === 'angle' && open.points.length === 2;
    const shown = open && (isAngle ? { ...open, tool: 'line' as const } : open);
    const facts = { frame, times, jointAt, heightPx: image.height };
    const shapes = shown && (hand || draft.length > 0) ? drawingShapes(shown, facts) : [];
    const grips = selected === undefined ? [] : gripsOf(selected, pointsIn(selected, facts));
    return (pen: TextPen) => {
      drawShapes(pen, shapes, DRAWING_COLOURS[colour], view);
      for (const grip of grips) drawGrip(pen, canvasFromImage(view, grip));
    };
  }, [tool, draft, tip, hand, colour, frame, times, jointAt, image.height, selected, view]);

  const imageOf = (event: React.PointerEvent<HTMLDivElement>): ImagePoint => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return imageFromCanvas(view, { x: event.clientX - left, y: event.clientY - top });
  };
  const snapped = (at: ImagePoint): ImagePoint => {
    const inside = {
      x: Math.min(image.width, Math.max(0, at.x)),
      y: Math.min(image.height, Math.max(0, at.y)),
    };
    const near = follows ? jointsFrom(inside, frame, jointAt)[0] : undefined;
    return near !== undefined && near.away * view.scale <= SNAP_PX ? near.at : inside;
  };
  const takeHold = (event: React.PointerEvent<HTMLDivElement>): void => {
    const from = imageOf(event);
    const found = drawingUnder(drawing.own, frame, jointAt, view, canvasFromImage(view, from));
    drawing.select(found?.drawing);
    // Beside everything, dragging moves the picture as ever.
    if (found === undefined) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    setHeld({ ...found, from });
  };
  return (
    <>
      <OverlayLayer layer="draft" draw={draw} stage={stage} className={styles.canvas} />
      <div
        ref={place}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the cross from here
        tabIndex={0}
        className={drawStyles.layer}
        data-tool={tool}
        data-held={held !== undefined || undefined}
        data-draw=""
        aria-label={t('review.draw.stage', { tool: t(`review.draw.tools.${tool}`) })}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          drawing.hideCursor();
          if (tool === 'hand') {
            takeHold(event);
            return;
          }
          event.stopPropagation();
          event.currentTarget.setPointerCapture(event.pointerId);
          const at = snapped(imageOf(event));
          pressed.current = { x: event.clientX, y: event.clientY };
          if (tool === 'freehand') setHand([at]);
          else drawing.place(at);
        }}
        onPointerMove={(event) => {
          const at = imageOf(event);
          setPointer(snapped(at));
          if (hand !== undefined) setHand([...hand, snapped(at)]);
          if (held === undefined) return;
          event.stopPropagation();
          drawing.drag(held.drawing, held.point, at.x - held.from.x, at.y - held.from.y);
        }}
        onPointerUp={(event) => {
          const start = pressed.current;
          pressed.current = undefined;
          if (held !== undefined) {
            setHeld(undefined);
            drawing.endDrag();
          } else if (hand !== undefined) {
            setHand(undefined);
            drawing.drawHand(hand);
          } else if (start !== undefined && draft.length > 0) {
            const away = Math.hypot(event.clientX - start.x, event.clientY - start.y);
            if (away > DRAG_PX) drawing.place(snapped(imageOf(event)));
          }
        }}
        onPointerLeave={() => setPointer(undefined)}
        onPointerCancel={() => {
          setHeld(undefined);
          setHand(undefined);
        }}
      />
      <p className={drawStyles.hint}>
        {t(`review.draw.hints.${hintOf(tool)}`, { key: keyText('review.draw.next') })}
      </p>
      {cursor !== undefined && <Cross at={canvasFromImage(view, cursor)} />}
    </>
  );
}

const hintOf = (tool: DrawChoice): 'hand' | 'one' | 'two' | 'three' | 'four' | 'freehand' => {
  if (tool === 'hand' || tool === 'freehand') return tool;
  return (['one', 'two', 'three', 'four'] as const)[POINTS_OF_TOOL[tool][0] - 1] ?? 'one';
};

/** A long line of the hand is held anywhere, the others by their points. */
const gripsOf = ({ tool }: Drawing, points: readonly ImagePoint[]): readonly ImagePoint[] =>
  tool === 'freehand' ? [points[0], points.at(-1)].filter((point) => point !== undefined) : points;

const GRIP_PX = 9;

function drawGrip(pen: TextPen, { x, y }: CanvasPoint): void {
  pen.setLineDash([]);
  pen.fillStyle = '#0a0e0e';
  pen.fillRect(x - GRIP_PX / 2 - 1, y - GRIP_PX / 2 - 1, GRIP_PX + 2, GRIP_PX + 2);
  pen.fillStyle = '#ffffff';
  pen.fillRect(x - GRIP_PX / 2, y - GRIP_PX / 2, GRIP_PX, GRIP_PX);
}

/** Where Enter places the next point. */
const Cross = ({ at: { x, y } }: { at: CanvasPoint }) => (
  <span className={drawStyles.cross} style={{ translate: `${x}px ${y}px` }} data-cross="" />
);
