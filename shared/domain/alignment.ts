import type { Side } from './analysis.ts';

/**
 * What "the foot lands under the body" can mean, in the order of the card (METHOD.md 1.3 and 1.4): ankle against the hips
 * (S4b), heel against the hips (S4), lean of the shin (S3), from behind heel under ankle (R8) and foot against the line of
 * travel (R10).
 */
export const ALIGNMENT_DEFINITIONS = ['ankle_hip', 'heel_hip', 'shank', 'heel_ankle', 'foot_line'] as const;
export type AlignmentDefinition = (typeof ALIGNMENT_DEFINITIONS)[number];

/** Drawn as well, without a verdict: where the middle of the foot is, seen from the ankle. */
export type AlignmentId = AlignmentDefinition | 'midfoot';

/** Metric that a definition is measured as. */
export const METRIC_OF_DEFINITION = {
  ankle_hip: 'overstride_ankle',
  heel_hip: 'overstride_heel',
  shank: 'tibia_angle_ic',
  heel_ankle: 'foot_under_ankle_rear',
  foot_line: 'line_offset',
} as const satisfies Readonly<Record<AlignmentDefinition, string>>;

/** View that shows it: from the side at initial contact, from behind at mid-stance. */
export const PLANE_OF_DEFINITION = {
  ankle_hip: 'side',
  heel_hip: 'side',
  shank: 'side',
  heel_ankle: 'frontal',
  foot_line: 'frontal',
} as const satisfies Readonly<Record<AlignmentDefinition, 'side' | 'frontal'>>;

/** Pixels of the upright picture. */
export interface AlignmentPoint {
  readonly x: number;
  readonly y: number;
}

/** One definition on the picture: the upright through `anchor`, and how far `joint` is from it. */
export interface AlignmentLine {
  readonly id: AlignmentId;
  readonly anchor: AlignmentPoint;
  /** The point of the upright at the height of the joint. */
  readonly plumb: AlignmentPoint;
  readonly joint: AlignmentPoint;
  /** This contact's value of the metric, in its unit; of the middle of the foot leg lengths. Null where this step has none. */
  readonly value: number | null;
  /** Angle at the anchor between the upright and the joint, degrees, with the sign of the metric. */
  readonly deg: number;
  /**
   * From `plumb` to `joint`, with the sign of the metric: in lengths of the leg (or of the shin for `shank`, where it is the sine
   * of the angle, and for `heel_ankle`).
   */
  readonly offset: number;
}

/** A contact with every definition that its view shows. */
export interface AlignedContact {
  readonly side: Side;
  /** True seconds of the contact, and of the instant that is drawn: the contact itself, or mid-stance from behind. */
  readonly contactS: number;
  readonly atS: number;
  /** Whether it is in the numbers of the session. */
  readonly counts: boolean;
  readonly lines: readonly AlignmentLine[];
}
