import { median } from '../math/statistics.ts';
import type { Side } from '../pose/keypoints.ts';
import { SIDES } from '../pose/keypoints.ts';
import { readingsOver, sideReader } from './segmentAngles.ts';
import type { Signals } from './signals.ts';
import type { SideReference } from './standing.ts';
import type { Step } from './steps.ts';

/** Reference from quiet stance in a side view. */
export function standingSideReference(
  signals: Signals,
  close: Readonly<Partial<Record<Side, number>>>,
): Record<Side, SideReference> {
  const end = signals.start + (signals.length - 1) / 1000;
  const of = (side: Side): SideReference => {
    const reader = sideReader(signals, side);
    const closeFoot = close[side];
    return {
      ...(closeFoot === undefined ? {} : { closeFoot }),
      foot: median(readingsOver(reader.foot, signals.start, end)) ?? 0,
      shank: median(readingsOver(reader.shank, signals.start, end)) ?? 0,
    };
  };
  return { L: of('L'), R: of('R') };
}

/** How far the sole seems to tilt while it is flat on the ground, degrees: in the track, and in what the strike angle is read from. */
export interface SoleTilt {
  readonly track: number | undefined;
  readonly strike: number | undefined;
}

/**
 * How far the sole seems to tilt in mid-stance, degrees, against the standing foot or, without one, the horizontal: both
 * are flat on the ground, so whatever is left is misread heel and toe.
 */
export const soleTilt = (flat: number, standing = 0): number => Math.abs(flat - standing);

/** Part of the contact in which the whole sole is on the ground, whatever the landing. */
const FLAT_FROM = 0.3;
const FLAT_TO = 0.5;

/**
 * Without a standing picture the flat foot of mid-stance is the reference: the median over all steps of the foot's angle
 * at 30-50 % of contact. Undefined where a foot has fewer than three usable steps.
 */
export function flatFootReference(
  signals: Signals,
  steps: readonly Step[],
): Partial<Record<Side, SideReference>> {
  const entries = SIDES.flatMap((side) => {
    const reader = sideReader(signals, side);
    const angles = steps.flatMap((step) => {
      if (step.side !== side || step.problem || step.toeOff === undefined) return [];
      const stance = step.toeOff - step.initialContact;
      return (
        median(
          readingsOver(
            reader.foot,
            step.initialContact + FLAT_FROM * stance,
            step.initialContact + FLAT_TO * stance,
          ),
        ) ?? []
      );
    });
    const foot = median(angles);
    return foot === undefined || angles.length < 3 ? [] : [[side, { foot, shank: 0 }] as const];
  });
  return Object.fromEntries(entries);
}
