import { z } from 'zod';
import { EVIDENCE_WEAKNESSES } from '../domain/analysis.ts';
import { firstEventId } from '../domain/eventId.ts';
import { KEYPOINT_COUNT } from '../pose/keypoints.ts';
import { count, frame, MOST_ITEMS, px, real, time_s, word } from './bounds.ts';
import { planSchema } from './planSchema.ts';

/**
 * The published schema of `analysis.json`, version 1. Equal to the types of `shared/domain/analysis.ts` (type test).
 * Units are in the names; `null` is a value that could not be measured or was not told, and `reason` says why.
 */
const side = z.enum(['L', 'R']);
const confidence = z.number().min(0).max(1);

export const noticeSchema = z.object({
  code: word,
  params: z.record(word, z.union([word, real])),
});

export const clipRoleSchema = z.enum(['side_left', 'side_right', 'rear', 'front', 'standing', 'unassigned']);
export const surfaceSchema = z.enum(['treadmill', 'overground', 'unknown']);
const grade = z.enum(['high', 'medium', 'low', 'not_reported']);
const eventType = z.enum(['initial_contact', 'toe_off']);
const eventId = z.string().min(1).max(100);

const analysisSessionSchema = z.object({
  athlete_height_m: real.nullable(),
  speed_mps: real.nullable(),
  incline_percent: real.nullable(),
  shoe: word.nullable(),
  surface: surfaceSchema,
});

export const timingEvidenceSchema = z.object({
  stated: real.nullable(),
  file_cadence: real.nullable(),
  ballistic: real.nullable(),
});

const analysisClipSchema = z.object({
  id: word,
  file: word,
  sha256: word,
  role: clipRoleSchema,
  duration_s: real,
  frame_count: count,
  first_pts_s: real,
  capture_fps: real,
  container_fps: real,
  time_scale: real,
  irregular_share: real,
  width: real,
  height: real,
  rotation: real,
  view: z.enum(['side', 'rear', 'front', 'oblique', 'unknown']),
  yaw_deg: real.nullable(),
  direction: z.enum(['left', 'right']).nullable(),
  near_side: side.nullable(),
  gait: z.enum(['run', 'grounded_run', 'walk', 'unknown']),
  surface: surfaceSchema,
  notices: z.array(noticeSchema).max(MOST_ITEMS),
  // Absent in what was measured before it was told.
  repaired: z
    .array(
      z.object({
        keypoint: z
          .int()
          .min(0)
          .max(KEYPOINT_COUNT - 1),
        frames: z.array(frame).max(MOST_ITEMS),
        x_px: z.array(px.nullable()).max(MOST_ITEMS),
        y_px: z.array(px.nullable()).max(MOST_ITEMS),
      }),
    )
    .max(KEYPOINT_COUNT)
    .default([]),
  timing: z.object({
    source: z.enum(['coach', 'file', 'gait', 'open']),
    candidates: z.array(real).max(MOST_ITEMS),
    evidence: timingEvidenceSchema,
    duplicate_frames: count,
    missing_frames: count,
    variable_rate: z.boolean(),
    half_widths: z.object({
      cadence_spm: real,
      contact_time_ms: real,
      foot_strike_angle_deg: real,
      tibia_angle_deg: real,
    }),
    metrics_off: z.array(word).max(MOST_ITEMS),
  }),
});

const gaitEventSchema = z
  .object({
    // Analyses stored before events had ids have none: they get those of events that nobody knew.
    id: eventId.optional(),
    clip: word,
    side,
    type: eventType,
    time_s: real,
    frame: count,
    confidence,
    // Analyses stored before there were witnesses have none.
    doubts: z
      .array(z.enum(['supposed', 'estimates_apart', 'against_sound', 'networks_apart']))
      .max(MOST_ITEMS)
      .default([]),
  })
  .transform((event) => ({ ...event, id: event.id ?? firstEventId(event) }));

