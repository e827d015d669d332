import { type Figure, type SidePose, sideFigure } from './figure.ts';
import type { Point } from './shapes.ts';

/** Poses that several drawings share. `x` is where the hips are; the ground is at `ground`. */

const HIP = 53.4;

export const standing = (x: number, ground = 0, more: Partial<SidePose> = {}): Figure =>
  sideFigure({
    hip: [x, ground + HIP],
    near: { ball: [x + 7, ground] },
    far: { ball: [x + 10, ground] },
    ...more,
  });

/** On one leg; the other is bent behind. */
export const onOneLeg = (x: number, ground = 0, more: Partial<SidePose> = {}): Figure =>
  sideFigure({
    hip: [x, ground + HIP],
    near: { ball: [x + 7, ground] },
    far: { thigh: 8, knee: 75, pitch: -60 },
    ...more,
  });

/** On the toes, heels high. */
export const onToes = (x: number, ground: number, far: SidePose['near'] | undefined): Figure =>
  sideFigure({
    hip: [x, ground + HIP + 4.3],
    near: { ball: [x + 2, ground], pitch: -52, toes: 0 },
    ...(far === undefined ? {} : { far }),
    nearArm: { hand: [x + 26, ground + 70] },
  });

/** Running, just as the near foot lands; `slope` tilts the ground, degrees. */
export function runner(x: number, ground: (x: number) => number = () => 0, slope = 0, ahead = 8): Figure {
  const ball: Point = [x + ahead, ground(x + ahead)];
  return sideFigure({
    hip: [x, ground(x) + 50.5],
    lean: 8,
    near: { ball, pitch: slope },
    far: { thigh: -4, knee: 92, pitch: -70 },
    nearArm: { arm: -48, elbow: 82 },
    farArm: { arm: 28, elbow: 88 },
  });
}

/** Both feet off the ground, full stride. */
export const striding = (x: number, ground = 0): Figure =>
  sideFigure({
    hip: [x, ground + 57],
    lean: 9,
    near: { thigh: 48, knee: 70, pitch: 0 },
    far: { thigh: -28, knee: 28, pitch: -55 },
    nearArm: { arm: -52, elbow: 78 },
    farArm: { arm: 34, elbow: 88 },
  });

/** One knee high, tall. */
export const marching = (x: number): Figure =>
  sideFigure({
    hip: [x, HIP],
    near: { thigh: 82, knee: 88, pitch: 4 },
    far: { ball: [x + 7, 0] },
    nearArm: { arm: -34, elbow: 84 },
    farArm: { arm: 26, elbow: 84 },
  });

/** On a chair whose seat begins at `x`; the feet are flat. */
export const sitting = (x: number): Figure =>
  sideFigure({
    hip: [x + 8, 32],
    near: { ball: [x + 38, 0] },
    far: { ball: [x + 41, 0] },
    nearArm: { hand: [x + 28, 37] },
  });
