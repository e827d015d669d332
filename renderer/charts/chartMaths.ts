/** Values or pixels from one end to the other. */
export type Range = readonly [number, number];

/** Pixels from values, and back; a range without width lies on its first end. */
export interface LinearScale {
  at(value: number): number;
  invert(pixel: number): number;
}

export function linearScale([from, to]: Range, [first, last]: Range): LinearScale {
  const width = to - from;
  return {
    at: (value) => (width === 0 ? first : first + ((last - first) * (value - from)) / width),
    invert: (pixel) => (last === first ? from : from + (width * (pixel - first)) / (last - first)),
  };
}

/** Round steps (1, 2, 5 times a power of ten) so that at most `most` lie in the range; the marks that are inside of it. */
export function niceTicks([low, high]: Range, most: number): number[] {
  if (!(high > low) || most < 1) return [low];
  const rough = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // Multiplying keeps 0.1 x 3 from becoming 0.30000000000000004 on the axis.
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(digits)));
}

/** Lowest and highest of the values, a little wider; undefined without any. */
export function paddedRange(values: Iterable<number | null>, share = 0.06): Range | undefined {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return undefined;
  const room = (high - low) * share || 1;
  return [low - room, high + room];
}

export interface ChartPoint {
  readonly x: number;
  /** Null is a gap, and stays one. */
  readonly y: number | null;
}

/** SVG path through the points, broken at gaps. */
export function linePath(points: readonly ChartPoint[], x: LinearScale, y: LinearScale): string {
  let isDown = false;
  let path = '';
  for (const point of points) {
    if (point.y === null) {
      isDown = false;
      continue;
    }
    path += `${isDown ? 'L' : 'M'}${x.at(point.x).toFixed(1)} ${y.at(point.y).toFixed(1)}`;
    isDown = true;
  }
  return path;
}

export interface BandPoint {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** Closed SVG path between the lower and the upper edge; empty without points. */
export function bandPath(points: readonly BandPoint[], x: LinearScale, y: LinearScale): string {
  if (points.length === 0) return '';
  const upper = linePath(
    points.map((point) => ({ x: point.x, y: point.high })),
    x,
    y,
  );
  const lower = linePath(points.map((point) => ({ x: point.x, y: point.low })).reverse(), x, y);
  return `${upper}L${lower.slice(1)}Z`;
}
