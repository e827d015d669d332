import { median } from '../math/statistics.ts';
import { type BodyShapes, shapesApart } from './bodyShape.ts';
import { strideFrames } from './timeBreaks.ts';

/** A part whose legs go through the same poses slower or faster by this factor was filmed, or is played, at another speed. */
const PART_RATIO = 1.6;
/** Such a part goes on for so many of its frames' usual strides, and through this share of a stride's poses: standing is none. */
const PART_STRIDES = 0.8;
const PART_WAY = 0.6;
/** Frames looked at in a stride, and those that one is compared with. */
const LOOKED_AT = 20;
const COMPARED_WITH = 40;
const LIKEST = 5;
/** Over this share of a stride a pose's own speed is taken. */
const SPEED_SPAN = 0.05;
/** A foot swings by so much of the trunk in that time, not more. */
const FASTEST_WAY = 1.2;

/**
 * Whether a part of the frames shows running at another speed than the rest: each pose against the speed at which the likest poses
 * of other strides are passed.
 * @param frames pictures of one unbroken shot that show somebody, ascending
 * @param times seconds of all frames
 */
export function isPartlySlow(
  { shapes }: BodyShapes,
  frames: readonly number[],
  times: Float64Array,
): boolean {
  const run = frames.map((frame) => ({ shape: shapes[frame], time: times[frame] ?? 0 }));
  const gap = ((run.at(-1)?.time ?? 0) - (run[0]?.time ?? 0)) / Math.max(1, run.length - 1);
  const stride = strideFrames(run, gap);
  if (stride === undefined) return false;
  const half = Math.max(1, Math.round(SPEED_SPAN * stride));
  const every = (count: number) => Math.max(1, Math.floor(stride / count));
  const looks = picked(half, run.length - half, every(LOOKED_AT));
  const others = picked(half, run.length - half, every(COMPARED_WITH));
  const speedAt = (i: number): number => {
    const [before, after] = [run[i - half], run[i + half]];
    const way = Math.sqrt(shapesApart(before?.shape, after?.shape, FASTEST_WAY));
    return way / Math.max(1e-6, (after?.time ?? 0) - (before?.time ?? 0));
  };
  const speeds = new Map(others.map((i) => [i, speedAt(i)]));
  const ratios = looks.map((i) => {
    const likest = others
      .filter((other) => Math.abs(other - i) > stride / 2)
      .map((other) => ({ other, apart: shapesApart(run[i]?.shape, run[other]?.shape) }))
      .sort((a, b) => a.apart - b.apart)
      .slice(0, LIKEST);
    const usual = median(likest.map(({ other }) => speeds.get(other) ?? 0));
    return usual === undefined || usual === 0 ? 1 : speedAt(i) / usual;
  });
  const around = Math.round(LOOKED_AT / 5);
  const level = ratios.map((_, k) => median(ratios.slice(Math.max(0, k - around), k + around + 1)) ?? 1);
  const strideWay = (median(looks.map(speedAt)) ?? 0) * stride * gap;
  return [(ratio: number) => ratio < 1 / PART_RATIO, (ratio: number) => ratio > PART_RATIO].some((isOther) =>
    stretches(level, isOther).some(([from, to]) => {
      const [first = 0, last = 0] = [looks[from], looks[to - 1]];
      const way = looks.slice(from, to).reduce((sum, i) => sum + speedAt(i) * every(LOOKED_AT) * gap, 0);
      return last - first >= PART_STRIDES * stride && way >= PART_WAY * strideWay;
    }),
  );
}

const picked = (from: number, to: number, every: number): number[] =>
  Array.from({ length: Math.max(0, Math.ceil((to - from) / every)) }, (_, k) => from + k * every);

/** Ranges [from, to) in which it holds. */
function stretches(values: readonly number[], holds: (value: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  let from = -1;
  [...values, Number.NaN].forEach((value, i) => {
    const isInside = holds(value);
    if (isInside && from < 0) from = i;
    if (!isInside && from >= 0) {
      found.push([from, i]);
      from = -1;
    }
  });
  return found;
}
