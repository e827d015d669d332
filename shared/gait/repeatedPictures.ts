import { frameGaps, usualGap } from '../domain/frameTable.ts';
import { mean, median } from '../math/statistics.ts';
import type { BodyShapes } from './bodyShape.ts';

/**
 * Pictures that a file stores again: a film of 30 pictures a second in a recording of 60, 24 in 60 (now twice, now three
 * times), or one that stands still while its time runs on. The body cannot stand still in every other picture and move in
 * those between: a repeat is known by that, also where the codec and the network leave it slightly different.
 */
export interface Repeats {
  /** By frame: whether it shows the picture of the frame before. */
  readonly isRepeat: readonly boolean[];
  /** Frames stored for each picture taken, 1 where every frame is a picture of its own. */
  readonly framesPerPicture: number;
  /** First repeated frame of each picture that was held for longer than a stumble. */
  readonly held: readonly number[];
}

/** Frames for so many pictures, as recordings of one rate in another have them: 2 = 30 in 60, 5 for 2 = 24 in 60, and so on. */
const PATTERNS = [
  ...[2, 3, 4, 5, 8].map((frames) => ({ frames, pictures: 1 })),
  ...[
    [5, 2],
    [12, 5],
    [25, 12],
    [5, 3],
    [3, 2],
    [4, 3],
    [5, 4],
    [6, 5],
  ].map(([frames = 1, pictures = 1]) => ({ frames, pictures })),
];
type Pattern = (typeof PATTERNS)[number];

/** Movements below this are the network's own trembling, lengths of the trunk. */
const TREMBLING = 0.002;
/** Real pictures move the body by this factor more than repeated ones do (logarithm of it, on average and in most). */
const CONTRAST = Math.log(2.4);
const STILL_SHARE = 0.6;
const MOST_STILL = 0.8;
/** The pattern may slip: its phase is judged anew over so many of its periods on either side. */
const PERIODS_AROUND = 4;
/** A pattern is believed from so many periods on. */
const FEWEST_PERIODS = 6;

/** @param times seconds of the frames, as long as `moved` */
export function findRepeats({ moved }: BodyShapes, times: Float64Array): Repeats {
  const nothing = { isRepeat: Array.from(moved, () => false), framesPerPicture: 1, held: [] };
  const best = PATTERNS.flatMap((pattern) => fitted(moved, pattern) ?? []).reduce<Fit | undefined>(
    (top, one) => (top === undefined || one.contrast > top.contrast ? one : top),
    undefined,
  );
  const regular =
    best === undefined
      ? nothing
      : {
          ...nothing,
          isRepeat: best.isRepeat,
          framesPerPicture: best.pattern.frames / best.pattern.pictures,
        };
  return withHeld(moved, times, regular);
}

interface Fit {
  readonly pattern: Pattern;
  readonly isRepeat: readonly boolean[];
  readonly contrast: number;
}

/** Frames with which a new picture comes: spread as evenly over the period as whole frames allow. */
const isNewIn = ({ frames, pictures }: Pattern, frame: number): boolean =>
  Math.floor((frame * pictures) / frames) !== Math.floor(((frame - 1) * pictures) / frames);

