import type { GreyPicture } from './greyPicture.ts';

/**
 * Correlation of two pictures of one size over the part they share when `b` shows everything moved by (dx, dy) whole pixels:
 * 1 where they are alike but for brightness and contrast, near 0 for two that have nothing in common. Two plain pictures are
 * alike. Undefined without a common part.
 */
export function likeness(a: GreyPicture, b: GreyPicture, dx = 0, dy = 0): number | undefined {
  const { width, height } = a;
  if (b.width !== width || b.height !== height) throw new RangeError(`invalid size: ${b.width}x${b.height}`);
  const x0 = Math.max(0, -dx);
  const x1 = Math.min(width, width - dx);
  const y0 = Math.max(0, -dy);
  const y1 = Math.min(height, height - dy);
  const count = (x1 - x0) * (y1 - y0);
  if (x1 <= x0 || y1 <= y0) return undefined;
  let sumA = 0;
  let sumB = 0;
  let squareA = 0;
  let squareB = 0;
  let product = 0;
  for (let y = y0; y < y1; y++) {
    const rowA = y * width;
    const rowB = (y + dy) * width + dx;
    for (let x = x0; x < x1; x++) {
      const p = a.data[rowA + x] ?? 0;
      const q = b.data[rowB + x] ?? 0;
      sumA += p;
      sumB += q;
      squareA += p * p;
      squareB += q * q;
      product += p * q;
    }
  }
  // One grey level of noise on each keeps plain pictures from being judged by their noise.
  const varianceA = squareA / count - (sumA / count) ** 2 + 1;
  const varianceB = squareB / count - (sumB / count) ** 2 + 1;
  return (product / count - (sumA * sumB) / count ** 2 + 1) / Math.sqrt(varianceA * varianceB);
}

export interface Match {
  readonly dx: number;
  readonly dy: number;
  readonly likeness: number;
}

/** The whole-pixel shift at most `reach` each way from `from` under which `b` is most like `a`; `from` itself wins a tie. */
export function bestMatch(
  a: GreyPicture,
  b: GreyPicture,
  reach: number,
  from: { readonly dx: number; readonly dy: number } = { dx: 0, dy: 0 },
): Match {
  let best: Match = { ...from, likeness: likeness(a, b, from.dx, from.dy) ?? 0 };
  for (let dy = from.dy - reach; dy <= from.dy + reach; dy++) {
    for (let dx = from.dx - reach; dx <= from.dx + reach; dx++) {
      const found = likeness(a, b, dx, dy);
      if (found !== undefined && found > best.likeness + 1e-6) best = { dx, dy, likeness: found };
    }
  }
  return best;
}
