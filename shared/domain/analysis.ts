/**
 * The shape of `analysis.json` and of what goes into it. Plain types; `shared/contract/analysisSchema.ts` holds the
 * published zod schema, kept equal to these by a type test. Names are snake_case because they are the file's names.
 * Every `*_s` is true seconds from the clip's first frame unless it says otherwise.
 */

import type { ClipLook } from './clipLook.ts';
import type { ClipSound } from './clipSound.ts';
import type { FrameTable } from './frameTable.ts';
import type { Plan } from './plan.ts';

export type Side = 'L' | 'R';
export type View = 'side' | 'rear' | 'front' | 'oblique' | 'unknown';
export type GaitClass = 'run' | 'grounded_run' | 'walk' | 'unknown';
export type ClipRole = 'side_left' | 'side_right' | 'rear' | 'front' | 'standing' | 'unassigned';
export type Surface = 'treadmill' | 'overground' | 'unknown';
export type Grade = 'high' | 'medium' | 'low' | 'not_reported';
export type EventType = 'initial_contact' | 'toe_off';

/** A coded remark: the sentence belongs to the text catalogue. */
export interface Notice {
  code: string;
  params: Record<string, string | number>;
}

export interface AnalysisSession {
  athlete_height_m: number | null;
  speed_mps: number | null;
  incline_percent: number | null;
  shoe: string | null;
  surface: Surface;
}

export interface AnalysisClip {
  id: string;
  file: string;
  sha256: string;
  role: ClipRole;
  duration_s: number;
  frame_count: number;
  /** Presentation timestamp of the first frame, seconds on the file's clock: file time = first_pts_s + t * time_scale. */
  first_pts_s: number;
  capture_fps: number;
  container_fps: number;
  /** Capture rate / container rate: 8 for 240 frames/s stored as 30. */
  time_scale: number;
  irregular_share: number;
  width: number;
  height: number;
  rotation: number;
  view: View;
  /** Angle of the optical axis from a pure side (or rear/front) view, degrees; null where it cannot be judged. */
  yaw_deg: number | null;
  direction: 'left' | 'right' | null;
  near_side: Side | null;
  gait: GaitClass;
  surface: Surface;
  notices: Notice[];
  timing: ClipTiming;
  /** Joints that were read elsewhere than the network drew them; what shows a skeleton draws them there. */
  repaired: RepairedJoint[];
}

/** A joint in the frames in which it was mended, and where it was read instead: pixels, null where nothing tells where it was. */
export interface RepairedJoint {
  /** Index among the 33 keypoints. */
  keypoint: number;
  /** Increasing; as many as coordinates. */
  frames: number[];
  x_px: (number | null)[];
  y_px: (number | null)[];
}

/** How sure a clip's time is: what the report prints as its timing certificate. */
export interface ClipTiming {
  /** Who settled `time_scale`; `open` where it waits for the coach and stands at the file's word. */
  source: 'coach' | 'file' | 'gait' | 'open';
  /** Factors to choose from, the most usual cadence first; empty unless `open`. */
  candidates: number[];
  evidence: TimingEvidence;
  /** Frames shown at the time of the frame before, and frames missing, in an otherwise constant rate. */
  duplicate_frames: number;
  missing_frames: number;
  variable_rate: boolean;
  /** 95 % half-widths that the clip's rate alone leaves (METHOD.md 3.2, with event bias). */
  half_widths: {
    cadence_spm: number;
    contact_time_ms: number;
    foot_strike_angle_deg: number;
    tibia_angle_deg: number;
  };
  /** Metrics that need a higher rate than this clip has. */
  metrics_off: string[];
}

/** What is known about a clip's slow motion; every factor is time shown / true time. */
export interface TimingEvidence {
  /** From the file's own statement of its capture rate; null without one. */
  stated: number | null;
  /** Steps per minute on the file's clock; null where no steps were found. */
  file_cadence: number | null;
  /** From the pelvis' acceleration in flight; null where too few flights are seen. */
  ballistic: number | null;
}

