import { readFileSync } from 'node:fs';
import type { ClipInput, Metric } from '../domain/analysis.ts';
import {
  EARS,
  KEYPOINT_STRIDE,
  LEG,
  LEG_JOINTS,
  otherSide,
  SHOULDERS,
  type Side,
} from '../pose/keypoints.ts';
import { emptyTrack, FRAME_STRIDE, type PoseTrack } from '../pose/track.ts';

type SampleClip = 'sample' | 'standing' | 'rear' | 'standing-rear';

interface Truth {
  readonly width: number;
  readonly height: number;
  readonly times_s: number[];
  readonly joints: { readonly index: number }[];
  readonly joints_px: [number, number][][];
}

/** The joints of a shipped clip as an exact camera sees them: what a pose model without any error would give. */
export function exactClip(name: SampleClip): ClipInput {
  const file = new URL(`../../models/sample/${name}.truth.json`, import.meta.url);
  const truth: Truth = JSON.parse(readFileSync(file, 'utf8'));
  const pose = emptyTrack(truth.width, truth.height, truth.joints_px.length);
  truth.joints_px.forEach((points, frame) => {
    truth.joints.forEach(({ index }, j) => {
      const at = frame * FRAME_STRIDE + index * KEYPOINT_STRIDE;
      pose.data.set([...(points[j] ?? [0, 0]), 1], at);
    });
  });
  return {
    ...{ id: name, file: name, sha256: '0'.repeat(64), view: 'auto', rotation: 0, pose },
    role: name === 'rear' ? 'rear' : name === 'sample' ? 'side_left' : 'standing',
    frameTable: { firstPts: 0, times: Float64Array.from(truth.times_s) },
    timeScale: { told: 1, stated: null },
  };
}

/** The clip with every point moved; the picture's size too where told. */
export function placed(
  clip: ClipInput,
  place: (x: number, y: number) => readonly [number, number],
  size: { readonly width: number; readonly height: number } = clip.pose,
): ClipInput {
  const data = clip.pose.data.slice();
  for (let at = 0; at < data.length; at += KEYPOINT_STRIDE) {
    data.set(place(data[at] ?? Number.NaN, data[at + 1] ?? Number.NaN), at);
  }
  const pose: PoseTrack = { width: size.width, height: size.height, data };
  return { ...clip, pose };
}

/** Pairs of keypoints that a pose model names the other way round in a mirrored picture. */
const PAIRS = [EARS, SHOULDERS, ...LEG_JOINTS.map((joint) => ({ L: LEG.L[joint], R: LEG.R[joint] }))];
const ROLES = { side_left: 'side_right', side_right: 'side_left' } as const;

/** The clip as a mirrored picture shows it: left and right of the picture, and of the runner, exchanged. */
export function mirrored(clip: ClipInput): ClipInput {
  const turned = placed(clip, (x, y) => [clip.pose.width - x, y]);
  const { data } = turned.pose;
  for (let frame = 0; frame < data.length; frame += FRAME_STRIDE) {
    for (const pair of PAIRS) {
      const left = frame + pair.L * KEYPOINT_STRIDE;
      const right = frame + pair.R * KEYPOINT_STRIDE;
      const kept = data.slice(left, left + KEYPOINT_STRIDE);
      data.copyWithin(left, right, right + KEYPOINT_STRIDE);
      data.set(kept, right);
    }
  }
  const role = clip.role === 'side_left' || clip.role === 'side_right' ? ROLES[clip.role] : clip.role;
  return { ...turned, role };
}

/** The same metric of the other leg; differences of the legs change their sign. */
export function otherLegs({ metrics }: { readonly metrics: readonly Metric[] }): Metric[] {
  const flipped = (side: Side | null) => (side === null ? null : otherSide(side));
  const negative = (value: number | null) => (value === null ? null : -value);
  return metrics.map((metric) =>
    metric.id.startsWith('asymmetry.')
      ? { ...metric, value: negative(metric.value), low: negative(metric.high), high: negative(metric.low) }
      : { ...metric, side: flipped(metric.side) },
  );
}

export interface Change {
  readonly metric: string;
  /** Share of the metric's `repeat` half-width that the value moved by; infinite where one is absent. */
  readonly share: number;
}

/** How far every metric of one analysis lies from the same of another. */
export function changesBetween(before: readonly Metric[], after: readonly Metric[]): Change[] {
  return before.map(({ id, side, value, repeat, grade, n }) => {
    const twin = after.find((other) => other.id === id && other.side === side);
    const metric = side === null ? id : `${id} ${side}`;
    if (twin === undefined || twin.grade !== grade || twin.n !== n)
      return { metric, share: Number.POSITIVE_INFINITY };
    if (value === null || repeat === null || twin.value === null)
      return { metric, share: value === twin.value ? 0 : Number.POSITIVE_INFINITY };
    const moved = Math.abs(twin.value - value);
    return { metric, share: moved === 0 ? 0 : moved / repeat };
  });
}

/** The clip as an unsteady pose model gives it: every coordinate off by up to `px`, the same at every run. */
export function jittered(clip: ClipInput, px: number): ClipInput {
  let seed = 1;
  const next = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return px * (seed / 2 ** 31 - 1);
  };
  return placed(clip, (x, y) => [x + next(), y + next()]);
}
