import type { ClipLook } from './clipLook.ts';

export const QUARTER_TURNS = [0, 90, 180, 270] as const;
/**
 * Degrees clockwise by which the picture of a file, turned and mirrored as the file itself asks, is turned further because it
 * was filmed lying or upside down.
 */
export type QuarterTurn = (typeof QUARTER_TURNS)[number];

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The turn after both, in either order. @throws RangeError for what is no whole number of quarters */
export function addTurns(a: number, b: number): QuarterTurn {
  const sum = (((a + b) % 360) + 360) % 360;
  const turn = QUARTER_TURNS.find((one) => one === sum);
  if (turn === undefined) throw new RangeError(`invalid turn: ${a} and ${b}`);
  return turn;
}

export const backTurn = (turn: QuarterTurn): QuarterTurn => addTurns(0, -turn);

/** Size of a picture after the turn. */
export const turnedSize = ({ width, height }: Size, turn: QuarterTurn): { width: number; height: number } =>
  turn === 90 || turn === 270 ? { width: height, height: width } : { width, height };

/**
 * Where a point of a picture is after the turn.
 * @param size of the picture before it
 */
export function turnedPoint<Point extends { readonly x: number; readonly y: number }>(
  point: Point,
  { width, height }: Size,
  turn: QuarterTurn,
): Point {
  const { x, y } = point;
  switch (turn) {
    case 0:
      return point;
    case 90:
      return { ...point, x: height - y, y: x };
    case 180:
      return { ...point, x: width - x, y: height - y };
    case 270:
      return { ...point, x: y, y: width - x };
  }
}

/**
 * What a look at the picture would have told after the turn: movement goes another way and is a share of another height.
 * @param size of the picture before it
 */
export function turnedLook(look: ClipLook, size: Size, turn: QuarterTurn): ClipLook {
  if (turn === 0) return look;
  const scale = size.height / turnedSize(size, turn).height;
  const none = { width: 0, height: 0 };
  const shift = look.shift.map((step): [x: number, y: number] | null => {
    if (step === null) return null;
    const { x, y } = turnedPoint({ x: step[0], y: step[1] }, none, turn);
    return [x * scale, y * scale];
  });
  return { ...look, shift };
}
