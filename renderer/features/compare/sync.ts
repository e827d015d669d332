import { nearestFrame } from '../../../shared/domain/frameTable.ts';
import { otherTime, type SyncPair } from '../../../shared/gait/phase.ts';
import type { OtherFrame } from './pairPlayer.ts';

/** How two clips are tied: one contact of each is the same moment, moved by whole frames of the second. */
export interface Tie extends SyncPair {
  readonly offsetFrames: number;
}

/** A clip's own last moment is as far as another one's clock may run past its end, s. */
const BEYOND_S = 0.02;

/** @param times true seconds of all frames of the first and of the second clip */
export function otherFrameOf(
  tie: Tie,
  times: { readonly first: Float64Array; readonly second: Float64Array },
): OtherFrame {
  const { first, second } = times;
  const end = second.at(-1) ?? 0;
  return (frame) => {
    const time = otherTime(tie, first[frame] ?? 0);
    if (time === undefined || time < -BEYOND_S || time > end + BEYOND_S) return undefined;
    const other = nearestFrame(second, time) + tie.offsetFrames;
    return other < 0 || other >= second.length ? undefined : other;
  };
}
