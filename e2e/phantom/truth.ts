import { z } from 'zod';
import { type CameraParams, cameraAt, project } from './camera.ts';
import { metricsTruth } from './metrics.ts';
import type { MotionSource, Pose } from './pose.ts';
import type { Vec } from './vec.ts';

/** The points a pose model names that the figure has, by their BlazePose index. */
export const TRUTH_JOINTS = [
  { name: 'nose', index: 0 },
  { name: 'left_ear', index: 7 },
  { name: 'right_ear', index: 8 },
  { name: 'left_shoulder', index: 11 },
  { name: 'right_shoulder', index: 12 },
  { name: 'left_hip', index: 23 },
  { name: 'right_hip', index: 24 },
  { name: 'left_knee', index: 25 },
  { name: 'right_knee', index: 26 },
  { name: 'left_ankle', index: 27 },
  { name: 'right_ankle', index: 28 },
  { name: 'left_heel', index: 29 },
  { name: 'right_heel', index: 30 },
  { name: 'left_foot_index', index: 31 },
  { name: 'right_foot_index', index: 32 },
] as const;

/** World points in the order of TRUTH_JOINTS. */
export function jointPoints(pose: Pose): Vec[] {
  const { L, R } = pose.legs;
  return [
    pose.nose,
    pose.ears.L,
    pose.ears.R,
    pose.arms.L.shoulder,
    pose.arms.R.shoulder,
    L.hip,
    R.hip,
    L.knee,
    R.knee,
    L.ankle,
    R.ankle,
    L.foot.heel,
    R.foot.heel,
    L.foot.index,
    R.foot.index,
  ];
}

const side = z.enum(['L', 'R']);
export const truthSchema = z.object({
  schemaVersion: z.literal(1),
  /** Parameters that rebuild the clip. */
  runner: z.record(z.string(), z.unknown()),
  camera: z.record(z.string(), z.unknown()),
  fps: z.number(),
  frame_count: z.number().int(),
  duration_s: z.number(),
  width: z.number().int(),
  height: z.number().int(),
  /** The leg next to a side-view camera. */
  near_side: side.nullable(),
  times_s: z.array(z.number()),
  /** Slow motion baked in: the file's times are times_s times this. */
  slow_factor: z.number().optional(),
  joints: z.array(z.object({ name: z.string(), index: z.number().int() })),
  /** Per frame, per joint: x, y in pixels of the picture. */
  joints_px: z.array(z.array(z.tuple([z.number(), z.number()]))),
  /** Per frame, per joint: metres, x in the direction of travel, y up, z to the runner's right. Left out of small files. */
  joints_m: z.array(z.array(z.tuple([z.number(), z.number(), z.number()]))).optional(),
  /** Contacts that touch the clip, true seconds from its first frame; the first and last may begin or end outside. */
  contacts: z.array(z.object({ side, initial_contact_s: z.number(), toe_off_s: z.number() })),
  /** The figure's own metrics over contacts wholly inside the clip. */
  metrics: z.array(
    z.object({
      id: z.string(),
      side: side.nullable(),
      mean: z.number(),
      sd: z.number(),
      n: z.number().int(),
    }),
  ),
});
export type Truth = z.infer<typeof truthSchema>;

export interface TruthRequest {
  readonly motion: MotionSource;
  readonly runner: Readonly<Record<string, unknown>>;
  readonly camera: CameraParams;
  readonly fps: number;
  readonly frameCount: number;
  /** True seconds of the frames where they are not k / fps. */
  readonly times?: readonly number[];
  readonly slowFactor?: number;
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** What is true in every frame of a clip; frame k shows the motion at k / fps, or at the times told. */
export function clipTruth({
  motion,
  runner,
  camera,
  fps,
  frameCount,
  times: told,
  slowFactor,
}: TruthRequest): Truth {
  const times = told ?? Array.from({ length: frameCount }, (_, k) => k / fps);
  const durationS = told ? (told[frameCount - 1] ?? 0) + 1 / fps : frameCount / fps;
  const points = times.map((t) => jointPoints(motion.poseAt(t)));
  const touching = motion.contacts.filter((c) => c.toeOffS > 0 && c.initialContactS < durationS);
  return {
    schemaVersion: 1,
    runner: { ...runner },
    camera: { ...camera },
    fps,
    frame_count: frameCount,
    duration_s: durationS,
    width: camera.width,
    height: camera.height,
    near_side: camera.view === 'side' ? (camera.facing === 'left' ? 'L' : 'R') : null,
    times_s: times.map((t) => round(t, 6)),
    ...(slowFactor === undefined ? {} : { slow_factor: slowFactor }),
    joints: TRUTH_JOINTS.map((joint) => ({ ...joint })),
    joints_px: points.map((frame, k) => {
      const placed = cameraAt(camera, times[k] ?? 0, motion.speedMps);
      return frame.map((p) => {
        const [x, y] = project(placed, p);
        return [round(x, 2), round(y, 2)];
      });
    }),
    joints_m: points.map((frame) => frame.map((p) => [round(p[0], 4), round(p[1], 4), round(p[2], 4)])),
    contacts: touching.map((c) => ({
      side: c.side,
      initial_contact_s: round(c.initialContactS, 5),
      toe_off_s: round(c.toeOffS, 5),
    })),
    metrics: metricsTruth(motion, touching, durationS).map((metric) => ({
      ...metric,
      mean: round(metric.mean, 4),
      sd: round(metric.sd, 4),
    })),
  };
}
