import type { I420Frame } from '../../shared/pose/blazepose/i420.ts';
import { distance, type Point, type Roi, uprightRoi } from '../../shared/pose/blazepose/roi.ts';
import type { FrameTracker } from '../../shared/pose/blazepose/runChunks.ts';
import { INITIAL_STATE, type TrackerState } from '../../shared/pose/blazepose/tracker.ts';
import { KEYPOINT_COUNT, KEYPOINT_STRIDE, LEG } from '../../shared/pose/keypoints.ts';

/** A tracker that takes whole pictures and chooses the person itself. */
export interface PictureEstimator {
  /** @param only everything outside of this square is to be left black */
  estimate(frame: I420Frame, only: Roi | undefined): Promise<Float32Array | undefined>;
  reset(): void;
}

/** A square around the hips is this many times the farthest keypoint's distance wide. */
const WIDTHS = 2.5;
/** Around a chosen person the picture shows this much more than the person's square. */
const ROOM = 1.3;

/**
 * Follows one person with pose-detection's own trackers. They cannot be told whom to take, so with a chosen person
 * everything else of the picture is blackened. A run that is resumed searches again: unlike with the app's own backend
 * its first keypoints can differ a little from those of a run that was never interrupted.
 */
export class PictureTracker implements FrameTracker {
  state: TrackerState = INITIAL_STATE;
  private readonly estimator: PictureEstimator;
  private readonly chosen: Point | undefined;

  constructor(estimator: PictureEstimator, chosen: Point | undefined) {
    this.estimator = estimator;
    this.chosen = chosen;
    estimator.reset();
  }

  async estimate(frame: I420Frame): Promise<Float32Array | undefined> {
    const keypoints = await this.estimator.estimate(frame, this.window(frame));
    this.state =
      keypoints === undefined
        ? { ...this.state, lostFrames: this.state.lostFrames + 1 }
        : { last: squareAround(keypoints), lostFrames: 0 };
    return keypoints;
  }

  private window(frame: I420Frame): Roi | undefined {
    if (this.chosen === undefined) return undefined;
    const { last } = this.state;
    if (last === undefined) return uprightRoi(this.chosen, Math.min(frame.width, frame.height));
    return uprightRoi(last, last.size * ROOM);
  }
}

function squareAround(keypoints: Float32Array): Roi {
  const point = (index: number): Point => ({
    x: keypoints[index * KEYPOINT_STRIDE] ?? Number.NaN,
    y: keypoints[index * KEYPOINT_STRIDE + 1] ?? Number.NaN,
  });
  const left = point(LEG.L.hip);
  const right = point(LEG.R.hip);
  const hips = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
  // Models of fewer points leave the others absent.
  const distances = Array.from({ length: KEYPOINT_COUNT }, (_, i) => distance(point(i), hips));
  return uprightRoi(hips, WIDTHS * Math.max(...distances.filter(Number.isFinite)));
}
