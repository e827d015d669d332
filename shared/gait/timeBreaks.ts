import { mean, median, robustSpread } from '../math/statistics.ts';
import { type BodyShapes, type Place, shapesApart } from './bodyShape.ts';

/*
 * Where time breaks inside what seems one shot. A skip: footage was cut out (or in) while the clock ran on, so that the legs are
 * suddenly elsewhere in their stride. A jump: the body is suddenly elsewhere in the picture, or of another size: another shot, or
 * another person.
 */

/** A stride is looked for between these, s of the file's clock: running to 16-fold slow motion. */
const STRIDES_S = [0.4, 16] as const;
/** Poses a stride apart are more alike than this share of poses at large. */
const PERIODIC = 0.45;
/** Around a frame so much is compared with the stride before, share of the stride. */
const COMPARED = 0.07;
/** How far from a stride apart the like pose is looked for, share of the stride. */
const SEARCHED = 0.6;
/** Strides of one runner vary by some 1 to 4 % by themselves: a jump of the phase is larger, share of the stride. */
const SMALLEST_SKIP = 0.055;
/** ... and stands out from the clip's own unevenness by this factor, and from the strides beside it. */
const OUTSTANDING = 3.5;
const CALM_BESIDE = 0.45;
/** So much of a stride is seen before and after a skip. */
const LEAST_PART = 0.3;
/** Share of the frames of a stride that must agree on the jump. */
const AGREED = 0.72;

/**
 * Frames before which the stride skips.
 * @param frames pictures of one unbroken run that show somebody, ascending
 * @param times seconds of all frames
 */
export function skipsIn({ shapes }: BodyShapes, frames: readonly number[], times: Float64Array): number[] {
  const run = frames.map((frame) => ({ shape: shapes[frame], time: times[frame] ?? 0 }));
  const first = run[0]?.time ?? 0;
  const gap = ((run.at(-1)?.time ?? 0) - first) / Math.max(1, run.length - 1);
  const stride = strideFrames(run, gap);
  if (stride === undefined) return [];
  const lags = lagsOf(run, stride);
  const typical = lags.map(
    (_, i) => median(lags.slice(Math.max(0, i - 2 * stride), i + 2 * stride + 1)) ?? stride * gap,
  );
  // A stride more or less is the same place in the stride.
  const off = lags.map((lag, i) => {
    const whole = typical[i] ?? lag;
    return lag - whole - whole * Math.round((lag - whole) / whole);
  });
  const uneven = robustSpread(off) ?? 0;
  const least = Math.max(SMALLEST_SKIP * stride * gap, 1.2 * gap, OUTSTANDING * uneven);
  const jumps = run.map((_, cut) => jumpAt(off, cut, stride, least, gap));
  const found: number[] = [];
  const margin = Math.ceil(LEAST_PART * stride);
  for (let cut = margin; cut < run.length - margin; cut++) {
    const here = jumps[cut] ?? 0;
    const around = jumps.slice(Math.max(0, cut - stride), cut + stride + 1);
    if (
      here === 0 ||
      here < Math.max(...around) ||
      jumps.slice(Math.max(0, cut - stride), cut).includes(here)
    )
      continue;
    found.push(frames[sharpest(run, cut, stride)] ?? 0);
  }
  return found;
}

export interface RunFrame {
  readonly shape: Float64Array | undefined;
  readonly time: number;
}

