import type { GreyPicture } from './greyPicture.ts';

/** How a small square of the picture moved. */
export interface BlockShift {
  /** Middle of the square in the first picture, pixels. */
  readonly x: number;
  readonly y: number;
  /** Movement to the second picture, pixels. */
  readonly dx: number;
  readonly dy: number;
}

/** Smallest mean squared gradient, along the weaker direction, of a square whose movement can be told (grey levels squared). */
const LEAST_TEXTURE = 4;
const ROUNDS = 6;
/** Steps below this change nothing any more, pixels. */
const NEAR = 0.02;
/** Farther than this from the guess the gradients say nothing any more, pixels. */
const REACH = 3.5;

/**
 * Movement of every textured square between two pictures, below a pixel, by the method of Lucas and Kanade (1981): the shift
 * that explains the difference by the gradients, found in a few rounds from `guess`.
 * @param pitch distance of the squares' left (and upper) edges
 */
export function blockShifts(
  a: GreyPicture,
  b: GreyPicture,
  guess: { readonly dx: number; readonly dy: number },
  size: number,
  pitch = size,
): BlockShift[] {
  const shifts: BlockShift[] = [];
  const margin = 2;
  for (let y = margin; y + size <= a.height - margin; y += pitch) {
    for (let x = margin; x + size <= a.width - margin; x += pitch) {
      const square = squareAt(a, x, y, size);
      const moved = square && follow(square, b, size, guess);
      if (moved !== undefined) shifts.push({ x: x + size / 2, y: y + size / 2, ...moved });
    }
  }
  return shifts;
}

/** A square of the first picture with its gradients, and what follows from them. */
interface Square {
  readonly left: number;
  readonly top: number;
  readonly values: Float64Array;
  readonly gx: Float64Array;
  readonly gy: Float64Array;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/** Undefined where the square is too plain, or has nothing but straight edges of one direction: those move unseen. */
function squareAt({ width, data }: GreyPicture, left: number, top: number, size: number): Square | undefined {
  const values = new Float64Array(size * size);
  const gx = new Float64Array(size * size);
  const gy = new Float64Array(size * size);
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let i = 0, y = top; y < top + size; y++) {
    for (let x = left; x < left + size; x++, i++) {
      const at = y * width + x;
      const across = ((data[at + 1] ?? 0) - (data[at - 1] ?? 0)) / 2;
      const down = ((data[at + width] ?? 0) - (data[at - width] ?? 0)) / 2;
      values[i] = data[at] ?? 0;
      gx[i] = across;
      gy[i] = down;
      xx += across * across;
      xy += across * down;
      yy += down * down;
    }
  }
  // The smaller eigenvalue.
  const weaker = (xx + yy - Math.hypot(xx - yy, 2 * xy)) / 2;
  return weaker < LEAST_TEXTURE * size * size ? undefined : { left, top, values, gx, gy, xx, xy, yy };
}

function follow(
  { left, top, values, gx, gy, xx, xy, yy }: Square,
  { width, height, data }: GreyPicture,
  size: number,
  guess: { readonly dx: number; readonly dy: number },
): { dx: number; dy: number } | undefined {
  const determinant = xx * yy - xy * xy;
  let { dx, dy } = guess;
  for (let round = 0; round < ROUNDS; round++) {
    const x0 = Math.floor(left + dx);
    const y0 = Math.floor(top + dy);
    if (x0 < 0 || y0 < 0 || x0 + size >= width || y0 + size >= height) return undefined;
    const fx = left + dx - x0;
    const fy = top + dy - y0;
    let ex = 0;
    let ey = 0;
    for (let i = 0, y = 0; y < size; y++) {
      let at = (y0 + y) * width + x0;
      for (let x = 0; x < size; x++, i++, at++) {
        const above = (data[at] ?? 0) * (1 - fx) + (data[at + 1] ?? 0) * fx;
        const below = (data[at + width] ?? 0) * (1 - fx) + (data[at + width + 1] ?? 0) * fx;
        const rest = (values[i] ?? 0) - above * (1 - fy) - below * fy;
        ex += rest * (gx[i] ?? 0);
        ey += rest * (gy[i] ?? 0);
      }
    }
    const stepX = (yy * ex - xy * ey) / determinant;
    const stepY = (xx * ey - xy * ex) / determinant;
    dx += stepX;
    dy += stepY;
    if (Math.hypot(dx - guess.dx, dy - guess.dy) > REACH) return undefined;
    if (Math.abs(stepX) < NEAR && Math.abs(stepY) < NEAR) break;
  }
  return { dx, dy };
}
