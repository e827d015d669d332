import type { Side } from '../../shared/domain/analysis.ts';
import { LEG } from '../../shared/pose/keypoints.ts';
import { type Keypoint, type Keypoints, keypointAt } from './keypointReader.ts';
import type { ImagePoint } from './viewTransform.ts';

/** A foot that was lost is looked for this many frames before and after. */
const REACH_FRAMES = 30;

/** Middle of a foot's ankle, heel and toe in a frame; of the nearest frame that has them where this one has not. */
export function footPoint(data: Keypoints, frame: number, side: Side): ImagePoint | undefined {
  for (let away = 0; away <= REACH_FRAMES; away++) {
    const found = middleOf(data, frame - away, side) ?? middleOf(data, frame + away, side);
    if (found !== undefined) return found;
  }
  return undefined;
}

function middleOf(data: Keypoints, frame: number, side: Side): ImagePoint | undefined {
  if (frame < 0) return undefined;
  const { ankle, heel, footIndex } = LEG[side];
  const points = [ankle, heel, footIndex]
    .map((index) => keypointAt(data, frame, index))
    .filter((point): point is Keypoint => point !== undefined);
  if (points.length === 0) return undefined;
  const mean = (of: (point: Keypoint) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  return { x: mean(({ x }) => x), y: mean(({ y }) => y) };
}
