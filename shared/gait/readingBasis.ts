import type { Side } from '../pose/keypoints.ts';
import type { FrontalContext } from './rearMetrics.ts';
import type { Signals } from './signals.ts';
import type { SideReference } from './standing.ts';

/** Signals and references behind the values of a clip's steps: curves that are read from them agree with the values. */
export type ReadingBasis =
  | {
      readonly plane: 'side';
      readonly signals: readonly Signals[];
      readonly reference: Readonly<Record<Side, SideReference | undefined>>;
    }
  | { readonly plane: 'frontal'; readonly signals: readonly Signals[]; readonly context: FrontalContext };
