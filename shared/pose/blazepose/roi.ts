/** A rotated square of the picture. */
export interface Roi {
  /** Centre, image pixels. */
  readonly x: number;
  readonly y: number;
  /** Side, image pixels. */
  readonly size: number;
  /** Clockwise on the screen, radians: 0 for an upright person. */
  readonly rotation: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The networks were trained on a square this much larger than the person's circle. */
const MARGIN = 1.25;

/**
 * Square around a person from the middle of the hips and a point on the circle that holds the whole body, straight above
 * the hips when the person is upright. Rounded to single precision, so that a stored square continues identically.
 * Source: MediaPipe pose_detection_to_roi / pose_landmarks_to_roi.
 */
export function roiFromCircle(hips: Point, top: Point): Roi {
  const radius = Math.hypot(top.x - hips.x, top.y - hips.y);
  const rotation = Math.PI / 2 - Math.atan2(hips.y - top.y, top.x - hips.x);
  return {
    x: Math.fround(hips.x),
    y: Math.fround(hips.y),
    size: Math.fround(2 * radius * MARGIN),
    rotation: Math.fround(rotation - 2 * Math.PI * Math.floor((rotation + Math.PI) / (2 * Math.PI))),
  };
}

/** An upright square. */
export const uprightRoi = (centre: Point, size: number): Roi => ({ ...centre, size, rotation: 0 });

/** Image point of a position (0-1, 0-1) inside the square. */
export function imageFromRoi(roi: Roi, x: number, y: number): Point {
  const cos = Math.cos(roi.rotation) * roi.size;
  const sin = Math.sin(roi.rotation) * roi.size;
  return { x: roi.x + (x - 0.5) * cos - (y - 0.5) * sin, y: roi.y + (x - 0.5) * sin + (y - 0.5) * cos };
}

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Intersection over union of two squares, rotation ignored. */
export function overlap(a: Roi, b: Roi): number {
  const side = (p: number, q: number) =>
    Math.max(0, Math.min(p + a.size / 2, q + b.size / 2) - Math.max(p - a.size / 2, q - b.size / 2));
  const shared = side(a.x, b.x) * side(a.y, b.y);
  return shared / (a.size ** 2 + b.size ** 2 - shared);
}
