import { RAD_TO_DEG } from '../math/angles.ts';
import { fitLine, median, robustSpread } from '../math/statistics.ts';
import { KEYPOINT_STRIDE } from '../pose/keypoints.ts';
import type { PoseTrack } from '../pose/track.ts';
import type { Contact } from './legEvents.ts';
import { SIGNAL_HZ, type Signals } from './signals.ts';

export interface RollEstimate {
  /** How far the picture's ground turns counter-clockwise against its lower edge, degrees. */
  readonly rollDeg: number;
  /** 95 % half-width from the spread of the contacts, degrees. */
  readonly halfWidthDeg: number;
  readonly contacts: number;
}

/** Pelvis speeds, leg lengths / s, below which the runner stays in place and above which he passes by (METHOD.md 4.4). */
const STAYS = 0.3;
const PASSES = 1;
const FEWEST_TREADMILL = 6;
const FEWEST_OVERGROUND = 3;

/**
 * Roll of the camera from where the feet stand (METHOD.md 4.4): on a treadmill the way of the toe at 20-60 % of stance,
 * overground the line through the standing feet. Ground and belt are taken to rise by `inclinePercent` in running direction.
 * On 36 synthetic runners through the pose model it is 2.5° off (RMS), at worst 7.6: a planted toe's keypoint rises or sinks.
 * Ankle, heel and other parts of stance are no better, so that the feet alone do not turn a picture (`levelClip.ts`).
 * Undefined where too few contacts are seen or the runner neither stays nor passes.
 */
export function estimateRoll(
  runs: readonly Signals[],
  contacts: readonly Contact[],
  forward: 1 | -1,
  inclinePercent: number,
): RollEstimate | undefined {
  const speed = median(runs.map((run) => meanSpeed(run.midHip.x)));
  if (speed === undefined) return undefined;
  const slopes =
    speed < STAYS
      ? runs.flatMap((run) => treadmillSlopes(run, contacts))
      : speed > PASSES
        ? runs.flatMap((run) => overgroundSlopes(run, contacts))
        : [];
  const typical = median(slopes);
  if (typical === undefined || slopes.length < (speed < STAYS ? FEWEST_TREADMILL : 1)) return undefined;
  const rise = Math.atan(inclinePercent / 100);
  const spread = robustSpread(slopes) ?? 0;
  return {
    // Seen from the other side the same slope turns the other way.
    rollDeg: forward * (Math.atan(typical) - rise) * RAD_TO_DEG,
    halfWidthDeg: ((1.96 * spread) / Math.sqrt(slopes.length)) * RAD_TO_DEG,
    contacts: slopes.length,
  };
}

/**
 * Roll of the camera if the body of quiet stance is upright from the ankles to the shoulders: counter-clockwise, degrees.
 * People lean forward by one or two degrees, so it is a witness for the roll that the feet show, and none by itself.
 */
export function standingRoll({ legs, midShoulder }: Signals, forward: 1 | -1): number | undefined {
  const leans = Array.from(midShoulder.x, (x, i) => {
    const ankle = (axis: 'x' | 'y') => ((legs.L.ankle[axis][i] ?? 0) + (legs.R.ankle[axis][i] ?? 0)) / 2;
    return Math.atan2(x - ankle('x'), (midShoulder.y[i] ?? 0) - ankle('y'));
  });
  const lean = median(leans.filter(Number.isFinite));
  return lean === undefined ? undefined : -forward * lean * RAD_TO_DEG;
}

/** Two witnesses of one roll: what both say, the smaller of the two; none where they turn to different sides. */
export const agreedRoll = (feet: number, standing: number): number =>
  Math.sign(feet) === Math.sign(standing)
    ? Math.sign(feet) * Math.min(Math.abs(feet), Math.abs(standing))
    : 0;

/** Leg lengths per second along the picture. */
function meanSpeed(x: Float64Array): number {
  const tenth = Math.floor(x.length / 10);
  const from = median(x.subarray(0, tenth)) ?? 0;
  const to = median(x.subarray(x.length - tenth)) ?? 0;
  return Math.abs(to - from) / ((0.9 * x.length) / SIGNAL_HZ);
}

const indicesOf = (run: Signals, { initialContact, toeOff }: Contact): [number, number] | undefined => {
  if (toeOff === undefined) return undefined;
  const from = Math.round((initialContact - run.start) * SIGNAL_HZ);
  const to = Math.round((toeOff - run.start) * SIGNAL_HZ);
  return from < 0 || to >= run.length ? undefined : [from, to];
};

/** Slope of the toe's way under each contact, up per forward. */
function treadmillSlopes(run: Signals, contacts: readonly Contact[]): number[] {
  return contacts.flatMap((contact) => {
    const range = indicesOf(run, contact);
    if (range === undefined) return [];
    const [from, to] = range;
    const { x, y } = run.legs[contact.side].footIndex;
    const first = Math.round(from + 0.2 * (to - from));
    const last = Math.round(from + 0.6 * (to - from));
    const line = fitLine([...x.subarray(first, last)], [...y.subarray(first, last)]);
    return line === undefined ? [] : [line.slope];
  });
}

/** Slope of the line through the standing feet of one pass; none for fewer than three. */
function overgroundSlopes(run: Signals, contacts: readonly Contact[]): number[] {
  const feet = contacts.flatMap((contact) => {
    const range = indicesOf(run, contact);
    if (range === undefined) return [];
    const middle = Math.round((range[0] + range[1]) / 2);
    const { heel, footIndex } = run.legs[contact.side];
    const at = (signal: Float64Array) => signal[middle] ?? 0;
    return [{ x: (at(heel.x) + at(footIndex.x)) / 2, y: (at(heel.y) + at(footIndex.y)) / 2 }];
  });
  if (feet.length < FEWEST_OVERGROUND) return [];
  const line = fitLine(
    feet.map(({ x }) => x),
    feet.map(({ y }) => y),
  );
  return line === undefined ? [] : [line.slope];
}

/** The keypoints as a level camera would have seen them: turned about the middle of the picture. */
export function levelled(track: PoseTrack, rollDeg: number): PoseTrack {
  const { close } = track;
  return {
    ...track,
    data: turned(track, track.data, rollDeg),
    ...(close ? { close: { ...close, data: turned(track, close.data, rollDeg) } } : {}),
  };
}

function turned(track: PoseTrack, rows: Float32Array, rollDeg: number): Float32Array {
  const data = rows.slice();
  const sin = Math.sin(rollDeg / RAD_TO_DEG);
  const cos = Math.cos(rollDeg / RAD_TO_DEG);
  for (let at = 0; at < data.length; at += KEYPOINT_STRIDE) {
    const x = (data[at] ?? 0) - track.width / 2;
    const y = (data[at + 1] ?? 0) - track.height / 2;
    data[at] = track.width / 2 + x * cos - y * sin;
    data[at + 1] = track.height / 2 + x * sin + y * cos;
  }
  return data;
}
