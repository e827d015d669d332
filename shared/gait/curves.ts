import { mean } from '../math/statistics.ts';
import { SIDES, type Side } from '../pose/keypoints.ts';
import type { ClipResult } from './clipResult.ts';
import { type CurveReader, curveMeasures } from './curveMeasures.ts';
import { type CycleMean, cycleMean, normalisedCycle } from './cycleMean.ts';
import type { Signals } from './signals.ts';
import type { Step } from './steps.ts';

/** Mean cycle of one foot. */
export interface SideCycle extends CycleMean {
  readonly side: Side;
  /** Where in the cycle the foot leaves the ground, 0-100; null where no toe-off was found. */
  readonly toeOffPercent: number | null;
}

export interface CurveTrace {
  /** Null for trunk and pelvis. */
  readonly side: Side | null;
  /** One value for every `everyFrames`-th frame; null where it cannot be read. */
  readonly values: readonly (number | null)[];
}

export interface Curve {
  readonly id: string;
  readonly unit: string;
  readonly traces: readonly CurveTrace[];
  readonly cycles: readonly SideCycle[];
}

export interface ClipCurves {
  readonly plane: 'side' | 'frontal';
  readonly everyFrames: number;
  readonly curves: readonly Curve[];
}

/** Positions are low-passed at 15 Hz at most: more values per second than this say nothing more. */
const ENOUGH_HZ = 130;

/**
 * Joint angles and heights of a clip at its frames, and each foot's mean cycle from the strides that count.
 * @param times true seconds of all frames
 * @param heightM athlete's height, which makes heights millimetres; null leaves them in % of the leg
 */
export function clipCurves(result: ClipResult, times: Float64Array, heightM: number | null): ClipCurves {
  const { signals } = result.basis;
  const steps = result.steps.map(({ step }) => step);
  const everyFrames = Math.max(1, Math.ceil(result.clip.capture_fps / ENOUGH_HZ));
  const frameTimes = times.filter((_, frame) => frame % everyFrames === 0);
  const curves = curveMeasures(result, heightM).flatMap(({ id, unit, sided, reader }): Curve[] => {
    const readers = (side: Side) =>
      signals.flatMap((run) => {
        const read = reader(run, side);
        return read ? [{ run, read: sided ? seenOnly(read, run, side) : read }] : [];
      });
    const bySide = { L: readers('L'), R: readers('R') };
    const at = (side: Side) => (time: number) =>
      bySide[side].find(({ run }) => isWithin(run, time))?.read(time) ?? null;
    const traces: CurveTrace[] = (sided ? SIDES : ([null] as const)).map((side) => ({
      side,
      values: Array.from(frameTimes, at(side ?? 'L')),
    }));
    if (traces.every(({ values }) => values.every((value) => value === null))) return [];
    const cycles = SIDES.flatMap((side) => sideCycle(side, steps, bySide[side]) ?? []);
    return [{ id, unit, traces, cycles }];
  });
  return { plane: result.plane, everyFrames, curves };
}

interface RunReader {
  readonly run: Signals;
  readonly read: CurveReader;
}

/** Cycles that count: of a step without a problem, seen from contact to contact. The others are told by their number. */
function sideCycle(side: Side, steps: readonly Step[], runs: readonly RunReader[]): SideCycle | undefined {
  const cycles: number[][] = [];
  const toeOffs: number[] = [];
  let excluded = 0;
  for (const step of steps) {
    const { initialContact: from, nextSameSide: to, toeOff } = step;
    if (step.side !== side || to === undefined) continue;
    const one = runs.find(({ run }) => isWithin(run, from) && isWithin(run, to));
    const points = one && step.problem === undefined ? normalisedCycle(one.read, from, to) : undefined;
    if (points === undefined) excluded++;
    else {
      cycles.push(points);
      if (toeOff !== undefined) toeOffs.push((100 * (toeOff - from)) / (to - from));
    }
  }
  const found = cycleMean(cycles, excluded);
  return found && { side, ...found, toeOffPercent: mean(toeOffs) ?? null };
}

const isWithin = ({ start, length }: Signals, time: number): boolean =>
  time >= start && time <= start + (length - 1) / 1000;

/** Nothing is drawn where the leg was not seen for longer than can be filled. */
const seenOnly =
  (read: CurveReader, { unseen }: Signals, side: Side): CurveReader =>
  (time) =>
    unseen[side].some(([from, to]) => time > from && time < to) ? undefined : read(time);
