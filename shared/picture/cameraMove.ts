import { median } from '../math/statistics.ts';
import { type BlockShift, blockShifts } from './blockShifts.ts';
import { type GreyPicture, halved } from './greyPicture.ts';
import { bestMatch } from './likeness.ts';

/** A picture with its smaller copies, made once for all comparisons it is in. */
export interface Pyramid {
  readonly full: GreyPicture;
  readonly half: GreyPicture;
  readonly quarter: GreyPicture;
  readonly eighth: GreyPicture;
}

export function pyramidOf(full: GreyPicture): Pyramid {
  const half = halved(full);
  const quarter = halved(half);
  return { full, half, quarter, eighth: halved(quarter) };
}

export interface CameraMove {
  /** How far the background moved to the right and down, pixels of the full picture, at its middle. */
  readonly dx: number;
  readonly dy: number;
  /** Growth about the middle: 0.01 is one per cent larger. */
  readonly zoom: number;
  /** Share of the textured squares that moved with it. */
  readonly agreement: number;
}

/** Farthest movement between two pictures, eighths of a pixel: a quarter of the height of a 16:9 picture. */
const REACH = 3;
/** Fewer squares than this, or a smaller share of all, may well be the runner alone. */
const FEWEST_BLOCKS = 8;
const LEAST_SHARE = 0.1;
/** What agrees within less than this share of the width may be the runner before a plain wall. */
const LEAST_WIDTH = 0.4;
/** With this many no other movement is looked for. */
const CLEAR = 0.7;
const BLOCK_PX = 12;
const PITCH_PX = 16;
const LEAST_AGREEMENT = 0.35;
/** Squares this near to the common movement belong to it, pixels: coarse at first, so that a zoom is not mistaken for runners. */
const TOLERANCES = [2, 1, 0.5, 0.35, 0.35];

/**
 * Movement of what most squares of the picture share: the background, since the runner covers fewer of them. Undefined where
 * too few squares have texture or too few agree.
 */
export function cameraMove(a: Pyramid, b: Pyramid): CameraMove | undefined {
  const still = moveFrom(a, b, STILL);
  if (still !== undefined && still.agreement > CLEAR) return still;
  const led = moveFrom(a, b, roughMove(a, b));
  // A runner who fills the small pictures can lead the rough search astray: what more squares agree on is the background.
  return (led?.agreement ?? 0) > (still?.agreement ?? 0) ? led : still;
}

const STILL = { dx: 0, dy: 0 };

function moveFrom(a: Pyramid, b: Pyramid, guess: { dx: number; dy: number }): CameraMove | undefined {
  const blocks = blockShifts(a.full, b.full, guess, BLOCK_PX, PITCH_PX);
  const all = Math.floor(a.full.width / PITCH_PX) * Math.floor(a.full.height / PITCH_PX);
  return blocks.length < LEAST_SHARE * all ? undefined : commonMove(blocks, a.full);
}

/** Whole pixels, from the smallest pictures up. */
function roughMove(a: Pyramid, b: Pyramid): { dx: number; dy: number } {
  const coarse = bestMatch(a.eighth, b.eighth, REACH, STILL);
  const nearer = bestMatch(a.quarter, b.quarter, 1, doubled(coarse));
  return doubled(doubled(nearer));
}

const doubled = ({ dx, dy }: { dx: number; dy: number }) => ({ dx: 2 * dx, dy: 2 * dy });

/** Shift and zoom that most of the squares share, by least squares on ever fewer outliers. */
export function commonMove(
  blocks: readonly BlockShift[],
  { width, height }: Pick<GreyPicture, 'width' | 'height'>,
): CameraMove | undefined {
  if (blocks.length < FEWEST_BLOCKS) return undefined;
  let move = {
    dx: median(blocks.map(({ dx }) => dx)) ?? 0,
    dy: median(blocks.map(({ dy }) => dy)) ?? 0,
    zoom: 0,
  };
  const place = (block: BlockShift) => ({ x: block.x - width / 2, y: block.y - height / 2 });
  const isWith = (block: BlockShift, tolerance: number) => {
    const { x, y } = place(block);
    return Math.hypot(block.dx - move.dx - move.zoom * x, block.dy - move.dy - move.zoom * y) <= tolerance;
  };
  let kept: readonly BlockShift[] = blocks;
  for (const tolerance of TOLERANCES) {
    kept = blocks.filter((block) => isWith(block, tolerance));
    if (kept.length < FEWEST_BLOCKS) return undefined;
    move = fitted(kept.map((block) => ({ ...block, ...place(block) })));
  }
  const agreement = kept.length / blocks.length;
  const columns = kept.map(({ x }) => x);
  const isWide = Math.max(...columns) - Math.min(...columns) >= LEAST_WIDTH * width;
  return isWide && agreement >= LEAST_AGREEMENT ? { ...move, agreement } : undefined;
}

function fitted(blocks: readonly BlockShift[]): { dx: number; dy: number; zoom: number } {
  const of = (value: (block: BlockShift) => number) =>
    blocks.reduce((sum, block) => sum + value(block), 0) / blocks.length;
  const [x, y, dx, dy] = [of((b) => b.x), of((b) => b.y), of((b) => b.dx), of((b) => b.dy)];
  const spread = of((b) => (b.x - x) ** 2 + (b.y - y) ** 2);
  const along = of((b) => (b.dx - dx) * (b.x - x) + (b.dy - dy) * (b.y - y));
  const zoom = spread > 0 ? along / spread : 0;
  return { dx: dx - zoom * x, dy: dy - zoom * y, zoom };
}