function fitted(moved: Float64Array, pattern: Pattern): Fit | undefined {
  const { frames } = pattern;
  const count = moved.length;
  if (count < FEWEST_PERIODS * Math.max(frames, 4)) return undefined;
  const level = Float64Array.from(moved, (step) => Math.log(Math.max(TREMBLING, step)));
  const known = level.filter((step) => !Number.isNaN(step));
  const centre = mean(known) ?? 0;
  // By phase: running sums of what new pictures of that phase would have moved.
  const sums = Array.from({ length: frames }, (_, phase) => {
    const sum = new Float64Array(count + 1);
    for (let i = 0; i < count; i++) {
      const step = level[i] ?? Number.NaN;
      const counts = isNewIn(pattern, i + phase) && !Number.isNaN(step);
      sum[i + 1] = (sum[i] ?? 0) + (counts ? step - centre : 0);
    }
    return sum;
  });
  const reach = PERIODS_AROUND * Math.max(frames, 4);
  const isRepeat: boolean[] = [];
  for (let block = 0; block < count; block += Math.max(frames, 4)) {
    const from = Math.max(0, block - reach);
    const to = Math.min(count, block + reach + 1);
    const gain = (phase: number) => (sums[phase]?.[to] ?? 0) - (sums[phase]?.[from] ?? 0);
    let top = 0;
    for (let phase = 1; phase < frames; phase++) if (gain(phase) > gain(top)) top = phase;
    for (let i = block; i < Math.min(count, block + Math.max(frames, 4)); i++)
      isRepeat.push(i > 0 && !isNewIn(pattern, i + top));
  }
  const steps = (repeated: boolean): number[] =>
    Array.from(level).filter((step, i) => !Number.isNaN(step) && isRepeat[i] === repeated);
  const [fresh, again] = [steps(false), steps(true)];
  const contrast = (mean(fresh) ?? 0) - (mean(again) ?? 0);
  const usual = median(fresh) ?? 0;
  const still = again.filter((step) => step < usual + Math.log(STILL_SHARE)).length;
  const quiet = median(again) ?? 0;
  const lively = fresh.filter((step) => step > quiet - Math.log(STILL_SHARE)).length;
  const isClear =
    contrast >= CONTRAST && still >= MOST_STILL * again.length && lively >= MOST_STILL * fresh.length;
  return isClear ? { pattern, isRepeat, contrast } : undefined;
}

/** A picture that stands still moves by less than this share of what is usual around it, and begins and ends at once. */
const HELD_SHARE = 0.3;
const LIVELY_SHARE = 0.6;
const HELD_FRAMES = 3;
const HELD_S = 0.08;
/** What is usual is judged over this time on either side, s. */
const AROUND_S = 1;

/** Legs that run cannot stop within one frame and be at full speed in another: then the picture was held. */
function withHeld(moved: Float64Array, times: Float64Array, regular: Repeats): Repeats {
  const fresh = Array.from(moved.keys()).filter(
    (frame) => regular.isRepeat[frame] !== true && !Number.isNaN(moved[frame] ?? Number.NaN),
  );
  const step = (k: number): number => moved[fresh[k] ?? -1] ?? 0;
  const time = (k: number): number => times[fresh[k] ?? -1] ?? 0;
  const gap = usualGap(frameGaps({ firstPts: 0, times })) ?? 0;
  const around = Math.max(1, Math.round(AROUND_S / Math.max(gap * regular.framesPerPicture, 1e-6)));
  const usual = usualSteps(
    fresh.map((frame) => moved[frame] ?? 0),
    around,
  );
  const isRepeat = [...regular.isRepeat];
  const held: number[] = [];
  for (let k = 1; k < fresh.length; k++) {
    const before = usual[k - 1] ?? 0;
    if (step(k) >= HELD_SHARE * before) continue;
    let end = k;
    while (end < fresh.length && step(end) < HELD_SHARE * before) end++;
    const isLong = end - k >= HELD_FRAMES && time(end - 1) - time(k - 1) >= HELD_S;
    const isSudden = step(k - 1) >= LIVELY_SHARE * before && step(end) >= LIVELY_SHARE * before;
    if (isLong && isSudden && end < fresh.length) {
      held.push(fresh[k] ?? 0);
      for (let i = k; i < end; i++) isRepeat[fresh[i] ?? 0] = true;
    }
    k = end;
  }
  return { ...regular, isRepeat, held };
}

/** Median step around each, worked out a few times a window. */
function usualSteps(steps: readonly number[], around: number): number[] {
  const every = Math.max(1, Math.floor(around / 4));
  const medians = steps.flatMap((_, k) =>
    k % every === 0 ? [median(steps.slice(Math.max(0, k - around), k + around + 1)) ?? 0] : [],
  );
  return steps.map((_, k) => medians[Math.floor(k / every)] ?? 0);
}
