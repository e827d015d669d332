import type { Side } from '../../shared/domain/analysis.ts';
import { isSure } from '../../shared/picture/skeletonStyle.ts';
import { BONES, LEG, SIDES } from '../../shared/pose/keypoints.ts';
import { type Keypoints, keypointAt } from './keypointReader.ts';
import type { ImagePoint } from './viewTransform.ts';

/** `plain` where no leg is nearer, as from behind: then left and right are told apart instead. */
export type BodyPart = 'near' | 'far' | 'left' | 'right' | 'trunk';

export interface SkeletonBone {
  readonly from: ImagePoint;
  readonly to: ImagePoint;
  readonly part: BodyPart;
  readonly isSure: boolean;
  /** The leg that carries the runner now. */
  readonly isStance: boolean;
}

export interface SkeletonJoint {
  readonly at: ImagePoint;
  readonly part: BodyPart;
  readonly isSure: boolean;
}

export interface SkeletonScene {
  readonly bones: readonly SkeletonBone[];
  readonly joints: readonly SkeletonJoint[];
}

/** What of the skeleton is shown. */
export type Segment = Side | 'trunk' | 'arms';

export interface SkeletonOptions {
  /** Everything where it is absent. */
  readonly segments?: ReadonlySet<Segment>;
  /** Side towards the camera; null from behind or in front. */
  readonly nearSide: Side | null;
  /** Feet on the ground in this frame. */
  readonly stance: readonly Side[];
}

const LEG_SIDES = new Map<number, Side>(
  SIDES.flatMap((side) => Object.values(LEG[side]).map((index) => [index, side] as const)),
);

/** Shoulders, elbows and wrists; the line between the shoulders belongs to the trunk. */
const ARMS: ReadonlySet<number> = new Set([11, 12, 13, 14, 15, 16]);

/** What of the body is to be drawn in a frame; empty where nobody was found. Bones with a missing end are left out. */
export function skeletonScene(data: Keypoints, frame: number, options: SkeletonOptions): SkeletonScene {
  const isShown = (segment: Segment): boolean => options.segments?.has(segment) ?? true;
  const bones = BONES.flatMap(([a, b]): SkeletonBone[] => {
    const [from, to] = [keypointAt(data, frame, a), keypointAt(data, frame, b)];
    if (from === undefined || to === undefined) return [];
    const side = legOf(a, b);
    if (!isShown(side ?? (ARMS.has(a) && ARMS.has(b) && a + b !== 23 ? 'arms' : 'trunk'))) return [];
    return [
      {
        from,
        to,
        part: partOf(side, options.nearSide),
        isSure: isSure(from.visibility) && isSure(to.visibility),
        isStance: side !== undefined && options.stance.includes(side),
      },
    ];
  });
  const joints = [...LEG_SIDES].flatMap(([index, side]): SkeletonJoint[] => {
    const at = keypointAt(data, frame, index);
    return at === undefined || !isShown(side)
      ? []
      : [{ at, part: partOf(side, options.nearSide), isSure: isSure(at.visibility) }];
  });
  return { bones: [...bones].sort((a, b) => ORDER[a.part] - ORDER[b.part]), joints };
}

/** The near leg is drawn last, over the far one. */
const ORDER: Readonly<Record<BodyPart, number>> = { far: 0, trunk: 1, left: 2, right: 2, near: 3 };

/** The leg that both ends belong to; the pelvis line joins two legs and counts as trunk. */
function legOf(a: number, b: number): Side | undefined {
  const side = LEG_SIDES.get(a);
  return side !== undefined && side === LEG_SIDES.get(b) ? side : undefined;
}

function partOf(side: Side | undefined, nearSide: Side | null): BodyPart {
  if (side === undefined) return 'trunk';
  if (nearSide === null) return side === 'L' ? 'left' : 'right';
  return side === nearSide ? 'near' : 'far';
}
