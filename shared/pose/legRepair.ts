import { KEYPOINT_STRIDE, LEG, otherSide, type Side } from './keypoints.ts';
import { FRAME_STRIDE, frameCountOf, framesWithPose, type PoseTrack } from './track.ts';

/**
 * Which keypoints to believe for one leg in each frame: its own label, the other leg's label (swapped), or neither.
 * BlazePose swaps or merges the legs for 1-4 frames about once a stride, when the far leg swings past the near one;
 * visibility does not flag it. Calling such a frame missing does most of the work (METHOD.md 2.2).
 */
export const OWN = 0;
export const OTHER = 1;
export const MISSING = -1;

/** Longest run of frames that may be called missing, seconds; the motion is too free to bridge more. */
const MAX_GAP_S = 0.09;
/** Position noise of a keypoint, metres (1 SD), and the acceleration a foot may have, m/s^2. */
const NOISE_M = 0.022;
const ACCELERATION = 100;
/** No foot moves faster than this in a picture of running, m/s. */
const MAX_SPEED = 14;
/** Costs in units of squared deviations: a missing frame, a swapped label, the most one joint can add, a fresh start. */
const SKIP = 3;
const SWAP = 1.5;
const CAP = 25;
const RESTART = 60;

const JOINTS = ['knee', 'ankle', 'heel', 'footIndex'] as const;
const J = JOINTS.length;

export interface LegChoice {
  /** OWN, OTHER or MISSING per frame. */
  readonly choice: Int8Array;
  readonly swapped: number;
  readonly missing: number;
}

/**
 * Viterbi search over {own, other, missing} with a second-order motion cost: a kept frame is predicted from the two kept
 * frames before it at constant velocity.
 * @param times true seconds per frame, increasing
 * @param pixelsPerMetre rough scale (leg length / 0.86 m does)
 */
export function chooseLeg(
  track: PoseTrack,
  times: Float64Array,
  side: Side,
  pixelsPerMetre: number,
): LegChoice {
  const frames = framesWithPose(track);
  const n = frames.length;
  const candidates = candidatePoints(track, frames, side);
  const time = Float64Array.from(frames, (frame) => times[frame] ?? 0);
  const reach = maxReach(time);
  const states = 4 * reach;
  const cost = new Float64Array(n * states).fill(Number.POSITIVE_INFINITY);
  /** Packed index of the state before, -1 where a path starts. */
  const from = new Int32Array(n * states).fill(-1);
  const bestEnd = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const bestState = new Int32Array(n).fill(-1);
  const noise = NOISE_M * pixelsPerMetre;
  const stateOf = (k: number, gap: number, now: number, before: number) =>
    k * states + (gap - 1) * 4 + now * 2 + before;

  for (let k = 1; k < n; k++) {
    for (let gap = 1; gap <= Math.min(reach, k); gap++) {
      const j = k - gap;
      const dt = (time[k] ?? 0) - (time[j] ?? 0);
      if (dt > MAX_GAP_S + 1e-9 && gap > 1) break;
      for (let now = 0; now < 2; now++) {
        for (let before = 0; before < 2; before++) {
          const here = stateOf(k, gap, now, before);
          const labels = SWAP * J * (now + before);
          const before0 = j > 0 ? (bestEnd[j - 1] ?? 0) + RESTART * J : Number.POSITIVE_INFINITY;
          const started = Math.min(SKIP * J * j, before0) + SKIP * J * (gap - 1) + labels;
          cost[here] = started + startCost(candidates, k, now, j, before, dt, pixelsPerMetre, noise);
          from[here] = before0 < SKIP * J * j ? (bestState[j - 1] ?? -1) : -1;
        }
      }
      extend(k, gap, dt);
    }
    settle(k);
  }
  return readBack(frameCountOf(track), frames, from, bestState, states);

  /** Paths that go on from a pair (j, i) to k. */
  function extend(k: number, gap: number, dt: number): void {
    const j = k - gap;
    for (let gapBefore = 1; gapBefore <= Math.min(reach, j); gapBefore++) {
      const i = j - gapBefore;
      const dtBefore = (time[j] ?? 0) - (time[i] ?? 0);
      if (dtBefore > MAX_GAP_S + 1e-9 && gapBefore > 1) break;
      const tolerance =
        noise * (1 + dt / dtBefore) + (ACCELERATION * pixelsPerMetre * dt * (dtBefore + dt)) / 4;
      for (let now = 0; now < 2; now++) {
        for (let before = 0; before < 2; before++) {
          const here = stateOf(k, gap, now, before);
          for (let first = 0; first < 2; first++) {
            const previous = stateOf(j, gapBefore, before, first);
            const known = (cost[previous] ?? 0) + SKIP * J * (gap - 1) + SWAP * J * now;
            if (known >= (cost[here] ?? 0)) continue;
            const total =
              known + motionCost(candidates, k, now, j, before, i, first, dt / dtBefore, tolerance);
            if (total < (cost[here] ?? 0)) {
              cost[here] = total;
              from[here] = previous;
            }
          }
        }
      }
    }
  }

  /** Cheapest path over frames 0..k, whether k itself is kept or missing. */
  function settle(k: number): void {
    bestEnd[k] = (bestEnd[k - 1] ?? Number.POSITIVE_INFINITY) + SKIP * J;
    bestState[k] = bestState[k - 1] ?? -1;
    for (let s = k * states; s < (k + 1) * states; s++) {
      const value = cost[s] ?? Number.POSITIVE_INFINITY;
      if (value < (bestEnd[k] ?? 0)) {
        bestEnd[k] = value;
        bestState[k] = s;
      }
    }
  }
}