/** Frames of a stride: the smallest lag at which poses are about as alike as they get; undefined where nothing repeats. */
export function strideFrames(run: readonly RunFrame[], gap: number): number | undefined {
  const longest = Math.min(Math.floor(0.6 * run.length), Math.ceil(STRIDES_S[1] / gap));
  const shortest = Math.max(4, Math.floor(STRIDES_S[0] / gap));
  if (longest <= shortest + 2) return undefined;
  const every = Math.max(1, Math.floor(run.length / 150));
  const unlike = Array.from({ length: longest + 1 }, (_, lag) => {
    const apart: number[] = [];
    for (let i = 0; i + lag < run.length; i += every)
      apart.push(shapesApart(run[i]?.shape, run[i + lag]?.shape));
    return median(apart) ?? 0;
  });
  const D = (lag: number) => unlike[lag] ?? Number.POSITIVE_INFINITY;
  const searched = unlike.slice(shortest);
  const lowest = Math.min(...searched);
  const usual = median(searched) ?? 0;
  if (lowest > PERIODIC * usual) return undefined;
  const enough = lowest + 0.25 * (usual - lowest);
  for (let lag = shortest + 1; lag < longest; lag++)
    if (D(lag) <= enough && D(lag) <= D(lag - 1) && D(lag) <= D(lag + 1)) return lag;
  return undefined;
}

/** Of each frame: seconds until the pose comes back about a stride later, found between frames by a parabola. */
function lagsOf(run: readonly RunFrame[], stride: number): number[] {
  const half = Math.max(1, Math.round(COMPARED * stride));
  const nearest = Math.max(1, Math.round((1 - SEARCHED) * stride));
  const farthest = Math.round((1 + SEARCHED) * stride);
  const unlike = Array.from({ length: farthest - nearest + 1 }, (_, k) => unlikeAt(run, nearest + k, half));
  const lags: number[] = [];
  for (let i = 0; i + nearest < run.length - half; i++) {
    const seen = Math.min(unlike.length, run.length - half - i - nearest);
    let at = 0;
    for (let k = 1; k < seen; k++) if ((unlike[k]?.[i] ?? 0) < (unlike[at]?.[i] ?? 0)) at = k;
    // What is most alike at the end of the search may be more alike beyond it, where the clip has ended.
    if (at === seen - 1 && seen < unlike.length) break;
    const [before, here, after] = [unlike[at - 1]?.[i], unlike[at]?.[i] ?? 0, unlike[at + 1]?.[i]];
    const bend = before === undefined || after === undefined ? 0 : before - 2 * here + after;
    const shift = bend > 0 ? (0.5 * ((before ?? 0) - (after ?? 0))) / bend : 0;
    const frame = i + nearest + at;
    const from = run[frame]?.time ?? 0;
    const to = run[frame + (shift < 0 ? -1 : 1)]?.time ?? from;
    lags.push(from + Math.abs(shift) * (to - from) - (run[i]?.time ?? 0));
  }
  return lags;
}

/** How unlike the poses around each frame are to those a lag later: running sums over so many frames on either side. */
function unlikeAt(run: readonly RunFrame[], lag: number, half: number): Float64Array {
  const count = run.length - lag;
  const sums = new Float64Array(count + 1);
  for (let i = 0; i < count; i++)
    sums[i + 1] = (sums[i] ?? 0) + shapesApart(run[i]?.shape, run[i + lag]?.shape);
  return Float64Array.from({ length: count }, (_, i) => {
    const [from, to] = [Math.max(0, i - half), Math.min(count, i + half + 1)];
    return ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from);
  });
}

/**
 * How far the phase jumps before a frame, seconds; 0 where it does not. A cut shortens (or lengthens) the way to the like pose for
 * every frame of the stride before it, and for none after: a box with sharp ends, which no runner makes.
 */
function jumpAt(off: readonly number[], cut: number, stride: number, least: number, gap: number): number {
  const margin = Math.max(1, Math.round(COMPARED * stride));
  const across = off.slice(Math.max(0, cut - stride + 2 * margin), Math.max(0, cut - margin));
  if (across.length < 0.4 * stride) return 0;
  const jump = Math.abs(median(across) ?? 0);
  if (jump < least) return 0;
  const agreed = across.filter((one) => Math.abs(Math.abs(one) - jump) < 0.4 * jump).length;
  if (agreed < AGREED * across.length) return 0;
  const after = off.slice(cut + margin, cut + margin + Math.round(stride / 2));
  const before = off.slice(
    Math.max(0, cut - Math.round(1.8 * stride)),
    Math.max(0, cut - Math.round(1.2 * stride)),
  );
  const isCalm = [after, before].every(
    (beside) => beside.length < 3 || Math.abs(median(beside) ?? 0) < CALM_BESIDE * jump,
  );
  if (!isCalm) return 0;
  // Where inside and outside of the box differ most, there are its ends.
  const level = (from: number, to: number) =>
    mean(off.slice(Math.max(0, from), Math.max(0, to)).map((one) => Math.min(jump, Math.abs(one)))) ?? 0;
  const start = cut - Math.round(stride + (median(across) ?? 0) / gap);
  const beside = 3 * margin;
  return level(start, cut) - (level(cut, cut + beside) + level(start - beside, start)) / 2 + jump;
}