export const eventEditSchema = z.object({
  clip: word,
  side,
  type: eventType,
  op: z.enum(['accept', 'move', 'add', 'reject']),
  event: eventId.nullable().default(null),
  auto_time_s: time_s.nullable(),
  time_s: time_s.nullable(),
  reason: word.nullable(),
});

export const strideEditSchema = z.object({
  clip: word,
  side,
  op: z.enum(['exclude', 'include']),
  event: eventId.nullable().default(null),
  contact_time_s: time_s,
  reason: word.nullable(),
});

const joint = z
  .int()
  .nonnegative()
  .max(KEYPOINT_COUNT - 1);
const placeEditSchema = z.object({
  clip: word,
  op: z.literal('place'),
  joint,
  frame,
  x_px: px,
  y_px: px,
  auto_x_px: px,
  auto_y_px: px,
  from_frame: frame,
  to_frame: frame,
});
const swapEditSchema = z.object({
  clip: word,
  op: z.literal('swap'),
  from_frame: frame,
  to_frame: frame,
});
const resetEditSchema = z.object({
  clip: word,
  op: z.literal('reset'),
  joint: joint.nullable(),
  from_frame: frame,
  to_frame: frame,
});

export const editSchema = z.discriminatedUnion('op', [
  eventEditSchema,
  strideEditSchema,
  placeEditSchema,
  swapEditSchema,
  resetEditSchema,
]);

const metricSchema = z.object({
  id: word,
  side: side.nullable(),
  clip: word.nullable(),
  value: real.nullable(),
  unit: word,
  repeat: real.nullable(),
  total: real.nullable(),
  low: real.nullable(),
  high: real.nullable(),
  n: count,
  grade,
  reason: noticeSchema.nullable(),
});

const strideSchema = z.object({
  clip: word,
  side,
  index: count,
  initial_contact_s: real,
  toe_off_s: real.nullable(),
  next_contact_s: real.nullable(),
  accepted: z.boolean(),
  reason: word.nullable(),
  values: z.record(word, real),
});

const findingEvidenceSchema = z.object({
  metric: word,
  side: side.nullable(),
  value: real,
  total: real,
  n: count,
  grade,
  norm_mean: real,
  norm_sd: real,
  p: confidence,
  // Absent in what was measured before values had to carry a finding.
  weak: z.array(z.enum(EVIDENCE_WEAKNESSES)).max(EVIDENCE_WEAKNESSES.length).default([]),
});

const findingSchema = z.object({
  rule: word,
  side: side.nullable(),
  likelihood: z.enum(['likely', 'possible']),
  p: confidence,
  priority: real.nullable(),
  confirmed_by_coach: z.boolean(),
  evidence: z.array(findingEvidenceSchema).max(MOST_ITEMS),
  frames: z.array(z.object({ clip: word, frame: count, time_s: real })).max(MOST_ITEMS),
  drills: z.array(z.object({ exercise: word, phase: real, why: word })).max(MOST_ITEMS),
});

const provenanceSchema = z.object({
  app_version: word,
  model: word,
  model_sha256: word,
  backend: word,
  settings: z.record(word, z.union([word, real, z.boolean(), z.null()])),
});

export const analysisSchema = z.object({
  schemaVersion: z.literal(1),
  session: analysisSessionSchema,
  clips: z.array(analysisClipSchema).max(MOST_ITEMS),
  events: z.array(gaitEventSchema).max(MOST_ITEMS),
  edits: z.array(editSchema).max(MOST_ITEMS),
  detached_edits: z.array(editSchema).max(MOST_ITEMS),
  metrics: z.array(metricSchema).max(MOST_ITEMS),
  strides: z.array(strideSchema).max(MOST_ITEMS),
  findings: z.array(findingSchema).max(MOST_ITEMS),
  plan: planSchema.nullable(),
  provenance: provenanceSchema,
});
