import { lowPass } from '../math/butterworth.ts';
import { hampelOutliers } from '../math/hampel.ts';
import { cubicSpline, type Spline } from '../math/spline.ts';
import { median } from '../math/statistics.ts';
import {
  KEYPOINT_STRIDE,
  LEG,
  LEG_JOINTS,
  type LegJoint,
  otherSide,
  SHOULDERS,
  SIDES,
  type Side,
} from '../pose/keypoints.ts';
import { chooseLeg, MISSING, OTHER } from '../pose/legRepair.ts';
import { FRAME_STRIDE, hasPose, type PoseTrack } from '../pose/track.ts';

/** Events are found and values read on a 1 kHz spline: one sample is one millisecond of true time. */
export const SIGNAL_HZ = 1000;
/** Gaps up to this long are filled; a step that touches a longer one is not used. */
export const FILL_S = 0.1;
/** A run of frames shorter than this cannot hold a stride; of somebody who stands, half of it shows all there is. */
const SHORTEST_RUN_S = 1;
export const SHORTEST_STANDING_S = 0.5;
/** Below this visibility a keypoint is not believed (the feet of the far leg are judged by motion instead). */
const VISIBLE = 0.5;

/** Position in leg lengths (thigh + shank = 1): x in the direction of travel, y up. */
export interface Point {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export type LegSignals = Readonly<Record<LegJoint, Point>>;

/** One unbroken run of frames as evenly spaced signals. Sample i is at `start + i / 1000` true seconds. */
export interface Signals {
  readonly start: number;
  readonly length: number;
  readonly legs: Readonly<Record<Side, LegSignals>>;
  readonly midHip: Point;
  readonly midShoulder: Point;
  readonly shoulders: Readonly<Record<Side, Point>>;
  /** Stretches (s, true time) in which a leg was not seen for longer than can be filled. */
  readonly unseen: Readonly<Record<Side, readonly (readonly [number, number])[]>>;
}

export interface SignalOptions {
  /** Which way the runner faces in the image: +1 right, -1 left (x is mirrored), 1 for rear and front views. */
  readonly forward: 1 | -1;
  readonly pixelsPerLeg: number;
  readonly cutoffHz: number;
  readonly captureFps: number;
  readonly choices: Readonly<Record<Side, Int8Array>>;
}

/** Per-leg repair of swapped and merged legs; see `chooseLeg`. */
export function repairLegs(
  track: PoseTrack,
  times: Float64Array,
  pixelsPerLeg: number,
): Record<Side, Int8Array> {
  const choose = (side: Side) => chooseLeg(track, times, side, pixelsPerLeg / 0.86).choice;
  return { L: choose('L'), R: choose('R') };
}

/** Median length of thigh + shank over the frames, pixels, mean of both legs; undefined when nobody is seen. */
export function legLengthPx(track: PoseTrack): number | undefined {
  const lengths: number[] = [];
  for (const side of SIDES) {
    const perFrame: number[] = [];
    for (let frame = 0; frame * FRAME_STRIDE < track.data.length; frame++) {
      if (!hasPose(track, frame)) continue;
      const at = (joint: LegJoint) => frame * FRAME_STRIDE + LEG[side][joint] * KEYPOINT_STRIDE;
      const span = (a: number, b: number) =>
        Math.hypot(
          (track.data[a] ?? 0) - (track.data[b] ?? 0),
          (track.data[a + 1] ?? 0) - (track.data[b + 1] ?? 0),
        );
      if ((track.data[at('knee') + 2] ?? 0) < VISIBLE) continue;
      perFrame.push(span(at('hip'), at('knee')) + span(at('knee'), at('ankle')));
    }
    const typical = median(perFrame);
    if (typical !== undefined) lengths.push(typical);
  }
  return lengths.length === 0 ? undefined : lengths.reduce((sum, value) => sum + value, 0) / lengths.length;
}

/** Frame ranges [from, to) without a cut or a gap longer than can be filled, and long enough for a stride. */
export function unbrokenRuns(
  track: PoseTrack,
  times: Float64Array,
  cuts: readonly number[] = [],
  shortestS = SHORTEST_RUN_S,
  longestGapS = FILL_S,
): [number, number][] {
  const runs: [number, number][] = [];
  let start = -1;
  let last = -1;
  const close = () => {
    if (start >= 0 && (times[last] ?? 0) - (times[start] ?? 0) >= shortestS) runs.push([start, last + 1]);
  };
  for (let frame = 0; frame < times.length; frame++) {
    if (!hasPose(track, frame)) continue;
    const isCut = cuts.some((cut) => cut > last && cut <= frame);
    if (start < 0 || isCut || (times[frame] ?? 0) - (times[last] ?? 0) > longestGapS) {
      close();
      start = frame;
    }
    last = frame;
  }
  close();
  return runs;
}

/** Signals of the same run before some keypoints were corrected. */
export interface EarlierSignals {
  readonly signals: Signals;
  readonly touched: ReadonlySet<number>;
}

/**
 * Cleaned, filtered 1 kHz signals of the frames [from, to).
 * @param earlier what no correction touches is taken from it
 */
export function buildSignals(
  track: PoseTrack,
  times: Float64Array,
  [from, to]: readonly [number, number],
  options: SignalOptions,
  earlier?: EarlierSignals,
): Signals {
  const known = (keypoints: readonly number[], of: (signals: Signals) => Point): Point | undefined =>
    earlier && !keypoints.some((k) => earlier.touched.has(k)) ? of(earlier.signals) : undefined;
  const frames = posedFrames(track, [from, to]);
  const start = times[from] ?? 0;
  const length = Math.floor(((times[to - 1] ?? 0) - start) * SIGNAL_HZ) + 1;
  const sources = jointSources(track, frames, options.choices);
  const series = (source: JointSource): Point => {
    const { x, y } = jointKnots(track, times, source, options);
    return { x: smooth(x, start, length, options), y: smooth(y, start, length, options) };
  };
  const leg = (side: Side): LegSignals => {
    const joint = (name: LegJoint): [LegJoint, Point] => {
      const own = LEG[side][name];
      const same = known([own, LEG[otherSide(side)][name]], ({ legs }) => legs[side][name]);
      return [name, same ?? series(sources.legs[side][name])];
    };
    return Object.fromEntries(LEG_JOINTS.map(joint)) as Record<LegJoint, Point>;
  };
  const legs = { L: leg('L'), R: leg('R') };
  const shoulder = (side: Side) =>
    known([SHOULDERS[side]], ({ shoulders }) => shoulders[side]) ?? series(sources.shoulders[side]);
  const shoulders = { L: shoulder('L'), R: shoulder('R') };
  const isSeen = (side: Side) => (frame: number) =>
    options.choices[side][frame] !== MISSING ||
    LEG_JOINTS.some((name) => name !== 'hip' && isPlaced(track, LEG[side][name], frame));
  const unseen = (side: Side) => gapsLongerThan(frames.filter(isSeen(side)).map((f) => times[f] ?? 0));
  return {
    start,
    length,
    legs,
    shoulders,
    midHip: middle(legs.L.hip, legs.R.hip),
    midShoulder: middle(shoulders.L, shoulders.R),
    unseen: { L: unseen('L'), R: unseen('R') },
  };
}

const isPlaced = (track: PoseTrack, keypoint: number, frame: number): boolean =>
  track.placed?.get(keypoint)?.has(frame) === true;

/** Frames of [from, to) in which somebody was found. */
export const posedFrames = (track: PoseTrack, [from, to]: readonly [number, number]): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i).filter((frame) => hasPose(track, frame));