/** Of the frames around a cut, the one that moved most beyond what legs do there a stride before and after. */
function sharpest(run: readonly RunFrame[], cut: number, stride: number): number {
  const step = (frame: number) => Math.sqrt(shapesApart(run[frame - 1]?.shape, run[frame]?.shape));
  const reach = Math.max(2, Math.round(0.12 * stride));
  let best = cut;
  let most = Number.NEGATIVE_INFINITY;
  for (let frame = Math.max(1, cut - reach); frame <= Math.min(run.length - 1, cut + reach); frame++) {
    const usual = median(
      [frame - stride, frame + stride].flatMap((one) => (one > 0 && one < run.length ? [step(one)] : [])),
    );
    const beyond = step(frame) - (usual ?? 0);
    if (beyond > most) [best, most] = [frame, beyond];
  }
  return best;
}

/** A body that jumps by so much of its trunk, or grows by this logarithm, from one picture to the next ... */
const JUMP_TRUNKS = 0.5;
const JUMP_SIZE = 0.22;
/** ... and by so many times what it does around, and stays there. */
const JUMP_RATIO = 6;
const STAYS = 0.6;
const BEFORE_AFTER = 4;
const AROUND = 15;

/** Frames with which the body is suddenly elsewhere. @param frames as of `skipsIn` */
export function jumpsIn({ places }: BodyShapes, frames: readonly number[]): number[] {
  const run = frames.flatMap((frame) => places[frame] ?? []);
  const moves = run.map((place, i) => distance(run[i - 1], place));
  return moves.flatMap((move, i): number[] => {
    if (i === 0 || (move.way < JUMP_TRUNKS && move.size < JUMP_SIZE)) return [];
    const around = moves.slice(Math.max(1, i - AROUND), i + AROUND + 1);
    const isOdd = (of: (one: Distance) => number, least: number) =>
      of(move) >= Math.max(least, JUMP_RATIO * (median(around.map(of)) ?? 0));
    const stayed = distance(
      typicalPlace(run.slice(Math.max(0, i - BEFORE_AFTER), i)),
      typicalPlace(run.slice(i, i + BEFORE_AFTER)),
    );
    const isPlace = isOdd(({ way }) => way, JUMP_TRUNKS) && stayed.way >= STAYS * move.way;
    const isSize = isOdd(({ size }) => size, JUMP_SIZE) && stayed.size >= STAYS * move.size;
    return isPlace || isSize ? [frames[i] ?? 0] : [];
  });
}

interface Distance {
  /** Lengths of the trunk. */
  readonly way: number;
  /** Logarithm of the ratio of the trunks. */
  readonly size: number;
}

function distance(a: Place | undefined, b: Place | undefined): Distance {
  if (a === undefined || b === undefined) return { way: 0, size: 0 };
  const trunk = Math.max(1e-6, Math.min(a.trunk, b.trunk));
  const size = Math.abs(Math.log(Math.max(b.trunk, 1e-6) / Math.max(a.trunk, 1e-6)));
  return { way: Math.hypot(b.x - a.x, b.y - a.y) / trunk, size };
}

function typicalPlace(places: readonly Place[]): Place | undefined {
  const of = (read: (place: Place) => number) => median(places.map(read)) ?? 0;
  return places.length === 0
    ? undefined
    : { x: of(({ x }) => x), y: of(({ y }) => y), trunk: of(({ trunk }) => trunk) };
}
