import type { Side } from '../../shared/pose/keypoints.ts';
import type { FootShape } from './body.ts';
import { type FootAngles, footAt, soleHeight } from './foot.ts';
import type { Vec } from './vec.ts';

/** Height the shoe keeps above the ground in mid-swing, metres; it fades towards toe-off and contact. */
const CLEARANCE_M = 0.01;
const GRID = 80;

interface Lift {
  readonly at: number;
  readonly halfWidth: number;
  readonly height: number;
}

const liftOf = (lifts: readonly Lift[], s: number): number => {
  let sum = 0;
  for (const { at, halfWidth, height } of lifts) {
    const u = Math.abs(s - at) / halfWidth;
    if (u < 1) sum += (height * (1 + Math.cos(Math.PI * u))) / 2;
  }
  return sum;
};

/**
 * Extra height of the ankle over the swing (share 0-1 to metres) that keeps the shoe off the ground: smooth bumps where
 * the planned path would scrape. It is zero with zero slope at both ends.
 */
export function clearanceLift(
  shape: FootShape,
  side: Side,
  ankleAt: (share: number) => Vec,
  anglesAt: (share: number) => FootAngles,
): (share: number) => number {
  const planned = Array.from({ length: GRID - 1 }, (_, i) => {
    const s = (i + 1) / GRID;
    const wanted = CLEARANCE_M * Math.min(1, s / 0.1, (1 - s) / 0.08);
    return { s, lack: wanted - soleHeight(shape, footAt(shape, side, ankleAt(s), anglesAt(s))) };
  });
  const lifts: Lift[] = [];
  for (let round = 0; round < 12; round++) {
    const worst = planned
      .map(({ s, lack }) => ({ s, lack: lack - liftOf(lifts, s) }))
      .reduce((a, b) => (b.lack > a.lack ? b : a));
    if (worst.lack < 5e-4) break;
    const halfWidth = Math.min(0.22, worst.s, 1 - worst.s);
    lifts.push({ at: worst.s, halfWidth, height: worst.lack });
  }
  return (share) => liftOf(lifts, share);
}
