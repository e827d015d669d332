import type { ShapePoint } from './drawingShapes.ts';

/**
 * A line of fewer corners that stays within `tolerancePx` of the given one (Ramer, Douglas and Peucker). First and last point
 * stay.
 */
export function simplified(points: readonly ShapePoint[], tolerancePx: number): ShapePoint[] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 3) return [...points];
  let farthest = 0;
  let most = tolerancePx;
  points.forEach((point, i) => {
    const away = distanceToSegment(point, first, last);
    if (away > most) [most, farthest] = [away, i];
  });
  if (farthest === 0) return [first, last];
  const before = simplified(points.slice(0, farthest + 1), tolerancePx);
  return [...before.slice(0, -1), ...simplified(points.slice(farthest), tolerancePx)];
}

/** Pixels from a point to the nearest one between `a` and `b`. */
export function distanceToSegment({ x, y }: ShapePoint, a: ShapePoint, b: ShapePoint): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / length));
  return Math.hypot(x - a.x - share * dx, y - a.y - share * dy);
}