/**
 * Why an event should be looked at: its own estimates lie far apart, the footfall is heard elsewhere, or a larger network sees
 * the foot elsewhere.
 */
export type EventDoubt = 'supposed' | 'estimates_apart' | 'against_sound' | 'networks_apart';

export interface GaitEvent {
  /** The same within its clip whichever version places the event: edits name it by this. */
  id: string;
  clip: string;
  side: Side;
  type: EventType;
  time_s: number;
  frame: number;
  /** 0-1, from the agreement of independent estimates of the instant. */
  confidence: number;
  /** Empty where nothing speaks against it. */
  doubts: EventDoubt[];
}

/** What an id has been given to: an event of one leg at a true time (s) of its clip. */
export interface KnownEvent {
  readonly id: string;
  readonly clip: string;
  readonly side: Side;
  readonly type: EventType;
  readonly time_s: number;
}

/** What a coach lays over the automatic results, told apart by `op`; what was found is never altered. */
export type Edit = EventEdit | StrideEdit | PoseEdit;

/** A coach's change of the automatic events. */
export interface EventEdit {
  clip: string;
  side: Side;
  type: EventType;
  op: 'accept' | 'move' | 'add' | 'reject';
  /** Id of the event that it speaks of, or of the one that it adds; null in edits from before events had ids. */
  event: string | null;
  /** Where that event was found when the edit was made; null for an added one. */
  auto_time_s: number | null;
  time_s: number | null;
  reason: string | null;
}

/** A stride that a coach takes out of the numbers, or back in. */
export interface StrideEdit {
  clip: string;
  side: Side;
  op: 'exclude' | 'include';
  /** Id of the contact that begins it; null in edits from before events had ids. */
  event: string | null;
  /** Contact that begins it: where it was found, or where an added one stands. */
  contact_time_s: number;
  reason: string | null;
}

/** A coach's change of the automatic keypoints, in frames and pixels of the upright picture. */
export type PoseEdit = PlaceEdit | SwapEdit | ResetEdit;

/** A joint put on its place in one frame; the frames of the span follow, the less the further away. */
export interface PlaceEdit {
  clip: string;
  op: 'place';
  /** BlazePose index. */
  joint: number;
  frame: number;
  x_px: number;
  y_px: number;
  /** Where the joint was found. */
  auto_x_px: number;
  auto_y_px: number;
  /** First and last frame that follow. */
  from_frame: number;
  to_frame: number;
}

/** Left and right leg exchanged in a range of frames. */
export interface SwapEdit {
  clip: string;
  op: 'swap';
  from_frame: number;
  to_frame: number;
}

/** Placings (of one joint, or all with exchanged legs) in a range of frames taken back. */
export interface ResetEdit {
  clip: string;
  op: 'reset';
  /** BlazePose index; null for everything. */
  joint: number | null;
  from_frame: number;
  to_frame: number;
}

export interface Metric {
  id: string;
  side: Side | null;
  /** Clip it was read from; null when several clips were pooled. */
  clip: string | null;
  value: number | null;
  unit: string;
  /** 95 % half-width of what a second clip of the same set-up would show. */
  repeat: number | null;
  /** 95 % half-width against the true value, with the systematic error of 2D pose from the literature. */
  total: number | null;
  low: number | null;
  high: number | null;
  /** Clean steps (or strides) behind the value. */
  n: number;
  grade: Grade;
  /** Why it is absent or not graded high; null when nothing limits it. */
  reason: Notice | null;
}

export interface Stride {
  clip: string;
  side: Side;
  index: number;
  initial_contact_s: number;
  toe_off_s: number | null;
  next_contact_s: number | null;
  accepted: boolean;
  reason: string | null;
  /** Metric id -> value of this step. */
  values: Record<string, number>;
}

/**
 * Why a value does not carry a finding: its grade, too few clean steps, the far leg, an error wider than runners differ, or
 * another finding that it rests on and that is itself only to be looked at.
 */
