import type { Metric } from '../domain/analysis.ts';
import { median } from '../math/statistics.ts';
import { KEYPOINT_STRIDE, LEG, NOSE, SHOULDERS, SIDES } from '../pose/keypoints.ts';
import { FRAME_STRIDE, framesWithPose, type PoseTrack } from '../pose/track.ts';
import type { ClipResult, MeasuredStep } from './clipResult.ts';
import { findMetric } from './registry.ts';
import type { StepValues } from './sideMetrics.ts';

/**
 * Pose models without heel and toe (the 17 points of COCO: MoveNet and others). An ankle tells that there was a step,
 * not when or how the foot met the ground: "ankle lowest" is 33-112 ms late (METHOD.md 2.3).
 */

/** Whether it needs neither the instant nor the place of a contact closer than a step. */
const isWithoutFeet = (id: string): boolean => findMetric(id)?.needs.includes('feet') === false;

export const NO_FEET = { code: 'no_heel_toe_points', params: {} } as const;

/** Whether the model that made the track has points on the foot. */
export function hasFeet({ data }: PoseTrack): boolean {
  for (let frame = 0; frame < data.length; frame += FRAME_STRIDE)
    for (const side of SIDES)
      for (const joint of ['heel', 'footIndex'] as const)
        if (Number.isFinite(data[frame + LEG[side][joint] * KEYPOINT_STRIDE])) return true;
  return false;
}

/** Length of the stand-in foot, share of the shank: behind the ankle and in front of it, as a shoe's. */
const HEEL_BEHIND = 0.15;
const TOE_AHEAD = 0.4;
/** The nose is ahead of the shoulders by more than this share of the trunk where a runner is seen from the side. */
const FACING = 0.1;

/**
 * The ankle stands in for heel and toe, shifted by a constant in the direction the runner faces, so that view and steps
 * can be told. Nothing that is read off a foot may be taken from such a track; see `withoutFootValues`.
 */
export function withAnkleFeet(track: PoseTrack): PoseTrack {
  const data = track.data.slice();
  const at = (frame: number, keypoint: number) => frame * FRAME_STRIDE + keypoint * KEYPOINT_STRIDE;
  const x = (frame: number, keypoint: number) => data[at(frame, keypoint)] ?? Number.NaN;
  const y = (frame: number, keypoint: number) => data[at(frame, keypoint) + 1] ?? Number.NaN;
  const frames = framesWithPose(track);
  const middleX = (frame: number) => (x(frame, SHOULDERS.L) + x(frame, SHOULDERS.R)) / 2;
  const trunk = median(frames.map((f) => Math.abs(y(f, SHOULDERS.L) - y(f, LEG.L.hip)))) ?? 0;
  const ahead = median(frames.map((f) => x(f, NOSE) - middleX(f))) ?? 0;
  const facing = Math.abs(ahead) < FACING * trunk ? 0 : Math.sign(ahead);
  for (const side of SIDES) {
    const { knee, ankle, heel, footIndex } = LEG[side];
    const shank =
      median(frames.map((f) => Math.hypot(x(f, knee) - x(f, ankle), y(f, knee) - y(f, ankle)))) ?? 0;
    for (const frame of frames) {
      const seen = data[at(frame, ankle) + 2] ?? 0;
      const put = (keypoint: number, shift: number) =>
        data.set([x(frame, ankle) + facing * shift * shank, y(frame, ankle), seen], at(frame, keypoint));
      put(heel, -HEEL_BEHIND);
      put(footIndex, TOE_AHEAD);
    }
  }
  return { ...track, data };
}

/** A step of which only is kept what needs no foot. */
export function withoutFootValues({ step, values }: MeasuredStep): MeasuredStep {
  const kept: StepValues = Object.fromEntries(Object.entries(values).filter(([id]) => isWithoutFeet(id)));
  return {
    step: { ...step, toeOff: undefined, toeOffSpread: undefined, midStance: undefined },
    values: kept,
    slopes: {},
  };
}

/** Says of the metrics that are absent because no clip has feet that this is why. */
export function explainedWithoutFeet(metrics: readonly Metric[], results: readonly ClipResult[]): Metric[] {
  if (!results.some(({ clip }) => clip.notices.some(({ code }) => code === NO_FEET.code)))
    return [...metrics];
  return metrics.map((metric) =>
    metric.value === null && metric.reason?.code === 'not_seen' && !isWithoutFeet(metric.id)
      ? { ...metric, reason: { ...NO_FEET } }
      : metric,
  );
}
