import type { Side } from '../pose/keypoints.ts';
import type { FrontalContext } from './metrics/frontalStep.ts';
import type { Signals } from './signals.ts';
import type { SideReference } from './standing.ts';

/** How places in leg lengths lie on the picture as it was filmed. */
export interface PictureFrame {
  /** +1 where x of the signals goes to the right of the picture. */
  readonly forward: 1 | -1;
  readonly pixelsPerLeg: number;
  /** Size of the upright picture, pixels. */
  readonly width: number;
  readonly height: number;
  /** Roll that was taken out of the signals, counter-clockwise, degrees. */
  readonly rollDeg: number;
}

/** Signals and references behind the values of a clip's steps: curves that are read from them agree with the values. */
export type ReadingBasis =
  | {
      readonly plane: 'side';
      readonly picture: PictureFrame;
      readonly signals: readonly Signals[];
      readonly reference: Readonly<Record<Side, SideReference | undefined>>;
    }
  | {
      readonly plane: 'frontal';
      readonly picture: PictureFrame;
      readonly signals: readonly Signals[];
      readonly context: FrontalContext;
    };
