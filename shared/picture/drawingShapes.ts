import type { Drawing, DrawingPoint } from '../domain/drawing.ts';
import { atan2Deg } from '../math/angles.ts';

/** Pixels of the upright picture, y down. */
export interface ShapePoint {
  readonly x: number;
  readonly y: number;
}

/** What to draw: arcs and circles are lines of many corners, so that every pen can draw them. */
export type Shape =
  | {
      readonly kind: 'path';
      readonly points: readonly ShapePoint[];
      readonly dashed: boolean;
      readonly filled: boolean;
    }
  | { readonly kind: 'label'; readonly at: ShapePoint; readonly text: string };

/** What a drawing needs to know of the clip and of the frame that shows it. */
export interface FrameFacts {
  readonly frame: number;
  /** True seconds of all frames. */
  readonly times: ArrayLike<number>;
  /** Height of the upright picture, pixels: arrow heads and arcs are a share of it. */
  readonly heightPx: number;
  /** A keypoint as the coach corrected it; undefined where nobody was found. */
  readonly jointAt: (frame: number, joint: number) => ShapePoint | undefined;
}

/** Arrow heads, arcs and the way of a label from what it belongs to, as shares of the picture's height. */
const HEAD = 0.045;
const ARC = 0.07;
const APART = 0.03;
const ARC_STEP_DEG = 4;

/** What a drawing looks like in a frame; empty where it is not shown, or where a joint that it goes along with is not seen. */
export function drawingShapes(drawing: Drawing, facts: FrameFacts): Shape[] {
  const points = pointsIn(drawing, facts);
  const [a, b, c] = points;
  if (a === undefined) return [];
  const value = drawingValue(drawing, facts);
  switch (drawing.tool) {
    case 'freehand':
    case 'line':
      return [line(points)];
    case 'arrow':
      return b === undefined ? [] : [line([a, b]), ...arrowHead(a, b, HEAD * facts.heightPx)];
    case 'angle':
      return b === undefined || c === undefined ? [] : angleShapes(a, b, c, value, facts.heightPx);
    case 'vertical':
    case 'horizontal':
      return b === undefined ? [] : againstShapes(a, b, drawing.tool, value, facts.heightPx);
    case 'rearfoot':
      return rearfootShapes(points, value, facts.heightPx);
    case 'circle':
      return b === undefined ? [] : [line(arc(a, Math.hypot(b.x - a.x, b.y - a.y), 0, 360))];
    default:
      return value === undefined ? [] : [{ kind: 'label', at: a, text: value }];
  }
}

/** What a drawing says in a frame: an angle in whole degrees, a time, a count, its text; undefined where it says nothing. */
export function drawingValue(drawing: Drawing, facts: FrameFacts): string | undefined {
  const [a, b, c] = pointsIn(drawing, facts);
  if (a === undefined) return undefined;
  switch (drawing.tool) {
    case 'angle':
      return b === undefined || c === undefined ? undefined : `${angleDeg(a, b, c).toFixed(0)}°`;
    case 'vertical':
    case 'horizontal':
      return b === undefined ? undefined : `${leanDeg(a, b, drawing.tool).toFixed(0)}°`;
    case 'rearfoot': {
      const deg = rearfootDeg(pointsIn(drawing, facts));
      return deg === undefined ? undefined : `${Math.abs(deg).toFixed(0)}°`;
    }
    case 'text':
      return drawing.text ?? undefined;
    case 'stopwatch':
      return stopwatchText(drawing, facts);
    case 'counter':
      return counterText(drawing, facts);
    default:
      return undefined;
  }
}

export const isShownIn = ({ fromFrame, toFrame }: Drawing, frame: number): boolean =>
  frame >= fromFrame && frame <= toFrame;

/** Where a drawing's points are in a frame; none where it is not shown or one of them cannot be told. */
export function pointsIn(drawing: Drawing, facts: Pick<FrameFacts, 'frame' | 'jointAt'>): ShapePoint[] {
  if (!isShownIn(drawing, facts.frame)) return [];
  const points = drawing.points.flatMap((point) => placeOf(point, drawing.frame, facts) ?? []);
  return points.length === drawing.points.length ? points : [];
}

