import { median } from '../../../shared/math/statistics.ts';
import { LEG, SIDES } from '../../../shared/pose/keypoints.ts';
import { type Keypoints, keypointAt } from '../../overlay/keypointReader.ts';
import {
  type CanvasPoint,
  canvasFromImage,
  type Size,
  type ViewTransform,
  viewOf,
  wholePicture,
} from '../../overlay/viewTransform.ts';

/** Where a runner is in the picture: middle of the hips and length of thigh and shank, pixels. */
export interface RunnerPlace {
  readonly x: number;
  readonly y: number;
  readonly legPx: number;
}

/** Frames around the one at hand that tell where the runner is: steps even out, a runner who passes is followed. */
const REACH = 30;
/** Frames are looked at this far apart for what holds for the whole clip. */
const EVERY = 5;

/** Undefined where nobody was found. Height and size are those of the whole clip: they must not bounce. */
export function runnerPlace(data: Keypoints, frame: number, frameCount: number): RunnerPlace | undefined {
  const all = Array.from({ length: Math.ceil(frameCount / EVERY) }, (_, i) => i * EVERY);
  const near = all.filter((one) => Math.abs(one - frame) <= REACH);
  const x = median(near.flatMap((one) => hips(data, one)?.x ?? []));
  const y = median(all.flatMap((one) => hips(data, one)?.y ?? []));
  const legPx = median(all.flatMap((one) => legs(data, one)));
  return x === undefined || y === undefined || legPx === undefined || legPx <= 0
    ? undefined
    : { x, y, legPx };
}

function hips(data: Keypoints, frame: number): CanvasPoint | undefined {
  const [left, right] = SIDES.map((side) => keypointAt(data, frame, LEG[side].hip));
  return left && right && { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
}

const legs = (data: Keypoints, frame: number): number[] =>
  SIDES.flatMap((side) => {
    const [hip, knee, ankle] = (['hip', 'knee', 'ankle'] as const).map((joint) =>
      keypointAt(data, frame, LEG[side][joint]),
    );
    if (!hip || !knee || !ankle) return [];
    return [Math.hypot(hip.x - knee.x, hip.y - knee.y) + Math.hypot(knee.x - ankle.x, knee.y - ankle.y)];
  });

export const fitted = (image: Size, stage: Size): ViewTransform => viewOf(wholePicture(image), image, stage);

export interface GhostOptions {
  readonly stage: Size;
  readonly first: { readonly view: ViewTransform; readonly runner: RunnerPlace | undefined };
  readonly second: { readonly view: ViewTransform; readonly runner: RunnerPlace | undefined };
  /** Lay runner over runner, of the same size; else picture over picture. */
  readonly onRunner: boolean;
  readonly isMirrored: boolean;
}

/** CSS matrix that lays the second clip's canvas over the first one's. */
export function ghostMatrix(
  options: GhostOptions,
): readonly [number, number, number, number, number, number] {
  const { stage, first, second, onRunner, isMirrored } = options;
  if (!onRunner || first.runner === undefined || second.runner === undefined)
    return isMirrored ? [-1, 0, 0, 1, stage.width, 0] : [1, 0, 0, 1, 0, 0];
  const scale = (first.runner.legPx * first.view.scale) / (second.runner.legPx * second.view.scale);
  const across = isMirrored ? -scale : scale;
  const from = canvasFromImage(second.view, second.runner);
  const to = canvasFromImage(first.view, first.runner);
  return [across, 0, 0, scale, to.x - across * from.x, to.y - scale * from.y];
}