/** Most frames that fit into the longest gap. */
function maxReach(time: Float64Array): number {
  const gaps = Array.from(time.subarray(1), (t, i) => t - (time[i] ?? 0)).sort((a, b) => a - b);
  const typical = gaps[gaps.length >> 1] ?? 1;
  return Math.max(2, Math.round(MAX_GAP_S / Math.max(typical, 1e-3)));
}

/** x, y of the joints: frame-major, then own/other, then joint. */
function candidatePoints(track: PoseTrack, frames: readonly number[], side: Side): Float64Array {
  const points = new Float64Array(frames.length * 2 * J * 2);
  let at = 0;
  for (const frame of frames) {
    for (const label of [side, otherSide(side)]) {
      for (const joint of JOINTS) {
        const index = frame * FRAME_STRIDE + LEG[label][joint] * KEYPOINT_STRIDE;
        points[at++] = track.data[index] ?? 0;
        points[at++] = track.data[index + 1] ?? 0;
      }
    }
  }
  return points;
}

const offsetOf = (frame: number, label: number): number => (frame * 2 + label) * J * 2;

function startCost(
  points: Float64Array,
  k: number,
  now: number,
  j: number,
  before: number,
  dt: number,
  pixelsPerMetre: number,
  noise: number,
): number {
  const a = offsetOf(k, now);
  const b = offsetOf(j, before);
  let sum = 0;
  for (let m = 0; m < J * 2; m += 2) {
    const distance = Math.hypot(
      (points[a + m] ?? 0) - (points[b + m] ?? 0),
      (points[a + m + 1] ?? 0) - (points[b + m + 1] ?? 0),
    );
    sum += Math.min(CAP, (Math.max(0, distance - MAX_SPEED * pixelsPerMetre * dt) / noise) ** 2);
  }
  return sum;
}

function motionCost(
  points: Float64Array,
  k: number,
  now: number,
  j: number,
  before: number,
  i: number,
  first: number,
  ratio: number,
  tolerance: number,
): number {
  const a = offsetOf(k, now);
  const b = offsetOf(j, before);
  const c = offsetOf(i, first);
  let sum = 0;
  for (let m = 0; m < J * 2; m += 2) {
    const bx = points[b + m] ?? 0;
    const by = points[b + m + 1] ?? 0;
    const ex = (points[a + m] ?? 0) - bx - (bx - (points[c + m] ?? 0)) * ratio;
    const ey = (points[a + m + 1] ?? 0) - by - (by - (points[c + m + 1] ?? 0)) * ratio;
    sum += Math.min(CAP, (ex * ex + ey * ey) / (tolerance * tolerance));
  }
  return sum;
}

function readBack(
  frameCount: number,
  frames: readonly number[],
  from: Int32Array,
  bestState: Int32Array,
  states: number,
): LegChoice {
  const choice = new Int8Array(frameCount).fill(MISSING);
  let state = bestState[frames.length - 1] ?? -1;
  while (state >= 0) {
    const k = Math.floor(state / states);
    const gap = Math.floor((state % states) / 4) + 1;
    const set = (index: number, label: number) => {
      const frame = frames[index];
      if (frame !== undefined) choice[frame] = label;
    };
    set(k, (state >> 1) & 1);
    const previous = from[state] ?? -1;
    // A path that starts here, or again here, keeps the second frame of its pair as well.
    if (previous < 0 || Math.floor(previous / states) !== k - gap) set(k - gap, state & 1);
    state = previous;
  }
  return {
    choice,
    swapped: choice.filter((label) => label === OTHER).length,
    missing: frames.filter((frame) => choice[frame] === MISSING).length,
  };
}
