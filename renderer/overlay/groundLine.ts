import { fitLine, median } from '../../shared/math/statistics.ts';
import { LEG, type Side } from '../../shared/pose/keypoints.ts';
import { type Keypoints, keypointAt } from './keypointReader.ts';
import type { ImagePoint } from './viewTransform.ts';

/** A foot on the ground, from contact to toe-off, frames. */
export interface Standing {
  readonly side: Side;
  readonly from: number;
  readonly to: number;
}

export interface GroundLine {
  /** Under the foot that stands, or stood last. */
  readonly at: ImagePoint;
  /** Down per right, of the picture. */
  readonly slope: number;
}

/** Feet that stand this far apart, picture heights of the leg, show the ground between them: the camera stands still. */
const APART_LEGS = 1;
const FEWEST = 3;

/**
 * The ground as the feet show it: under the standing foot, along the line through all of them where the runner passes the
 * camera, along the way of the toe on the belt where he stays. Level where too few feet are seen.
 */
export function groundLine(
  keypoints: Keypoints,
  standing: readonly Standing[],
  frame: number,
): GroundLine | undefined {
  const soles = standing.flatMap((one) => {
    const at = soleOf(keypoints, Math.round((one.from + one.to) / 2), one.side);
    return at === undefined ? [] : [{ at, one }];
  });
  const away = ({ one: { from, to } }: (typeof soles)[number]) => Math.max(from - frame, frame - to, 0);
  const nearest = [...soles].sort((a, b) => away(a) - away(b))[0];
  if (nearest === undefined) return undefined;
  const now = away(nearest) === 0 ? soleOf(keypoints, frame, nearest.one.side) : undefined;
  const leg = median(standing.flatMap(({ side, from }) => legLength(keypoints, from, side) ?? []));
  const xs = soles.map(({ at }) => at.x);
  const isPassing =
    leg !== undefined && soles.length >= FEWEST && Math.max(...xs) - Math.min(...xs) > APART_LEGS * leg;
  const slope = isPassing
    ? fitLine(
        xs,
        soles.map(({ at }) => at.y),
      )?.slope
    : toeSlope(keypoints, standing);
  // In the middle of stance heel and toe are both down; at its ends the line stays at that height.
  const at = nearest.at;
  const x = now?.x ?? at.x;
  return { at: { x, y: at.y + (slope ?? 0) * (x - at.x) }, slope: slope ?? 0 };
}

/** Lowest of heel and toe, between them. */
function soleOf(keypoints: Keypoints, frame: number, side: Side): ImagePoint | undefined {
  const [heel, toe] = [LEG[side].heel, LEG[side].footIndex].map((joint) =>
    keypointAt(keypoints, frame, joint),
  );
  if (heel === undefined || toe === undefined) return undefined;
  return { x: (heel.x + toe.x) / 2, y: Math.max(heel.y, toe.y) };
}

function legLength(keypoints: Keypoints, frame: number, side: Side): number | undefined {
  const [hip, ankle] = [LEG[side].hip, LEG[side].ankle].map((joint) => keypointAt(keypoints, frame, joint));
  return hip && ankle && Math.hypot(hip.x - ankle.x, hip.y - ankle.y);
}

/** Median slope of the toe's way at 20-60 % of stance, where it rests on the belt. */
function toeSlope(keypoints: Keypoints, standing: readonly Standing[]): number | undefined {
  const slopes = standing.flatMap(({ side, from, to }) => {
    const first = Math.ceil(from + 0.2 * (to - from));
    const last = Math.floor(from + 0.6 * (to - from));
    const toes = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
      keypointAt(keypoints, first + i, LEG[side].footIndex),
    ).filter((toe) => toe !== undefined);
    if (toes.length < FEWEST) return [];
    const line = fitLine(
      toes.map(({ x }) => x),
      toes.map(({ y }) => y),
    );
    return line === undefined ? [] : [line.slope];
  });
  return slopes.length < FEWEST ? undefined : median(slopes);
}