/** In which frames of a run a joint is believed, and which keypoint tells where it is: its own or the other leg's. */
export interface JointSource {
  readonly keypoint: number;
  readonly frames: readonly number[];
  readonly toldBy: (frame: number) => number;
}

export interface JointSources {
  readonly legs: Readonly<Record<Side, Readonly<Record<LegJoint, JointSource>>>>;
  readonly shoulders: Readonly<Record<Side, JointSource>>;
}

/** Where each joint is read in the frames of one run; see `chooseLeg`. */
export function jointSources(
  track: PoseTrack,
  frames: readonly number[],
  choices: SignalOptions['choices'],
): JointSources {
  const visible = (keypoint: number): JointSource => {
    const seen = frames.filter(
      (frame) => (track.data[frame * FRAME_STRIDE + keypoint * KEYPOINT_STRIDE + 2] ?? 0) >= VISIBLE,
    );
    return {
      keypoint,
      frames: seen.length >= 0.5 * frames.length ? seen : frames,
      toldBy: () => keypoint,
    };
  };
  const joint = (side: Side, name: LegJoint): JointSource => {
    const keypoint = LEG[side][name];
    // The hips are joined to the trunk, not to the leg: they keep their own label.
    if (name === 'hip') return visible(keypoint);
    const kept = frames.filter((f) => choices[side][f] !== MISSING || isPlaced(track, keypoint, f));
    /** A coach's word on a joint goes over the choice of its leg. */
    const toldBy = (frame: number) =>
      choices[side][frame] === OTHER && !isPlaced(track, keypoint, frame)
        ? LEG[otherSide(side)][name]
        : keypoint;
    return { keypoint, frames: kept.length >= 4 ? kept : frames, toldBy };
  };
  const leg = (side: Side) =>
    Object.fromEntries(LEG_JOINTS.map((name) => [name, joint(side, name)])) as Record<LegJoint, JointSource>;
  return {
    legs: { L: leg('L'), R: leg('R') },
    shoulders: { L: visible(SHOULDERS.L), R: visible(SHOULDERS.R) },
  };
}

