import { asideSquares, fromTight, tightSquares } from './bodies.ts';
import { cropI420, LANDMARK_RANGE } from './crop.ts';
import type { I420Frame } from './i420.ts';
import { type DecodedPose, decodeLandmarks } from './landmarks.ts';
import { LANDMARK_INPUT_PX, type PoseNetworks } from './networks.ts';
import type { Point, Roi } from './roi.ts';

/** Below this probability of a person in the square there is nobody. Source: MediaPipe pose landmark graph. */
const MIN_PRESENCE = 0.5;

/** Asks the landmark network who is in a square of a picture. */
export class PoseReader {
  private readonly networks: PoseNetworks;
  private readonly input = new Float32Array(LANDMARK_INPUT_PX * LANDMARK_INPUT_PX * 3);

  constructor(networks: PoseNetworks) {
    this.networks = networks;
  }

  /** The person in the square, or undefined where there is none. */
  async poseIn(frame: I420Frame, roi: Roi): Promise<DecodedPose | undefined> {
    cropI420(frame, roi, LANDMARK_INPUT_PX, this.input, LANDMARK_RANGE);
    const output = await this.networks.landmark(this.input);
    return output.presence < MIN_PRESENCE ? undefined : decodeLandmarks(output, roi);
  }

  /** Whoever is in each of the tight squares around a person's hips. */
  posesBeside(frame: I420Frame, hips: Point, size: number): Promise<(DecodedPose | undefined)[]> {
    return this.posesInTight(frame, tightSquares(hips, size));
  }

  /** Whoever is in each of those to the sides only. */
  posesAside(frame: I420Frame, hips: Point, size: number): Promise<(DecodedPose | undefined)[]> {
    return this.posesInTight(frame, asideSquares(hips, size));
  }

  private async posesInTight(
    frame: I420Frame,
    squares: readonly Roi[],
  ): Promise<(DecodedPose | undefined)[]> {
    const poses: (DecodedPose | undefined)[] = [];
    for (const roi of squares) {
      const pose = await this.poseIn(frame, roi);
      poses.push(pose && fromTight(pose));
    }
    return poses;
  }

  /** Whoever is in these squares, in their order, those without anybody left out. */
  async posesIn(frame: I420Frame, rois: readonly Roi[]): Promise<DecodedPose[]> {
    const poses: DecodedPose[] = [];
    for (const roi of rois) {
      const pose = await this.poseIn(frame, roi);
      if (pose !== undefined) poses.push(pose);
    }
    return poses;
  }
}
