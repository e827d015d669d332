import type { Shape } from '../../shared/picture/drawingShapes.ts';
import { HALO_COLOUR } from './overlayStyle.ts';
import { canvasFromImage, type ViewTransform } from './viewTransform.ts';

/** What labels need beside lines. */
export type TextPen = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'stroke'
  | 'fill'
  | 'setLineDash'
  | 'strokeStyle'
  | 'fillStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'measureText'
  | 'fillText'
  | 'fillRect'
>;

const FONT_PX = 15;
const LINE_PX = 2.5;
const DASH = [7, 5];
const LABEL_GROUND = 'rgb(8 14 14 / 78%)';

/** Shapes of the picture on the stage: every line over a dark halo, every label on a dark ground. */
export function drawShapes(
  pen: TextPen,
  shapes: readonly Shape[],
  colour: string,
  view: ViewTransform,
): void {
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  for (const shape of shapes) {
    if (shape.kind === 'path') drawPath(pen, shape, colour, view);
  }
  for (const shape of shapes) {
    if (shape.kind === 'label') drawLabel(pen, shape, colour, view);
  }
}

function drawPath(
  pen: TextPen,
  { points, dashed, filled }: Extract<Shape, { kind: 'path' }>,
  colour: string,
  view: ViewTransform,
): void {
  for (const [stroke, widthPx] of [
    [HALO_COLOUR, LINE_PX + 2.5],
    [colour, LINE_PX],
  ] as const) {
    pen.beginPath();
    points.forEach((point, i) => {
      const { x, y } = canvasFromImage(view, point);
      if (i === 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    });
    pen.setLineDash(dashed ? DASH : []);
    pen.strokeStyle = stroke;
    pen.lineWidth = widthPx;
    pen.stroke();
    if (!filled || stroke !== colour) continue;
    pen.fillStyle = colour;
    pen.fill();
  }
}

function drawLabel(
  pen: TextPen,
  { at, text }: Extract<Shape, { kind: 'label' }>,
  colour: string,
  view: ViewTransform,
): void {
  const { x, y } = canvasFromImage(view, at);
  pen.font = `600 ${FONT_PX}px system-ui, sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  const width = pen.measureText(text).width + 12;
  const height = FONT_PX + 8;
  pen.fillStyle = LABEL_GROUND;
  pen.fillRect(x - width / 2, y - height / 2, width, height);
  pen.fillStyle = colour;
  pen.fillText(text, x, y + 1);
}
