import { atan2Deg, wrapDeg } from '../../shared/math/angles.ts';
import { againstShapes, angleShapes, leanDeg, type Shape } from '../../shared/picture/drawingShapes.ts';
import { isSure } from '../../shared/picture/skeletonStyle.ts';
import { LEG, SHOULDERS, type Side } from '../../shared/pose/keypoints.ts';
import { type Keypoint, type Keypoints, keypointAt } from './keypointReader.ts';
import type { ImagePoint } from './viewTransform.ts';

/** Segments with an angle of their own in a side view. */
export const ANGLE_NAMES = ['trunk', 'knee', 'shank', 'foot'] as const;
export type AngleName = (typeof ANGLE_NAMES)[number];

export interface SeenAngle {
  readonly name: AngleName;
  /** Degrees. Trunk: forward lean positive. Knee: flexion. Shank: ankle ahead of the knee positive. Foot: toe up positive. */
  readonly deg: number;
  /** Arc and lines, with the name and the value as their label. */
  readonly shapes: readonly Shape[];
}

/** Middle of a label from its joint, share of the picture's height. */
const BESIDE = 0.14;

export interface AngleOptions {
  readonly side: Side;
  /** 1 where the runner goes to the right of the picture. */
  readonly forward: 1 | -1;
  readonly heightPx: number;
  readonly textOf: (name: AngleName, deg: number) => string;
}

/**
 * Angles of trunk and one leg as the keypoints of a frame show them, with the signs of the measurements. An angle with an end
 * that is missing or a guess is left out.
 */
export function angleScene(keypoints: Keypoints, frame: number, options: AngleOptions): SeenAngle[] {
  const { side, forward, heightPx, textOf } = options;
  const sure = (joint: number): Keypoint | undefined => {
    const at = keypointAt(keypoints, frame, joint);
    return at !== undefined && isSure(at.visibility) ? at : undefined;
  };
  const leg = LEG[side];
  const [hip, knee, ankle, heel, toe] = [leg.hip, leg.knee, leg.ankle, leg.heel, leg.footIndex].map(sure);
  const midHip = between(sure(LEG.L.hip), sure(LEG.R.hip));
  const midShoulder = between(sure(SHOULDERS.L), sure(SHOULDERS.R));
  const seen: SeenAngle[] = [];
  /** Ahead of the shank and the toe, behind knee and trunk: beside the leg and apart from each other. */
  const labelAt = (name: AngleName, from: ImagePoint, to: ImagePoint): ImagePoint => {
    const way = name === 'shank' || name === 'foot' ? forward : -forward;
    const x = name === 'foot' ? to.x : (from.x + to.x) / 2;
    return { x: x + way * BESIDE * heightPx, y: (from.y + to.y) / 2 };
  };
  const against = (
    name: AngleName,
    from: ImagePoint | undefined,
    to: ImagePoint | undefined,
    axis: 'vertical' | 'horizontal',
    signOf: (dx: number, dy: number) => number,
  ): void => {
    if (from === undefined || to === undefined) return;
    const deg = leanDeg(from, to, axis) * Math.sign(signOf(to.x - from.x, to.y - from.y));
    const shapes = againstShapes(from, to, axis, textOf(name, deg), heightPx);
    seen.push({ name, deg, shapes: labelled(shapes, labelAt(name, from, to)) });
  };
  against('trunk', midHip, midShoulder, 'vertical', (dx) => forward * dx);
  if (hip && knee && ankle) {
    const beyond = { x: knee.x + (knee.x - hip.x) / 2, y: knee.y + (knee.y - hip.y) / 2 };
    const ahead = (from: ImagePoint, to: ImagePoint) => atan2Deg(forward * (to.x - from.x), to.y - from.y);
    const deg = wrapDeg(ahead(hip, knee) - ahead(knee, ankle));
    seen.push({
      ...{ name: 'knee', deg },
      shapes: labelled(
        angleShapes(beyond, knee, ankle, textOf('knee', deg), heightPx),
        labelAt('knee', knee, knee),
      ),
    });
  }
  against('shank', knee, ankle, 'vertical', (dx) => forward * dx);
  against('foot', heel, toe, 'horizontal', (_, dy) => -dy);
  return seen;
}

const labelled = (shapes: readonly Shape[], at: ImagePoint): Shape[] =>
  shapes.map((shape) => (shape.kind === 'label' ? { ...shape, at } : shape));

const between = (a: ImagePoint | undefined, b: ImagePoint | undefined): ImagePoint | undefined =>
  a && b && { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