export const EVIDENCE_WEAKNESSES = ['grade', 'few_steps', 'far_leg', 'wide', 'alongside'] as const;
export type EvidenceWeakness = (typeof EVIDENCE_WEAKNESSES)[number];

export interface FindingEvidence {
  metric: string;
  side: Side | null;
  value: number;
  total: number;
  n: number;
  grade: Grade;
  norm_mean: number;
  norm_sd: number;
  /** Probability that the true value lies beyond mean +/- 1 SD of runners at this speed, in the direction of the rule. */
  p: number;
  /** Empty where the value carries the finding by itself. */
  weak: EvidenceWeakness[];
}

export interface Finding {
  rule: string;
  side: Side | null;
  /** `likely` is carried by its values; `possible` is for the coach to look at, and never on the athlete's paper unconfirmed. */
  likelihood: 'likely' | 'possible';
  p: number;
  /** 1 or 2 for the two priorities, null for the rest. */
  priority: number | null;
  confirmed_by_coach: boolean;
  evidence: FindingEvidence[];
  frames: { clip: string; frame: number; time_s: number }[];
  /** Exercises that answer it; empty while a `possible` finding waits for the coach's confirmation. */
  drills: { exercise: string; phase: number; why: string }[];
}

export interface Provenance {
  app_version: string;
  model: string;
  model_sha256: string;
  backend: string;
  settings: Record<string, string | number | boolean | null>;
}

export interface Analysis {
  schemaVersion: 1;
  session: AnalysisSession;
  clips: AnalysisClip[];
  events: GaitEvent[];
  edits: Edit[];
  /** Edits whose event is not there any more, or with nobody in their frame, after a new run: kept, without effect. */
  detached_edits: Edit[];
  metrics: Metric[];
  strides: Stride[];
  findings: Finding[];
  plan: Plan | null;
  provenance: Provenance;
}

/** One clip with its keypoints, ready to be analysed. */
export interface ClipInput {
  id: string;
  file: string;
  sha256: string;
  role: ClipRole;
  /** What the coach or the command line says of the view; `auto` leaves it to the keypoints. */
  view: 'auto' | 'side' | 'rear' | 'front';
  frameTable: FrameTable;
  /** Slow-motion factors (capture rate / container rate): the coach's word, which settles it, and the file's. */
  timeScale: { told: number | null; stated: number | null };
  /** The file has no clock: its times are a guess, and its rate has to be told. */
  isClockGuessed?: boolean;
  /** First and last frame that count; all of them without it. */
  zone?: { fromFrame: number; toFrame: number };
  /** Frames with which new footage begins: no step, stride or filter crosses one. */
  cuts?: readonly number[];
  /** Light, blur and movement of the camera; absent where the file was not looked at. */
  look?: ClipLook;
  /** Beats of its sound; absent without one, or where it was not listened to. */
  sound?: ClipSound;
  rotation: number;
  /** Upright picture size, pixels, and keypoints frames x 33 x (x, y, visibility); NaN rows where nobody was found. */
  pose: {
    width: number;
    height: number;
    data: Float32Array;
    /** Frames around contacts and of standing as a larger network sees them. */
    close?: { frames: Int32Array; data: Float32Array };
    /** First and last frames of where somebody was so near that the network may have looked at them. */
    beside?: readonly (readonly [number, number])[];
    /** Frames by keypoint in which a coach said where it is. */
    placed?: ReadonlyMap<number, ReadonlySet<number>>;
  };
  /** Part of the clip, file seconds, in which the runner stands still: the reference for foot and frontal metrics. */
  standing?: { from: number; to: number };
}

export interface AnalysisInput {
  session: AnalysisSession;
  clips: ClipInput[];
  edits: Edit[];
  /** Events of an earlier analysis, which keep their ids; none without one. */
  known?: KnownEvent[];
  /** Findings (`rule` or `rule:side`) that the coach confirmed on the contact frame. */
  confirmed: string[];
  /** ISO date of the plan's first day; null leaves the plan undated. */
  startDate: string | null;
  provenance: Provenance;
}
