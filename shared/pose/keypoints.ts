import type { Side } from '../domain/analysis.ts';

/**
 * BlazePose keypoints. Source: MediaPipe Pose documentation. Odd indices are the subject's left side, even the right.
 * `heel` is near the posterior calcaneus or the shoe's heel, `footIndex` near the tip of the shoe.
 */
export const KEYPOINT_COUNT = 33;

/** Values stored per keypoint: x, y (upright image pixels), visibility (0-1). */
export const KEYPOINT_STRIDE = 3;

export const NOSE = 0;
export const EARS = { L: 7, R: 8 } as const;
export const SHOULDERS = { L: 11, R: 12 } as const;

export type { Side };
export const SIDES = ['L', 'R'] as const satisfies readonly Side[];
export const otherSide = (side: Side): Side => (side === 'L' ? 'R' : 'L');

/** Leg joints from hip to toe, per side. */
export const LEG = {
  L: { hip: 23, knee: 25, ankle: 27, heel: 29, footIndex: 31 },
  R: { hip: 24, knee: 26, ankle: 28, heel: 30, footIndex: 32 },
} as const;
export type LegJoint = keyof (typeof LEG)['L'];
export const LEG_JOINTS = [
  'hip',
  'knee',
  'ankle',
  'heel',
  'footIndex',
] as const satisfies readonly LegJoint[];

/** Pairs of keypoints joined by a line when the skeleton is drawn. */
export const BONES: readonly (readonly [number, number])[] = [
  [11, 12],
  [11, 23],
  [12, 24],
  [23, 24],
  [11, 13],
  [13, 15],
  [12, 14],
  [14, 16],
  [23, 25],
  [25, 27],
  [27, 29],
  [29, 31],
  [27, 31],
  [24, 26],
  [26, 28],
  [28, 30],
  [30, 32],
  [28, 32],
];
