import type { Side } from '../../../../shared/domain/analysis.ts';
import { LEG, NOSE, SHOULDERS, SIDES } from '../../../../shared/pose/keypoints.ts';
import { type Keypoints, keypointAt } from '../../../overlay/keypointReader.ts';
import type { CanvasPoint, ViewTransform } from '../../../overlay/viewTransform.ts';
import { canvasFromImage } from '../../../overlay/viewTransform.ts';

/** Joints in the order in which Tab goes through them. */
export const JOINTS = [
  { name: 'hip', L: LEG.L.hip, R: LEG.R.hip },
  { name: 'knee', L: LEG.L.knee, R: LEG.R.knee },
  { name: 'ankle', L: LEG.L.ankle, R: LEG.R.ankle },
  { name: 'heel', L: LEG.L.heel, R: LEG.R.heel },
  { name: 'toe', L: LEG.L.footIndex, R: LEG.R.footIndex },
  { name: 'shoulder', L: SHOULDERS.L, R: SHOULDERS.R },
  { name: 'elbow', L: 13, R: 14 },
  { name: 'wrist', L: 15, R: 16 },
  { name: 'nose', L: NOSE, R: NOSE },
] as const;
export type JointName = (typeof JOINTS)[number]['name'];

/** A joint of one side; the nose has none, its side is the one that was at hand. */
export interface Joint {
  readonly name: JointName;
  readonly side: Side;
}

export const indexOf = ({ name, side }: Joint): number =>
  JOINTS.find((joint) => joint.name === name)?.[side] ?? NOSE;

export function neighbourOf({ name, side }: Joint, direction: 1 | -1): Joint {
  const at = JOINTS.findIndex((joint) => joint.name === name);
  const next = JOINTS[(at + direction + JOINTS.length) % JOINTS.length];
  return { name: next?.name ?? name, side };
}

/** A pointer this near to a joint means the joint, CSS pixels. */
const HIT_PX = 18;

/** The joint under a pointer: the nearest one; where two lie on each other, the one that is chosen already, then `near`'s. */
export function jointUnder(
  keypoints: Keypoints,
  frame: number,
  view: ViewTransform,
  pointer: CanvasPoint,
  chosen: Joint,
): Joint | undefined {
  const reached = JOINTS.flatMap(({ name }) => SIDES.map((side): Joint => ({ name, side }))).flatMap(
    (joint) => {
      const at = keypointAt(keypoints, frame, indexOf(joint));
      if (at === undefined) return [];
      const { x, y } = canvasFromImage(view, at);
      const away = Math.hypot(x - pointer.x, y - pointer.y);
      // A little nearer than it is, so that it can be taken again from a heap.
      const isChosen = joint.name === chosen.name && joint.side === chosen.side;
      return away <= HIT_PX ? [{ joint, away: isChosen ? away / 2 : away }] : [];
    },
  );
  return reached.sort((a, b) => a.away - b.away)[0]?.joint;
}

/** How many frames on either side follow a placed joint. */
export const REACHES = [0, 2, 4, 8, 16] as const;

/** Frames from one to the other, whichever is first, inside the clip. */
export const rangeOf = (a: number, b: number, frameCount: number) => ({
  from_frame: Math.max(0, Math.min(a, b)),
  to_frame: Math.min(frameCount - 1, Math.max(a, b)),
});
