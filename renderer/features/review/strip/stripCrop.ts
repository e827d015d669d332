import type { Side } from '../../../../shared/domain/analysis.ts';
import { LEG } from '../../../../shared/pose/keypoints.ts';
import { type Keypoints, keypointAt } from '../../../overlay/keypointReader.ts';
import type { ImagePoint, Size } from '../../../overlay/viewTransform.ts';

/** A square part of the upright picture, image pixels; beyond the picture only where it is larger than that. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Lowest point of the foot over the frames: about where the ground is; undefined where the foot is not seen. */
  readonly groundY: number | undefined;
}

/** Room around the foot, and the least and most of a crop, in leg lengths (thigh and shank). */
const MARGIN = 0.2;
const LEAST = 0.55;
const MOST = 1.4;
/** Share of the picture where no leg is seen. */
const UNSEEN = 0.35;

/**
 * The same part of the picture for all frames of a strip, so that the foot moves and the ground stands still: the foot with
 * its way over these frames.
 */
export function cropOfFoot(
  keypoints: Keypoints,
  { from, to }: { readonly from: number; readonly to: number },
  side: Side,
  image: Size,
): Crop {
  const { hip, knee, ankle, heel, footIndex } = LEG[side];
  const frames = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const points = frames.flatMap((frame) => [ankle, heel, footIndex].flatMap((joint) => at(frame, joint)));
  const soles = frames.flatMap((frame) => [heel, footIndex].flatMap((joint) => at(frame, joint)));
  const legs = frames.flatMap((frame): number[] => {
    const [a, b, c] = [hip, knee, ankle].map((joint) => keypointAt(keypoints, frame, joint));
    return a && b && c ? [distance(a, b) + distance(b, c)] : [];
  });
  const leg = legs.sort((a, b) => a - b)[Math.floor(legs.length / 2)];
  if (leg === undefined || points.length === 0) {
    const size = UNSEEN * Math.max(image.width, image.height);
    return { x: (image.width - size) / 2, y: image.height - size, size, groundY: undefined };
  }
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const wanted = Math.max(right - left, bottom - top) + 2 * MARGIN * leg;
  const size = Math.min(MOST * leg, Math.max(LEAST * leg, wanted));
  return {
    x: within((left + right - size) / 2, size, image.width),
    y: within((top + bottom - size) / 2, size, image.height),
    size,
    groundY: soles.length === 0 ? undefined : Math.max(...soles.map(({ y }) => y)),
  };

  function at(frame: number, joint: number): ImagePoint[] {
    const point = keypointAt(keypoints, frame, joint);
    return point === undefined ? [] : [point];
  }
}

/** No empty edge where there is picture to show. */
const within = (start: number, size: number, length: number): number =>
  size >= length ? (length - size) / 2 : Math.min(length - size, Math.max(0, start));

const distance = (a: ImagePoint, b: ImagePoint): number => Math.hypot(a.x - b.x, a.y - b.y);
