import type { ActionId } from '../../actions/catalogue.ts';

/** What is laid over the picture. */
export interface OverlayChoice {
  readonly L: boolean;
  readonly R: boolean;
  readonly trunk: boolean;
  readonly arms: boolean;
  /** Path of the foot at hand. */
  readonly trail: boolean;
  readonly ground: boolean;
  /** Upright through the ankle at a contact. */
  readonly plumb: boolean;
  readonly angles: boolean;
  readonly drawings: boolean;
}

export const SEGMENTS = ['L', 'R', 'trunk', 'arms'] as const satisfies readonly (keyof OverlayChoice)[];

/** Overlays with the action of each; the segments of the skeleton share one. */
export const OVERLAYS = [
  ['trail', 'review.trail'],
  ['ground', 'review.showGround'],
  ['plumb', 'review.showPlumb'],
  ['angles', 'review.showAngles'],
  ['drawings', 'review.showDrawings'],
] as const satisfies readonly (readonly [keyof OverlayChoice, ActionId])[];

export const FIRST_OVERLAYS: OverlayChoice = {
  ...{ L: true, R: true, trunk: true, arms: false, trail: false },
  ...{ ground: false, plumb: true, angles: false, drawings: true },
};

export const hasSkeleton = (overlays: OverlayChoice): boolean =>
  SEGMENTS.some((segment) => overlays[segment]);

/** All of the skeleton or none of it. */
export function withSkeleton(overlays: OverlayChoice): OverlayChoice {
  const isShown = !hasSkeleton(overlays);
  return {
    ...overlays,
    ...{ L: isShown, R: isShown, trunk: isShown, arms: isShown && FIRST_OVERLAYS.arms },
  };
}
