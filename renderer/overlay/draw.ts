import type { GroundLine } from './groundLine.ts';
import {
  boneStyle,
  colourOf,
  GROUND_COLOUR,
  HALO_COLOUR,
  type LineStyle,
  STANCE_COLOUR,
  STANCE_GLOW,
} from './overlayStyle.ts';
import type { SkeletonScene } from './skeletonScene.ts';
import { type CanvasPoint, canvasFromImage, type ImagePoint, type ViewTransform } from './viewTransform.ts';

/** The part of a 2D context that drawing needs; canvas pixels are CSS pixels. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'stroke'
  | 'fill'
  | 'setLineDash'
  | 'strokeStyle'
  | 'fillStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
>;

function strokeLine(pen: Pen, points: readonly CanvasPoint[], { colour, widthPx, dash }: LineStyle): void {
  pen.beginPath();
  points.forEach(({ x, y }, i) => {
    if (i === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
  pen.setLineDash([...dash]);
  pen.strokeStyle = colour;
  pen.lineWidth = widthPx;
  pen.stroke();
}

export function drawSkeleton(pen: Pen, scene: SkeletonScene, view: ViewTransform): void {
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  for (const { from, to, part, isSure, isStance } of scene.bones) {
    const ends = [canvasFromImage(view, from), canvasFromImage(view, to)];
    const style = boneStyle(part, isSure);
    if (isStance && isSure) {
      strokeLine(pen, ends, { colour: STANCE_GLOW, widthPx: style.widthPx + 9, dash: [] });
    }
    strokeLine(pen, ends, { colour: HALO_COLOUR, widthPx: style.widthPx + 2, dash: style.dash });
    strokeLine(pen, ends, style);
  }
  for (const { at, part, isSure } of scene.joints) {
    const { x, y } = canvasFromImage(view, at);
    pen.beginPath();
    pen.arc(x, y, isSure ? 4 : 3, 0, 2 * Math.PI);
    pen.setLineDash([]);
    pen.lineWidth = 1.5;
    pen.fillStyle = isSure ? colourOf(part) : 'transparent';
    pen.strokeStyle = isSure ? HALO_COLOUR : colourOf(part);
    pen.fill();
    pen.stroke();
  }
}

/** Upright line through the ankle, over the height of the picture, at a contact. */
export function drawPlumbLine(pen: Pen, ankle: ImagePoint, heightPx: number, view: ViewTransform): void {
  const ends = [
    canvasFromImage(view, { x: ankle.x, y: 0 }),
    canvasFromImage(view, { x: ankle.x, y: heightPx }),
  ];
  strokeLine(pen, ends, { colour: HALO_COLOUR, widthPx: 3, dash: [] });
  strokeLine(pen, ends, { colour: STANCE_COLOUR, widthPx: 1.5, dash: [6, 4] });
}

/** The ground over the width of the picture. */
export function drawGround(pen: Pen, { at, slope }: GroundLine, widthPx: number, view: ViewTransform): void {
  const ends = [0, widthPx].map((x) => canvasFromImage(view, { x, y: at.y + slope * (x - at.x) }));
  strokeLine(pen, ends, { colour: HALO_COLOUR, widthPx: 4, dash: [] });
  strokeLine(pen, ends, { colour: GROUND_COLOUR, widthPx: 2, dash: [14, 4, 2, 4] });
}

/** Path of a point over the last frames; gaps stay gaps. */
export function drawTrail(
  pen: Pen,
  points: readonly (ImagePoint | undefined)[],
  colour: string,
  view: ViewTransform,
): void {
  let run: CanvasPoint[] = [];
  const flush = (): void => {
    if (run.length > 1) strokeLine(pen, run, { colour, widthPx: 2, dash: [] });
    run = [];
  };
  for (const point of points) {
    if (point === undefined) flush();
    else run.push(canvasFromImage(view, point));
  }
  flush();
}

/** A ring round what the coach is about to change. */
export function drawRing(pen: Pen, at: ImagePoint, view: ViewTransform): void {
  const { x, y } = canvasFromImage(view, at);
  for (const [colour, widthPx] of [
    [HALO_COLOUR, 5],
    ['#ffffff', 2.5],
  ] as const) {
    pen.beginPath();
    pen.arc(x, y, 20, 0, 2 * Math.PI);
    pen.setLineDash([]);
    pen.strokeStyle = colour;
    pen.lineWidth = widthPx;
    pen.stroke();
  }
}

/** A square round a joint that a coach placed: told apart from the round joints that were found. */
export function drawPlaced(pen: Pen, at: ImagePoint, view: ViewTransform): void {
  const { x, y } = canvasFromImage(view, at);
  const half = 8;
  const corners = [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
    [-half, -half],
  ].map(([dx = 0, dy = 0]) => ({ x: x + dx, y: y + dy }));
  strokeLine(pen, corners, { colour: HALO_COLOUR, widthPx: 4, dash: [] });
  strokeLine(pen, corners, { colour: '#ffffff', widthPx: 2, dash: [] });
}

/** The way of a joint from where it was found to where it is now. */
export function drawMoved(pen: Pen, found: ImagePoint, now: ImagePoint, view: ViewTransform): void {
  const [from, to] = [canvasFromImage(view, found), canvasFromImage(view, now)];
  if (from.x === to.x && from.y === to.y) return;
  strokeLine(pen, [from, to], { colour: HALO_COLOUR, widthPx: 4, dash: [] });
  strokeLine(pen, [from, to], { colour: '#ffffff', widthPx: 2, dash: [4, 3] });
  pen.beginPath();
  pen.arc(from.x, from.y, 3, 0, 2 * Math.PI);
  pen.setLineDash([]);
  pen.strokeStyle = '#ffffff';
  pen.lineWidth = 2;
  pen.stroke();
}