function placeOf(
  { x, y, joint }: DrawingPoint,
  placedIn: number,
  { frame, jointAt }: Pick<FrameFacts, 'frame' | 'jointAt'>,
): ShapePoint | undefined {
  if (joint === null || frame === placedIn) return { x, y };
  const [then, now] = [jointAt(placedIn, joint), jointAt(frame, joint)];
  return then && now && { x: x + now.x - then.x, y: y + now.y - then.y };
}

/** Angle at `corner`, degrees, 0-180; 0 where two points are one. */
export function angleDeg(from: ShapePoint, corner: ShapePoint, to: ShapePoint): number {
  const [ux, uy, vx, vy] = [from.x - corner.x, from.y - corner.y, to.x - corner.x, to.y - corner.y];
  return Math.abs(atan2Deg(ux * vy - uy * vx, ux * vx + uy * vy));
}

/** Smaller angle between a line and the upright or the level of the picture, degrees, 0-90. */
export function leanDeg(a: ShapePoint, b: ShapePoint, against: 'vertical' | 'horizontal'): number {
  const [dx, dy] = [Math.abs(b.x - a.x), Math.abs(b.y - a.y)];
  return against === 'vertical' ? atan2Deg(dx, dy) : atan2Deg(dy, dx);
}

/**
 * How far the back of the heel is turned from the line of the calf, degrees: METHOD.md 1.4. Positive where the
 * heel's lower end goes to the right of the picture.
 * @param marks upper and lower mark of the calf, upper and lower mark of the heel; either pair may come lower mark first
 * @returns undefined where there are not four, or two of a pair are one
 */
export function rearfootDeg(marks: readonly ShapePoint[]): number | undefined {
  const [a, b, c, d] = marks;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  const [calf, heel] = [downLeanDeg(a, b), downLeanDeg(c, d)];
  return calf === undefined || heel === undefined ? undefined : heel - calf;
}

/** How far that angle may be off where every mark is within `markPx` of its place across its line, degrees. */
export function rearfootHalfWidthDeg(marks: readonly ShapePoint[], markPx: number): number | undefined {
  const [a, b, c, d] = marks;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  const off = (from: ShapePoint, to: ShapePoint): number =>
    (Math.SQRT2 * markPx) / Math.hypot(to.x - from.x, to.y - from.y);
  return atan2Deg(Math.hypot(off(a, b), off(c, d)), 1);
}

/** Lean of a line on its way down, degrees, positive to the right. */
function downLeanDeg(a: ShapePoint, b: ShapePoint): number | undefined {
  const [top, low] = a.y <= b.y ? [a, b] : [b, a];
  return top.x === low.x && top.y === low.y ? undefined : atan2Deg(low.x - top.x, low.y - top.y);
}

function stopwatchText({ marks: [start = 0, stop] }: Drawing, { frame, times }: FrameFacts): string {
  const end = Math.max(start, Math.min(frame, stop ?? frame));
  return `${((times[end] ?? 0) - (times[start] ?? 0)).toFixed(3)} s`;
}

/** How often it was counted so far and, from the second time on, how often in a minute. */
function counterText({ marks }: Drawing, { frame, times }: FrameFacts): string {
  const counted = marks.filter((mark) => mark <= frame);
  const [first, last] = [counted[0] ?? 0, counted.at(-1) ?? 0];
  const span = (times[last] ?? 0) - (times[first] ?? 0);
  return span > 0
    ? `${counted.length} · ${((60 * (counted.length - 1)) / span).toFixed(0)}/min`
    : String(counted.length);
}

const line = (points: readonly ShapePoint[], dashed = false): Shape => ({
  ...{ kind: 'path', points, dashed },
  filled: false,
});