/** What is believed of one coordinate: the curve through it, and the frames left out of it as outliers. */
export interface JointCurve {
  readonly curve: Spline;
  readonly outliers: ReadonlySet<number>;
}

/** Curves through a joint's believed places, before any filter; units of `Point`. */
export function jointKnots(
  track: PoseTrack,
  times: Float64Array,
  { frames, toldBy }: JointSource,
  options: Pick<SignalOptions, 'forward' | 'pixelsPerLeg' | 'captureFps'>,
): { readonly x: JointCurve; readonly y: JointCurve } {
  const value = (frame: number, axis: number) =>
    track.data[frame * FRAME_STRIDE + toldBy(frame) * KEYPOINT_STRIDE + axis] ?? 0;
  const x = frames.map((frame) => (options.forward * value(frame, 0)) / options.pixelsPerLeg);
  const y = frames.map((frame) => (track.height - value(frame, 1)) / options.pixelsPerLeg);
  const t = frames.map((frame) => times[frame] ?? 0);
  // What a coach placed is no outlier.
  const sure = new Set(
    track.placed ? frames.flatMap((f, i) => (isPlaced(track, toldBy(f), f) ? [i] : [])) : [],
  );
  const curve = (values: readonly number[]): JointCurve => {
    const bad = new Set(hampelOutliers(values, 7, 3, 0.06).filter((i) => !sure.has(i)));
    const knots = t.map((time, i) => [time, values[i] ?? 0] as const).filter((_, i) => !bad.has(i));
    const bridged = bridgeLongGaps(knots, 1 / options.captureFps);
    return {
      curve: cubicSpline(
        bridged.map(([time]) => time),
        bridged.map(([, place]) => place),
      ),
      outliers: new Set([...bad].flatMap((i) => frames[i] ?? [])),
    };
  };
  return { x: curve(x), y: curve(y) };
}

function gapsLongerThan(t: readonly number[]): [number, number][] {
  const gaps: [number, number][] = [];
  for (let i = 1; i < t.length; i++) {
    const before = t[i - 1] ?? 0;
    const after = t[i] ?? 0;
    if (after - before > FILL_S + 1e-9) gaps.push([before, after]);
  }
  return gaps;
}

function middle(a: Point, b: Point): Point {
  const half = (p: Float64Array, q: Float64Array) => p.map((value, i) => (value + (q[i] ?? 0)) / 2);
  return { x: half(a.x, b.x), y: half(a.y, b.y) };
}

/** Evenly spaced at the capture rate, low-passed, then splined to 1 kHz. */
function smooth(
  { curve }: JointCurve,
  start: number,
  length: number,
  options: Pick<SignalOptions, 'captureFps' | 'cutoffHz'>,
): Float64Array {
  const end = start + (length - 1) / SIGNAL_HZ;
  const count = Math.max(2, Math.round((end - start) * options.captureFps) + 1);
  const step = (end - start) / (count - 1);
  const filtered = lowPass(curve.sample(start, step, count), options.cutoffHz, 1 / step);
  const grid = Float64Array.from(filtered, (_, i) => start + i * step);
  return cubicSpline(grid, filtered).sample(start, 1 / SIGNAL_HZ, length);
}

/** A spline swings wildly through a long gap: a straight line of knots keeps it calm there. */
function bridgeLongGaps(
  knots: readonly (readonly [number, number])[],
  step: number,
): (readonly [number, number])[] {
  const bridged: (readonly [number, number])[] = [];
  for (const knot of knots) {
    const last = bridged[bridged.length - 1];
    if (last && knot[0] - last[0] > FILL_S) {
      const count = Math.floor((knot[0] - last[0]) / step);
      for (let i = 1; i < count; i++) {
        const share = i / count;
        bridged.push([last[0] + share * (knot[0] - last[0]), last[1] + share * (knot[1] - last[1])]);
      }
    }
    bridged.push(knot);
  }
  return bridged;
}
