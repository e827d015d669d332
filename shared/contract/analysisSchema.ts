import { z } from 'zod';
import { firstEventId } from '../domain/eventId.ts';
import { KEYPOINT_COUNT } from '../pose/keypoints.ts';
import { planSchema } from './planSchema.ts';

/**
 * The published schema of `analysis.json`, version 1. Equal to the types of `shared/domain/analysis.ts` (type test).
 * Units are in the names; `null` is a value that could not be measured or was not told, and `reason` says why.
 */
const side = z.enum(['L', 'R']);
const finite = z.number();
const count = z.int().nonnegative();
const confidence = z.number().min(0).max(1);

export const noticeSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const clipRoleSchema = z.enum(['side_left', 'side_right', 'rear', 'front', 'standing', 'unassigned']);
export const surfaceSchema = z.enum(['treadmill', 'overground', 'unknown']);
const grade = z.enum(['high', 'medium', 'low', 'not_reported']);
const eventType = z.enum(['initial_contact', 'toe_off']);
const eventId = z.string().min(1).max(100);

const analysisSessionSchema = z.object({
  athlete_height_m: finite.nullable(),
  speed_mps: finite.nullable(),
  incline_percent: finite.nullable(),
  shoe: z.string().nullable(),
  surface: surfaceSchema,
});

export const timingEvidenceSchema = z.object({
  stated: finite.nullable(),
  file_cadence: finite.nullable(),
  ballistic: finite.nullable(),
});

const analysisClipSchema = z.object({
  id: z.string(),
  file: z.string(),
  sha256: z.string(),
  role: clipRoleSchema,
  duration_s: finite,
  frame_count: count,
  first_pts_s: finite,
  capture_fps: finite,
  container_fps: finite,
  time_scale: finite,
  irregular_share: finite,
  width: finite,
  height: finite,
  rotation: finite,
  view: z.enum(['side', 'rear', 'front', 'oblique', 'unknown']),
  yaw_deg: finite.nullable(),
  direction: z.enum(['left', 'right']).nullable(),
  near_side: side.nullable(),
  gait: z.enum(['run', 'grounded_run', 'walk', 'unknown']),
  surface: surfaceSchema,
  notices: z.array(noticeSchema),
  timing: z.object({
    source: z.enum(['coach', 'file', 'gait', 'open']),
    candidates: z.array(finite),
    evidence: timingEvidenceSchema,
    duplicate_frames: count,
    missing_frames: count,
    variable_rate: z.boolean(),
    half_widths: z.object({
      cadence_spm: finite,
      contact_time_ms: finite,
      foot_strike_angle_deg: finite,
      tibia_angle_deg: finite,
    }),
    metrics_off: z.array(z.string()),
  }),
});

const gaitEventSchema = z
  .object({
    // Analyses stored before events had ids have none: they get those of events that nobody knew.
    id: eventId.optional(),
    clip: z.string(),
    side,
    type: eventType,
    time_s: finite,
    frame: count,
    confidence,
    // Analyses stored before there were witnesses have none.
    doubts: z.array(z.enum(['estimates_apart', 'against_sound', 'networks_apart'])).default([]),
  })
  .transform((event) => ({ ...event, id: event.id ?? firstEventId(event) }));

export const eventEditSchema = z.object({
  clip: z.string(),
  side,
  type: eventType,
  op: z.enum(['accept', 'move', 'add', 'reject']),
  event: eventId.nullable().default(null),
  auto_time_s: finite.nullable(),
  time_s: finite.nullable(),
  reason: z.string().nullable(),
});

export const strideEditSchema = z.object({
  clip: z.string(),
  side,
  op: z.enum(['exclude', 'include']),
  event: eventId.nullable().default(null),
  contact_time_s: finite,
  reason: z.string().nullable(),
});

const joint = z
  .int()
  .nonnegative()
  .max(KEYPOINT_COUNT - 1);
const placeEditSchema = z.object({
  clip: z.string(),
  op: z.literal('place'),
  joint,
  frame: count,
  x_px: finite,
  y_px: finite,
  auto_x_px: finite,
  auto_y_px: finite,
  from_frame: count,
  to_frame: count,
});
const swapEditSchema = z.object({
  clip: z.string(),
  op: z.literal('swap'),
  from_frame: count,
  to_frame: count,
});
const resetEditSchema = z.object({
  clip: z.string(),
  op: z.literal('reset'),
  joint: joint.nullable(),
  from_frame: count,
  to_frame: count,
});

export const editSchema = z.discriminatedUnion('op', [
  eventEditSchema,
  strideEditSchema,
  placeEditSchema,
  swapEditSchema,
  resetEditSchema,
]);

const metricSchema = z.object({
  id: z.string(),
  side: side.nullable(),
  clip: z.string().nullable(),
  value: finite.nullable(),
  unit: z.string(),
  repeat: finite.nullable(),
  total: finite.nullable(),
  low: finite.nullable(),
  high: finite.nullable(),
  n: count,
  grade,
  reason: noticeSchema.nullable(),
});

const strideSchema = z.object({
  clip: z.string(),
  side,
  index: count,
  initial_contact_s: finite,
  toe_off_s: finite.nullable(),
  next_contact_s: finite.nullable(),
  accepted: z.boolean(),
  reason: z.string().nullable(),
  values: z.record(z.string(), finite),
});

const findingEvidenceSchema = z.object({
  metric: z.string(),
  side: side.nullable(),
  value: finite,
  total: finite,
  n: count,
  grade,
  norm_mean: finite,
  norm_sd: finite,
  p: confidence,
});

const findingSchema = z.object({
  rule: z.string(),
  side: side.nullable(),
  likelihood: z.enum(['likely', 'possible']),
  p: confidence,
  priority: finite.nullable(),
  confirmed_by_coach: z.boolean(),
  evidence: z.array(findingEvidenceSchema),
  frames: z.array(z.object({ clip: z.string(), frame: count, time_s: finite })),
  drills: z.array(z.object({ exercise: z.string(), phase: finite, why: z.string() })),
});

const provenanceSchema = z.object({
  app_version: z.string(),
  model: z.string(),
  model_sha256: z.string(),
  backend: z.string(),
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

export const analysisSchema = z.object({
  schemaVersion: z.literal(1),
  session: analysisSessionSchema,
  clips: z.array(analysisClipSchema),
  events: z.array(gaitEventSchema),
  edits: z.array(editSchema),
  detached_edits: z.array(editSchema),
  metrics: z.array(metricSchema),
  strides: z.array(strideSchema),
  findings: z.array(findingSchema),
  plan: planSchema.nullable(),
  provenance: provenanceSchema,
});