function arrowHead(from: ShapePoint, tip: ShapePoint, sizePx: number): Shape[] {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y);
  if (length === 0) return [];
  const [ux, uy] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const size = Math.min(sizePx, length);
  const corner = (side: number): ShapePoint => ({
    x: tip.x - size * ux + side * 0.35 * size * uy,
    y: tip.y - size * uy - side * 0.35 * size * ux,
  });
  return [{ kind: 'path', points: [tip, corner(1), corner(-1), tip], dashed: false, filled: true }];
}

/** Both arms of an angle, its arc and its value. */
export function angleShapes(
  a: ShapePoint,
  corner: ShapePoint,
  b: ShapePoint,
  value: string | undefined,
  heightPx: number,
): Shape[] {
  const [from, to] = [directionDeg(corner, a), directionDeg(corner, b)];
  const turn = ((((to - from + 180) % 360) + 360) % 360) - 180;
  const radius = arcRadius([a, b], corner, heightPx);
  return [
    line([a, corner, b]),
    line(arc(corner, radius, from, from + turn)),
    label(along(corner, from + turn / 2, radius + APART * heightPx), value),
  ];
}

/** The line, the upright or level line through its lower end, and the arc between them. */
export function againstShapes(
  a: ShapePoint,
  b: ShapePoint,
  against: 'vertical' | 'horizontal',
  value: string | undefined,
  heightPx: number,
): Shape[] {
  const [foot, head] = a.y >= b.y ? [a, b] : [b, a];
  const length = Math.hypot(head.x - foot.x, head.y - foot.y);
  const base = against === 'vertical' ? -90 : head.x < foot.x ? 180 : 0;
  const own = directionDeg(foot, head);
  const turn = ((((own - base + 180) % 360) + 360) % 360) - 180;
  const radius = Math.min(2 * ARC * heightPx, 0.7 * length);
  return [
    line([a, b]),
    line([foot, along(foot, base, length)], true),
    line(arc(foot, radius, base, base + turn)),
    label(along(foot, base + turn / 2, radius + APART * heightPx), value),
  ];
}

/** Both lines, the calf's led on (dashed) beside the heel's, and the angle between them. */
function rearfootShapes(marks: readonly ShapePoint[], value: string | undefined, heightPx: number): Shape[] {
  const [a, b, c, d] = marks;
  if (a === undefined || b === undefined) return [];
  if (c === undefined) return [line([a, b])];
  if (d === undefined) return [line([a, b]), line([c, c])];
  const heel = Math.hypot(d.x - c.x, d.y - c.y);
  const low = b.y >= a.y ? b : a;
  const down = directionDeg(low === b ? a : b, low);
  const bottom = d.y >= c.y ? d : c;
  return [
    line([a, b]),
    line([low, along(low, down, Math.hypot(bottom.x - low.x, bottom.y - low.y) || heel)], true),
    line([c, d]),
    label({ x: bottom.x, y: bottom.y + APART * heightPx }, value),
  ];
}

const label = (at: ShapePoint, text: string | undefined): Shape => ({ kind: 'label', at, text: text ?? '' });

const directionDeg = (from: ShapePoint, to: ShapePoint): number => atan2Deg(to.y - from.y, to.x - from.x);

const along = ({ x, y }: ShapePoint, deg: number, px: number): ShapePoint => ({
  x: x + px * Math.cos((deg * Math.PI) / 180),
  y: y + px * Math.sin((deg * Math.PI) / 180),
});

/** An arc never reaches beyond the shorter arm. */
function arcRadius(ends: readonly ShapePoint[], corner: ShapePoint, heightPx: number): number {
  const arms = ends.map(({ x, y }) => 0.7 * Math.hypot(x - corner.x, y - corner.y));
  return Math.min(ARC * heightPx, ...arms);
}

function arc(centre: ShapePoint, radiusPx: number, fromDeg: number, toDeg: number): ShapePoint[] {
  const steps = Math.max(1, Math.ceil(Math.abs(toDeg - fromDeg) / ARC_STEP_DEG));
  return Array.from({ length: steps + 1 }, (_, i) =>
    along(centre, fromDeg + ((toDeg - fromDeg) * i) / steps, radiusPx),
  );
}
