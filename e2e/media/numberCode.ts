/**
 * A frame number drawn as big blocks of light and dark, with parity and marks in the corners: it survives compression and
 * halved colour, and a wrong turn or mirroring shows. The picture is a grid of 6 x 6 cells; the corners are the marks,
 * the 4 x 4 cells inside hold 9 bits of the number and 7 bits of check.
 */
const GRID = 6;
const NUMBER_BITS = 9;
const CHECK_BITS = 7;

/** Largest number that can be drawn. */
export const LARGEST_NUMBER = 2 ** NUMBER_BITS - 1;

const DARK = 16;
const GREY = 126;
const LIGHT = 235;

interface Cell {
  readonly column: number;
  readonly row: number;
}

/** Every turn and mirroring puts them elsewhere. */
const CORNERS: readonly (Cell & { readonly luma: number })[] = [
  { column: 0, row: 0, luma: LIGHT },
  { column: GRID - 1, row: 0, luma: GREY },
  { column: GRID - 1, row: GRID - 1, luma: DARK },
  { column: 0, row: GRID - 1, luma: DARK },
];
const BITS: readonly Cell[] = Array.from({ length: NUMBER_BITS + CHECK_BITS }, (_, i) => ({
  column: 1 + (i % 4),
  row: 1 + Math.floor(i / 4),
}));

/** Middles of the cells that are read, as shares (0-1) of the upright picture's width and height. */
export const SAMPLE_POINTS: readonly { readonly x: number; readonly y: number }[] = [...CORNERS, ...BITS].map(
  ({ column, row }) => ({ x: (column + 0.5) / GRID, y: (row + 0.5) / GRID }),
);

/** Neighbours in time and flipped bits get very different checks, so that a blend of two frames is no number. */
const checkOf = (number: number): number => (number * 37 + 11) % 127;

function bitsOf(number: number): boolean[] {
  const word = number * 2 ** CHECK_BITS + checkOf(number);
  return BITS.map((_, i) => (word & (1 << i)) !== 0);
}

export interface Plane {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel, rows from the top. */
  readonly luma: Uint8Array;
}

/** The upright picture of a number, limited-range luma. */
export function drawNumber(number: number, width: number, height: number): Plane {
  if (!Number.isInteger(number) || number < 0 || number > LARGEST_NUMBER) {
    throw new RangeError(`invalid number: ${number}`);
  }
  const cells = new Uint8Array(GRID * GRID).fill(GREY);
  for (const { column, row, luma } of CORNERS) cells[row * GRID + column] = luma;
  const bits = bitsOf(number);
  BITS.forEach(({ column, row }, i) => {
    cells[row * GRID + column] = bits[i] === true ? LIGHT : DARK;
  });
  const luma = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * GRID) / height);
    for (let x = 0; x < width; x++) {
      luma[y * width + x] = cells[row * GRID + Math.floor((x * GRID) / width)] ?? GREY;
    }
  }
  return { width, height, luma };
}

/**
 * The number behind brightnesses (0-255) at the sample points, in their order.
 * @throws Error that says what is wrong with the picture: turned or mirrored, or no whole number
 */
export function readNumber(samples: readonly number[]): number {
  if (samples.length !== SAMPLE_POINTS.length) throw new RangeError(`invalid samples: ${samples.length}`);
  const corners = samples.slice(0, CORNERS.length);
  const isUpright = CORNERS.every(({ luma }, i) => Math.abs((corners[i] ?? 0) - luma) < 60);
  if (!isUpright) throw new Error(`invalid picture: corners ${corners.join(', ')}`);
  const word = samples
    .slice(CORNERS.length)
    .reduce((bits, sample, i) => bits + (sample > GREY ? 2 ** i : 0), 0);
  const number = Math.floor(word / 2 ** CHECK_BITS);
  if (word % 2 ** CHECK_BITS !== checkOf(number)) throw new Error(`invalid picture: code ${word}`);
  return number;
}

/** The stored picture that becomes `upright` when it is shown turned clockwise by `rotation` degrees. */
export function storedFromUpright(upright: Plane, rotation: 0 | 90 | 180 | 270): Plane {
  const isLying = rotation === 90 || rotation === 270;
  const width = isLying ? upright.height : upright.width;
  const height = isLying ? upright.width : upright.height;
  const luma = new Uint8Array(width * height);
  const uprightAt = {
    0: (x: number, y: number) => [x, y] as const,
    90: (x: number, y: number) => [height - 1 - y, x] as const,
    180: (x: number, y: number) => [width - 1 - x, height - 1 - y] as const,
    270: (x: number, y: number) => [y, width - 1 - x] as const,
  }[rotation];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = uprightAt(x, y);
      luma[y * width + x] = upright.luma[v * upright.width + u] ?? GREY;
    }
  }
  return { width, height, luma };
}
